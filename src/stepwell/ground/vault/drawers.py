"""One drawer for each kind in each epoch of a circle: its key, and the words that its seals share."""

from uuid import UUID

from stepwell.ground.vault.errors import CannotOpen
from stepwell.ground.vault.hidden import Hidden
from stepwell.ground.vault.sealing import SHORTEST, SUITE, first_suite, seal
from stepwell.ground.vault.words import ctx, lp, number


class Drawer(Hidden):
    """Seals and opens for one (kind, circle, epoch). The hot path: most of its context is made once."""

    __slots__ = ("_after", "_before", "_key", "_least", "_sealing_before")

    def __init__(self, kind: bytes, circle: UUID, epoch: int, key: bytes, least: int) -> None:
        record_follows = (16).to_bytes(4, "big")
        version_follows = (8).to_bytes(4, "big")
        self._sealing_before = lp(kind) + record_follows
        self._before = ctx(SUITE, self._sealing_before)
        self._after = lp(circle.bytes, number(epoch)) + version_follows
        self._key = key
        self._least = least

    def seal(self, record: UUID, version: int, payload: bytes) -> bytes:
        where = self._sealing_before + record.bytes + self._after + number(version)
        return seal(self._key, where, payload)

    def open(self, record: UUID, version: int, blob: bytes | memoryview) -> bytes:
        """The payload of one record. Raises CannotOpen."""
        try:
            context = self._before + record.int.to_bytes(16, "big") + self._after + version.to_bytes(8, "big")
            sealed = blob if isinstance(blob, bytes) else bytes(blob)
            fits = len(sealed) >= SHORTEST and sealed[0] == SUITE >= self._least
        except (AttributeError, OverflowError, TypeError):
            fits = False
        if not fits:
            raise CannotOpen
        return first_suite(self._key, context, sealed)
