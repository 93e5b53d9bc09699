"""What the maker of an epoch says and signs, and which epochs a keyring believes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from uuid import UUID

from stepwell.ground.vault.errors import CannotOpen
from stepwell.ground.vault.identity import read_bundle, sign, signed
from stepwell.ground.vault.models import Epoch
from stepwell.ground.vault.words import lp, number, unlp

_TAG = b"epoch1"
FOUNDING = b""
# The number and the hash of a circle's newest epoch.
Head = tuple[int, bytes]


@dataclass(frozen=True, slots=True)
class Seat:
    """The bundle a key was closed for, and the hash of that closed key (none in the own circle)."""

    bundle: bytes
    wrap: bytes


@dataclass(frozen=True, slots=True)
class Statement:
    circle: UUID
    number: int
    previous: bytes
    maker: UUID
    seats: Mapping[UUID, Seat]
    commitment: bytes

    def encode(self) -> bytes:
        seats = [
            lp(person.bytes, seat.bundle, seat.wrap)
            for person, seat in sorted(self.seats.items(), key=lambda item: item[0].bytes)
        ]
        return lp(
            _TAG,
            self.circle.bytes,
            number(self.number),
            self.previous,
            self.maker.bytes,
            lp(*seats),
            self.commitment,
        )


def read_statement(data: bytes) -> Statement:
    """Raises CannotOpen unless these are the bytes that `encode` makes."""
    parts = unlp(data)
    if len(parts) != 7 or parts[0] != _TAG or len(parts[1]) != 16 or len(parts[4]) != 16:
        raise CannotOpen
    _, circle, count, previous, maker, seats, commitment = parts
    return Statement(
        UUID(bytes=circle),
        int.from_bytes(count, "big"),
        previous,
        UUID(bytes=maker),
        _seats(seats),
        commitment,
    )


def _seats(data: bytes) -> dict[UUID, Seat]:
    seats = {}
    for part in unlp(data):
        fields = unlp(part)
        if len(fields) != 3 or len(fields[0]) != 16:
            raise CannotOpen
        seats[UUID(bytes=fields[0])] = Seat(fields[1], fields[2])
    return seats


def digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=32).digest()


def commitment(key: bytes, circle: UUID, count: int) -> bytes:
    """32 bytes that fix a circle key without telling it."""
    return blake2b(lp(b"commit1", circle.bytes, number(count)), key=key, digest_size=32).digest()


@dataclass(frozen=True, slots=True)
class Chain:
    """The believed epochs of one circle, the first at 0."""

    statements: tuple[Statement, ...]
    head: bytes

    @property
    def newest(self) -> Statement:
        return self.statements[-1]


@dataclass(frozen=True, slots=True)
class Said:
    """One stored row: what it says (None if it says nothing readable), its bytes and their signature."""

    statement: Statement | None
    data: bytes
    signature: bytes


def said(data: bytes, signature: bytes) -> Said:
    try:
        return Said(read_statement(data), data, signature)
    except CannotOpen:
        return Said(None, data, signature)


def believed(
    circle: UUID,
    rows: Iterable[Said],
    *,
    seen: Head | None,
    known: Callable[[UUID], bytes | None],
) -> Chain | None:
    """The longest beginning of `rows` (in order) that may be believed, or None.

    What the book has seen is believed by its hash, and must be there: a shortened or rewritten circle is
    refused whole. What is newer must be signed by somebody with a seat in the epoch before, and seat only
    people whose bundle is known (one's own, or pinned after comparing words).
    """
    seen_number, seen_head = seen or (0, FOUNDING)
    statements: list[Statement] = []
    head = FOUNDING
    for row in rows:
        if row.statement is None or not _follows(row.statement, circle, len(statements) + 1, head):
            break
        if len(statements) >= seen_number and not _vouched(row, row.statement, statements, known):
            break
        statements.append(row.statement)
        head = digest(row.data)
        if len(statements) == seen_number and head != seen_head:
            return None
    if not statements or len(statements) < seen_number:
        return None
    return Chain(tuple(statements), head)


def _follows(statement: Statement, circle: UUID, count: int, previous: bytes) -> bool:
    return statement.circle == circle and statement.number == count and statement.previous == previous


def _vouched(
    row: Said, statement: Statement, before: Sequence[Statement], known: Callable[[UUID], bytes | None]
) -> bool:
    entitled = (before[-1] if before else statement).seats.get(statement.maker)
    if entitled is None or entitled.bundle != known(statement.maker):
        return False
    if any(seat.bundle != known(person) for person, seat in statement.seats.items()):
        return False
    try:
        maker = read_bundle(statement.maker, entitled.bundle)
    except CannotOpen:
        return False
    return signed(maker.signing, row.data, row.signature)


def say(signing: bytes, statement: Statement) -> Head:
    """Sign and store a statement. Raises IntegrityError when that epoch exists already."""
    data = statement.encode()
    Epoch.objects.create(
        circle_id=statement.circle, number=statement.number, statement=data, signature=sign(signing, data)
    )
    return statement.number, digest(data)
