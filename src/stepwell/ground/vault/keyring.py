"""The signed-in person and the circle keys they hold. Built for one request, never stored."""

from collections.abc import Mapping
from contextlib import suppress
from hmac import compare_digest
from itertools import chain
from typing import Any
from uuid import UUID

from msgspec.structs import replace

from stepwell.ground.vault.book import BookV1, change_book, open_book
from stepwell.ground.vault.boxes import public_of, unseal_from
from stepwell.ground.vault.content import Kind
from stepwell.ground.vault.drawers import Drawer
from stepwell.ground.vault.epochs import Chain, Said, believed, commitment, said
from stepwell.ground.vault.errors import CannotOpen, ChangedIdentity, Conflict, Locked, NoSeat
from stepwell.ground.vault.hidden import Hidden
from stepwell.ground.vault.keyrows import epochs, held_keys, identities
from stepwell.ground.vault.master import Master
from stepwell.ground.vault.openings import tell
from stepwell.ground.vault.places import wrap_place
from stepwell.ground.vault.sealing import unseal

Stored = dict[UUID, list[Said]]


class Keyring(Hidden):
    """Who is signed in, and which circles they can open. Keys are unwrapped when first needed."""

    __slots__ = ("_book", "_bundles", "_chains", "_drawers", "_held", "_keys", "_master", "_opened", "locked")

    _master: Master
    _book: BookV1
    locked: bool

    def __init__(self, master: Master, opened: bytes | None) -> None:
        self._master = master
        self._opened = opened
        self._load()

    def __repr__(self) -> str:
        return f"Keyring({self._master.person_id})"

    @property
    def person_id(self) -> UUID:
        return self._master.person_id

    @property
    def own(self) -> UUID:
        """The own circle. Raises Locked when it is behind its second passphrase."""
        if self.locked:
            raise Locked
        return self._book.own

    @property
    def circles(self) -> frozenset[UUID]:
        """Every circle of which something can be opened now, by a seat held now or before."""
        return frozenset(circle for circle in self._chains if not (self.locked and circle == self._book.own))

    @property
    def seated(self) -> frozenset[UUID]:
        """The circles with a seat in their newest epoch: those one may write in."""
        return frozenset(
            circle for circle in self.circles if self.person_id in self._chains[circle].newest.seats
        )

    def _load(self) -> None:
        """Read everything afresh from the database: three queries. Raises CannotOpen."""
        self._drawers: dict[tuple[str, UUID, int], Drawer] = {}
        self._keys: dict[tuple[UUID, int], bytes] = {}
        self._held = {(circle, number): wrap for circle, number, wrap in held_keys(self.person_id)}
        rows = _stored({circle for circle, _ in self._held})
        self._read_identities(rows)
        self._believe(rows)
        self.locked = self._book.locked and not self._opens_own()
        tell(frozenset(self._chains))

    def _read_identities(self, rows: Stored) -> None:
        named = {self.person_id}
        for row in chain(*rows.values()):
            if row.statement:
                named.update(row.statement.seats)
        self._bundles = {}
        book = None
        for person, bundle, version, sealed in identities(named):
            if person == self.person_id:
                book = open_book(self._master, version, sealed)
            else:
                self._bundles[person] = bundle
        if book is None:
            raise CannotOpen
        self._book = book

    def _believe(self, rows: Stored) -> None:
        self._chains = {}
        heads = {}
        for circle, sayings in rows.items():
            seen = self._book.heads.get(circle)
            found = believed(circle, sayings, seen=seen, known=self._known)
            if found and any(self.person_id in statement.seats for statement in found.statements):
                self._chains[circle] = found
                heads[circle] = (found.newest.number, found.head)
        if self._book.own not in self._chains:
            raise CannotOpen
        if any(self._book.heads.get(circle) != head for circle, head in heads.items()):
            self._remember(heads)

    def _remember(self, heads: Mapping[UUID, tuple[int, bytes]]) -> None:
        """Write down what was verified, so that it can neither be taken back nor need verifying again."""

        def further(book: BookV1) -> BookV1:
            newer = {c: head for c, head in heads.items() if head[0] > book.heads.get(c, (0,))[0]}
            return replace(book, heads=book.heads | newer)

        # Losing the race only means verifying once more at the next request.
        with suppress(Conflict):
            self._book = change_book(self._master, further)

    def _known(self, person_id: UUID) -> bytes | None:
        """The bundle this person trusts for somebody: their own, or the one pinned after comparing words."""
        return self._book.bundle if person_id == self.person_id else self._book.pins.get(person_id)

    def _chain(self, circle: UUID) -> Chain:
        """The believed epochs of a circle. Raises Locked or NoSeat."""
        if circle == self._book.own and self.locked:
            raise Locked
        if circle not in self._chains:
            raise NoSeat
        return self._chains[circle]

    def _writable(self, circle: UUID) -> int:
        """The epoch in which to write. Raises Locked, NoSeat or ChangedIdentity."""
        newest = self._chain(circle).newest
        if self.person_id not in newest.seats:
            raise NoSeat
        for person, seat in newest.seats.items():
            stored = self._bundles.get(person, seat.bundle)
            if seat.bundle != self._known(person) or (person != self.person_id and stored != seat.bundle):
                raise ChangedIdentity
        return newest.number

    def _drawer(self, kind: Kind[Any], circle: UUID, epoch: int) -> Drawer:
        """Where rows of this kind lie. Raises CannotOpen (Locked for the locked own circle)."""
        drawer = self._drawers.get((kind.name, circle, epoch))
        if drawer is None:
            key = self._circle_key(circle, epoch)
            drawer = Drawer(kind.word, circle, epoch, key, self._book.least_suite)
            self._drawers[kind.name, circle, epoch] = drawer
        return drawer

    def _circle_key(self, circle: UUID, epoch: int) -> bytes:
        """The key of one epoch, checked against what its maker signed. Raises CannotOpen."""
        if circle == self._book.own and self.locked:
            raise Locked
        if (circle, epoch) not in self._keys:
            self._keys[circle, epoch] = self._unwrap(circle, epoch)
        return self._keys[circle, epoch]

    def _unwrap(self, circle: UUID, epoch: int) -> bytes:
        wrap = self._held.get((circle, epoch))
        found = self._chains.get(circle)
        if wrap is None or found is None or not 0 < epoch <= len(found.statements):
            raise CannotOpen
        key = self._open_wrap(circle, epoch, wrap)
        # Whoever holds the database can close a key of their own for somebody, but cannot sign for it.
        if not compare_digest(commitment(key, circle, epoch), found.statements[epoch - 1].commitment):
            raise CannotOpen
        return key

    def _open_wrap(self, circle: UUID, epoch: int, wrap: bytes) -> bytes:
        where = wrap_place(self.person_id, circle, epoch)
        least = self._book.least_suite
        if circle == self._book.own:
            opened = self._opened if self._book.locked else None
            return unseal(self._master.own_key(opened), where, wrap, least=least)
        sealing = self._book.sealing
        return unseal_from(sealing, public_of(sealing), where, wrap, least=least)

    def _opens_own(self) -> bool:
        """Whether what the session brought still opens the locked circle; it may be from before a change."""
        if not self._opened:
            return False
        try:
            self._unwrap(self._book.own, self._chains[self._book.own].newest.number)
        except CannotOpen:
            return False
        return True


def _stored(circles: set[UUID]) -> Stored:
    rows: Stored = {circle: [] for circle in circles}
    for circle, statement, signature in epochs(circles):
        rows[circle].append(said(statement, signature))
    return rows
