"""The book: what a person must be able to trust whatever the database says. Sealed under their root key.

It holds their private halves, which circle is their own, whose bundles they compared words with, and the
newest epoch they saw of every circle. A row in the database that disagrees with the book is not believed.
"""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from stepwell.ground.vault.content import Content, Kind
from stepwell.ground.vault.errors import CannotOpen, Conflict
from stepwell.ground.vault.master import Master
from stepwell.ground.vault.models import Identity
from stepwell.ground.vault.sealing import LEAST, seal, unseal
from stepwell.ground.vault.words import place


class BookV1(Content, frozen=True, kw_only=True):
    own: UUID
    bundle: bytes
    sealing: bytes
    signing: bytes
    recovery_public: bytes
    draft_public: bytes
    locked: bool = False
    least_suite: int = LEAST
    pins: dict[UUID, bytes] = {}
    heads: dict[UUID, tuple[int, bytes]] = {}


KIND = Kind("vault.Identity.sealed", BookV1)


def seal_book(master: Master, book: BookV1, version: int) -> bytes:
    return seal(master.key("book"), _where(master, version), KIND.encode(book))


def open_book(master: Master, version: int, sealed: bytes | memoryview) -> BookV1:
    return KIND.decode(unseal(master.key("book"), _where(master, version), bytes(sealed)))


def load_book(master: Master) -> tuple[BookV1, int]:
    """The book and its version. Raises CannotOpen, also for a root key that was renewed since."""
    row = Identity.objects.filter(person_id=master.person_id).values_list("version", "sealed").first()
    if row is None:
        raise CannotOpen
    return open_book(master, row[0], row[1]), row[0]


def change_book(master: Master, change: Callable[[BookV1], BookV1]) -> BookV1:
    """Read the book as it stands, change it, write it back. Raises Conflict if others keep being faster."""
    for _ in range(5):
        with transaction.atomic():
            book, version = load_book(master)
            changed = change(book)
            if changed == book or keep_book(master, changed, version):
                return changed
    raise Conflict


def keep_book(master: Master, book: BookV1, version: int) -> bool:
    """Write the book over the given version. False when that version is no longer the one on disk."""
    kept = Identity.objects.filter(person_id=master.person_id, version=version).update(
        version=version + 1, sealed=seal_book(master, book, version + 1)
    )
    return kept == 1


def _where(master: Master, version: int) -> bytes:
    return place(KIND.name, record=master.person_id, version=version)
