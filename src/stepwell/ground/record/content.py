"""What is sealed: one event, and what somebody last saw of each record."""

from uuid import UUID

from stepwell.ground.vault.api import Content, Kind


class EventV1(Content, frozen=True, kw_only=True):
    """One event. time: UTC to the second. name: what its signer was called then.

    text: canonical JSON, the very bytes that `c` fixes with the key `r`; both are gone once it was erased.
    """

    time: str
    kind: str
    signer: UUID
    name: str
    c: bytes
    signature: bytes
    text: str | None
    r: bytes | None


class SeenV1(Content, frozen=True, kw_only=True):
    """The last event that this person saw of each record: its number and its hash."""

    heads: dict[UUID, tuple[int, bytes]] = {}


EVENT: Kind[EventV1] = Kind("record.Event.sealed", EventV1)
SEEN: Kind[SeenV1] = Kind("record.seen", SeenV1)
