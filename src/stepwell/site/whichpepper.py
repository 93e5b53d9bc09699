"""Which pepper the rows were made with: its fingerprint stands beside them, so that another is noticed.

A new pepper makes no row unreadable to the eye, but no password fits any more, and whoever signs up with it
is locked out again when the right one comes back. One table without a model: it says nothing about anybody.
"""

from typing import Any

from django.conf import settings
from django.db import connections

from stepwell.ground.vault.api import lookup
from stepwell.site.environment import Misconfigured

TABLE = "stepwell_pepper"
WRONG = (
    "{path} is not the pepper that these rows were made with, so nobody can sign in."
    " Copy the right one there from where you keep it safe, then start again."
)


def fingerprint() -> str:
    """Tells two peppers apart and gives neither away."""
    return lookup("backup", "which pepper").hex()[:16]


def expected() -> str:
    """The fingerprint that stands beside the rows; empty where none was written yet."""
    connection = connections["default"]
    with connection.cursor() as cursor:
        if TABLE not in connection.introspection.table_names(cursor):
            return ""
        cursor.execute("SELECT fingerprint FROM stepwell_pepper")
        row: Any = cursor.fetchone()
    return str(row[0]) if row else ""


def wrong() -> str:
    """What to say when the pepper here is not theirs; empty when it is, or nothing is known."""
    return WRONG.format(path=settings.HOME / "pepper") if expected() not in {"", fingerprint()} else ""


def refuse_another() -> None:
    """Raises Misconfigured with the cure."""
    if words := wrong():
        raise Misconfigured(f"stepwell: {words}")


def write_down(needed: str = "") -> None:
    """Once, for the pepper that is here; after a restore anew, for the one that the backup's rows need."""
    if expected() and not needed:
        return
    with connections["default"].cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS stepwell_pepper (fingerprint varchar(64) PRIMARY KEY)")
        cursor.execute("DELETE FROM stepwell_pepper")
        cursor.execute("INSERT INTO stepwell_pepper VALUES (%s)", [needed or fingerprint()])
