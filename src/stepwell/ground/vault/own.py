"""The own circle: one seat, and keys closed by the root itself, so that renewing the root renews them."""

from os import urandom
from uuid import UUID

from msgspec.structs import replace

from stepwell.ground.vault.book import BookV1
from stepwell.ground.vault.boxes import public_of
from stepwell.ground.vault.derive import derive
from stepwell.ground.vault.epochs import FOUNDING, Seat, Statement, commitment, say
from stepwell.ground.vault.errors import CannotOpen
from stepwell.ground.vault.master import Master
from stepwell.ground.vault.models import HeldKey
from stepwell.ground.vault.places import wrap_place
from stepwell.ground.vault.sealing import seal, unseal

KEY = 32


def add_epoch(book: BookV1, master: Master, *, opened: bytes | None) -> BookV1:
    """A new epoch, closed by the root (and by `opened`, if there is a lock). Returns the book that knows it.

    Its keys are closed anew whenever root or lock changes, so the statement binds the key and not its wrap.
    """
    before, previous = book.heads.get(book.own, (0, FOUNDING))
    number, key, me = before + 1, urandom(KEY), master.person_id
    HeldKey.objects.create(
        person_id=me,
        circle=book.own,
        number=number,
        wrap=seal(master.own_key(opened), wrap_place(me, book.own, number), key),
    )
    seats = {me: Seat(book.bundle, b"")}
    statement = Statement(book.own, number, previous, me, seats, commitment(key, book.own, number))
    heads = book.heads | {book.own: say(book.signing, statement)}
    return replace(book, heads=heads, draft_public=public_of(draft_private(key)))


def close_anew(book: BookV1, person_id: UUID, *, before: bytes, after: bytes) -> None:
    """Close every key of the own circle with another. Raises CannotOpen if `before` did not close them."""
    for held in HeldKey.objects.filter(person_id=person_id, circle=book.own):
        where = wrap_place(person_id, book.own, held.number)
        held.wrap = seal(after, where, unseal(before, where, bytes(held.wrap), least=book.least_suite))
        held.save(update_fields=["wrap"])


def draft_private(own_circle_key: bytes) -> bytes:
    """The X25519 key that opens drafts: out of the own circle, so that what is half-written locks with it."""
    return derive(own_circle_key, "drafts")


def opens(book: BookV1, person_id: UUID, key: bytes) -> bool:
    """Whether `key` is what closes the own circle now."""
    number = book.heads[book.own][0]
    held = HeldKey.objects.filter(person_id=person_id, circle=book.own, number=number).first()
    try:
        return held is not None and bool(
            unseal(key, wrap_place(person_id, book.own, number), bytes(held.wrap))
        )
    except CannotOpen:
        return False
