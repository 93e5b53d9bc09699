"""The second passphrase: the own circle opens only with the root *and* what the passphrase closes.

A random secret is closed by the stretched passphrase and, sealed to its public half, by the printed code.
The keys of the own circle are closed by a key made of the root and that secret together.
"""

from os import urandom
from uuid import UUID

from django.db import transaction
from msgspec.structs import replace

from stepwell.ground.vault import own
from stepwell.ground.vault.book import BookV1, keep_book, load_book
from stepwell.ground.vault.boxes import public_of, seal_to, unseal_from
from stepwell.ground.vault.errors import CannotOpen, Conflict, Locked
from stepwell.ground.vault.master import Master
from stepwell.ground.vault.models import Lock
from stepwell.ground.vault.password import NEWEST, stretch
from stepwell.ground.vault.places import personal_place
from stepwell.ground.vault.roots import hold, stretched_anew
from stepwell.ground.vault.sealing import seal, unseal

SECRET = 32
BY_PASSPHRASE = "vault.Lock.by_passphrase"  # noqa: S105  # the name of a field
BY_CODE = "vault.Lock.by_code"


def has_lock(person_id: UUID) -> bool:
    return Lock.objects.filter(person_id=person_id).exists()


def set_lock(master: Master, passphrase: str, *, opened: bytes | None = None) -> bytes:
    """Put the own circle behind a passphrase, or behind another one. Call it outside any transaction.

    Returns what opens it now, for the session that set it. What is written from now on is under a new epoch,
    so that an old copy of the database and the password do not reach it. Raises Locked while it is locked.
    """
    salt, stretched = stretched_anew(passphrase)
    secret, person_id = urandom(SECRET), master.person_id
    with transaction.atomic():
        hold(person_id)
        book, version = load_book(master)
        before = master.own_key(what_opens(book, master, opened))
        own.close_anew(book, person_id, before=before, after=master.own_key(secret))
        book = own.add_epoch(replace(book, locked=True), master, opened=secret)
        columns = {
            "costs": NEWEST,
            "salt": salt,
            "by_passphrase": seal(stretched.kek, personal_place(BY_PASSPHRASE, person_id), secret),
            "by_code": closed_for_code(person_id, book.recovery_public, secret),
        }
        Lock.objects.update_or_create(person_id=person_id, defaults=columns)
        if not keep_book(master, book, version):
            raise Conflict
    return secret


def remove_lock(master: Master, opened: bytes | None) -> None:
    """The password alone is enough again. Raises Locked unless it is open."""
    with transaction.atomic():
        hold(master.person_id)
        book, version = load_book(master)
        secret = what_opens(book, master, opened)
        own.close_anew(book, master.person_id, before=master.own_key(secret), after=master.own_key(None))
        Lock.objects.filter(person_id=master.person_id).delete()
        if not keep_book(master, replace(book, locked=False), version):
            raise Conflict


def open_lock(master: Master, passphrase: str) -> bytes | None:
    """What opens the own circle, or None for a wrong passphrase. Call it outside any transaction."""
    row = Lock.objects.filter(person_id=master.person_id).first()
    if row is None:
        return None
    stretched = stretch(passphrase, bytes(row.salt), costs=row.costs)
    where = personal_place(BY_PASSPHRASE, master.person_id)
    try:
        return unseal(stretched.kek, where, bytes(row.by_passphrase))
    except CannotOpen:
        return None


def open_lock_by_code(master: Master) -> bytes | None:
    """As `open_lock`, for a root that the printed code opened; None for any other, or without a lock."""
    row = Lock.objects.filter(person_id=master.person_id).first()
    if row is None or master._from_code is None:
        return None
    where = personal_place(BY_CODE, master.person_id)
    try:
        return unseal_from(master._from_code, public_of(master._from_code), where, bytes(row.by_code))
    except CannotOpen:
        return None


def closed_for_code(person_id: UUID, recovery_public: bytes, secret: bytes) -> bytes:
    return seal_to(recovery_public, personal_place(BY_CODE, person_id), secret)


def what_opens(book: BookV1, master: Master, opened: bytes | None) -> bytes | None:
    """The secret that closes the own circle with the root; None without a lock. Raises Locked if not here."""
    if not book.locked:
        return None
    secret = opened or open_lock_by_code(master)
    if secret is None or not own.opens(book, master.person_id, master.own_key(secret)):
        raise Locked
    return secret
