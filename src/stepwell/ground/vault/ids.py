from uuid import UUID

import uuid_utils


def new_id() -> UUID:
    """A UUIDv7: ordered by the moment it was made, without a sequence."""
    return UUID(int=uuid_utils.uuid7().int)
