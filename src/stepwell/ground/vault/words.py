"""The byte strings that seals are bound to: parts with their lengths, and the place of one sealed field."""

from uuid import UUID

from stepwell.ground.vault.errors import CannotOpen

NOWHERE = UUID(int=0)
NUMBER = 8


def lp(*parts: bytes) -> bytes:
    """LP(a, b, …): each part as its length (4 bytes, big-endian) and its bytes."""
    return b"".join([len(part).to_bytes(4, "big") + part for part in parts])


def unlp(data: bytes) -> list[bytes]:
    """The parts of LP(a, b, …). Raises CannotOpen unless the bytes are exactly such a row of parts."""
    parts = []
    at = 0
    while at < len(data):
        start = at + 4
        at = start + int.from_bytes(data[at:start], "big")
        if at > len(data) or start > len(data):
            raise CannotOpen
        parts.append(data[start:at])
    return parts


def number(value: int) -> bytes:
    return value.to_bytes(NUMBER, "big")


def place(
    kind: str, *, record: UUID = NOWHERE, circle: UUID = NOWHERE, epoch: int = 0, version: int = 0
) -> bytes:
    """Where one sealed field belongs: every word of its context after the suite."""
    return lp(kind.encode(), record.bytes, circle.bytes, number(epoch), number(version))


def ctx(suite: int, where: bytes) -> bytes:
    """LP(suite, type, record id, circle id, epoch, version)."""
    return lp(bytes([suite])) + where
