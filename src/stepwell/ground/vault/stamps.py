"""Whether rows were added, written or removed since somebody last looked, without opening one."""

from uuid import UUID

from stepwell.ground.vault.keyring import Keyring
from stepwell.ground.vault.keyrows import among
from stepwell.ground.vault.rows import SealedRow

# Written out: to compose it takes longer than to run it. PostgreSQL knows no greatest of two ids.
COUNTED = """
    SELECT count(*), sum(version), max(CAST(id AS varchar(36))) FROM {rows} WHERE circle_id IN (%s)
"""


def stamp_of(keyring: Keyring, rows: type[SealedRow], *circles: UUID) -> str:
    """Of the rows of these circles: how many, how often written, and the newest. Raises as `within` does."""
    for circle in circles:
        keyring._chain(circle)
    counted = among(COUNTED.format(rows=rows._meta.db_table), circles)
    return ".".join(str(each) for row in counted for each in row)
