"""Circles: founding one, a new epoch at every change of seats, leaving.

Each takes the keyring of who does it, signs with their identity, and leaves the keyring loaded afresh.
"""

from collections.abc import Mapping
from os import urandom
from uuid import UUID

from django.db import IntegrityError, transaction
from msgspec.structs import replace

from stepwell.ground.vault.book import BookV1, change_book
from stepwell.ground.vault.boxes import seal_to
from stepwell.ground.vault.epochs import FOUNDING, Head, Seat, Statement, commitment, digest, say
from stepwell.ground.vault.errors import ChangedIdentity, Conflict, NoSeat
from stepwell.ground.vault.identity import read_bundle
from stepwell.ground.vault.ids import new_id
from stepwell.ground.vault.keyring import Keyring
from stepwell.ground.vault.models import HeldKey
from stepwell.ground.vault.places import wrap_place

KEY = 32


def my_bundle(keyring: Keyring) -> bytes:
    """My public bundle, to be shown to whoever I want to share a circle with."""
    return keyring._book.bundle


def pinned(keyring: Keyring, person_id: UUID) -> bytes | None:
    """The bundle of somebody whose words I compared, or None."""
    return keyring._book.pins.get(person_id)


def pin(keyring: Keyring, person_id: UUID, bundle: bytes) -> None:
    """Keep this bundle as that person's: the words were compared and are the same. Raises CannotOpen."""
    read_bundle(person_id, bundle)
    change_book(keyring._master, lambda book: replace(book, pins=book.pins | {person_id: bundle}))
    keyring._load()


def seats(keyring: Keyring, circle: UUID) -> frozenset[UUID]:
    """Who has a seat in the newest believed epoch. Raises NoSeat or Locked."""
    return frozenset(keyring._chain(circle).newest.seats)


def others_hold(keyring: Keyring, circle: UUID) -> bool:
    """Whether anybody else still has a key with which something in this circle opens, by whichever epoch."""
    return HeldKey.objects.filter(circle=circle).exclude(person_id=keyring.person_id).exists()


def found_circle(keyring: Keyring, seats: Mapping[UUID, bytes]) -> UUID:
    """A new circle for these people and their bundles, mine among them; the others must be pinned.

    Raises ChangedIdentity for a bundle that is not the one pinned.
    """
    if keyring.person_id not in seats:
        raise NoSeat
    circle = new_id()
    _next_epoch(keyring, circle, (0, FOUNDING), seats)
    return circle


def new_epoch(keyring: Keyring, circle: UUID, seats: Mapping[UUID, bytes]) -> None:
    """A fresh key for these seats from now on.

    Raises NoSeat, ChangedIdentity, or Conflict when somebody else made an epoch first.
    """
    chain = keyring._chain(circle)
    if keyring.person_id not in chain.newest.seats or circle == keyring._book.own:
        raise NoSeat
    _next_epoch(keyring, circle, (chain.newest.number, chain.head), seats)


def close_seat(keyring: Keyring, circle: UUID) -> None:
    """Leave: the others get a new key, and this keyring never keeps it. What was readable stays readable."""
    rest = {
        p: seat.bundle for p, seat in keyring._chain(circle).newest.seats.items() if p != keyring.person_id
    }
    new_epoch(keyring, circle, rest)


def _next_epoch(keyring: Keyring, circle: UUID, after: Head, seats: Mapping[UUID, bytes]) -> None:
    for person, bundle in seats.items():
        if bundle != keyring._known(person):
            raise ChangedIdentity
    try:
        with transaction.atomic():
            head = add_shared_epoch(keyring._book, keyring.person_id, circle, after, seats)
            change_book(keyring._master, lambda book: seen(book, circle, head))
    except IntegrityError:
        raise Conflict from None
    keyring._load()


def seen(book: BookV1, circle: UUID, head: Head) -> BookV1:
    return replace(book, heads=book.heads | {circle: head})


def add_shared_epoch(
    book: BookV1, maker: UUID, circle: UUID, after: Head, seats: Mapping[UUID, bytes]
) -> Head:
    """Make the key, close it once for every seat, and store the signed statement. Returns the new head."""
    number, key = after[0] + 1, urandom(KEY)
    wraps = {
        person: seal_to(read_bundle(person, bundle).sealing, wrap_place(person, circle, number), key)
        for person, bundle in seats.items()
    }
    HeldKey.objects.bulk_create(
        HeldKey(person_id=person, circle=circle, number=number, wrap=wrap) for person, wrap in wraps.items()
    )
    said = {person: Seat(bundle, digest(wraps[person])) for person, bundle in seats.items()}
    return say(
        book.signing, Statement(circle, number, after[1], maker, said, commitment(key, circle, number))
    )
