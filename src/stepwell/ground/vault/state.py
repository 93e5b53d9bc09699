"""A person's sealed state: small named things under their root key, outside the circle that can be locked."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from stepwell.ground.vault.content import Content, Kind, encode_as, version_of
from stepwell.ground.vault.errors import Conflict
from stepwell.ground.vault.keyring import Keyring
from stepwell.ground.vault.master import Master
from stepwell.ground.vault.models import State
from stepwell.ground.vault.sealing import seal, unseal
from stepwell.ground.vault.words import place

T = TypeVar("T", bound=Content)
PERSON = State._meta.get_field("person_id")
# Every page asks this, for what its reader is called. Written out: to compose it takes longer than to run it.
NAMED = "SELECT * FROM vault_state WHERE person_id = %s AND name = %s"


def get_state(holder: Master | Keyring, name: str, kind: Kind[T]) -> T | None:
    """What is kept under this name, or None. Raises CannotOpen."""
    row = _row(_master(holder), name)
    return kind.decode(_open(_master(holder), row)) if row else None


def put_state(holder: Master | Keyring, name: str, content: Content) -> None:
    """Keep this under the name, in place of what was there. Raises Conflict if another writer was faster."""
    master = _master(holder)
    _put(master, name, _row(master, name), encode_as(version_of(content), content))


def change_state(
    holder: Master | Keyring, name: str, kind: Kind[T], change: Callable[[T | None], T | None]
) -> T | None:
    """Read, change, write as one step; other writers wait or make this start again. None forgets the name.

    Raises Conflict if others keep being faster. Returns what is kept now.
    """
    master = _master(holder)
    for _ in range(5):
        try:
            with transaction.atomic():
                row = _row(master, name)
                after = change(kind.decode(_open(master, row)) if row else None)
                if after is None:
                    drop_state(master, name)
                else:
                    _put(master, name, row, kind.encode(after))
                return after
        except Conflict:
            continue
    raise Conflict


def drop_state(holder: Master | Keyring, name: str) -> None:
    State.objects.filter(person_id=holder.person_id, name=name).delete()


def seal_anew(*, before: Master, after: Master) -> None:
    """Move everything from one root key of a person to their next."""
    for row in State.objects.select_for_update().filter(person_id=before.person_id):
        payload = _open(before, row)
        row.version += 1
        row.sealed = seal(after.key("state"), _where(row.person_id, row.name, row.version), payload)
        row.save(update_fields=["version", "sealed"])


def _put(master: Master, name: str, row: State | None, payload: bytes) -> None:
    version = row.version + 1 if row else 1
    sealed = seal(master.key("state"), _where(master.person_id, name, version), payload)
    if row:
        if not State.objects.filter(pk=row.pk, version=row.version).update(version=version, sealed=sealed):
            raise Conflict
        return
    try:
        with transaction.atomic():
            State.objects.create(person_id=master.person_id, name=name, version=version, sealed=sealed)
    except IntegrityError:
        raise Conflict from None


def _row(master: Master, name: str) -> State | None:
    person = PERSON.get_db_prep_value(master.person_id, connection)
    return next(iter(State.objects.raw(NAMED, [person, name])), None)


def _open(master: Master, row: State) -> bytes:
    return unseal(master.key("state"), _where(master.person_id, row.name, row.version), bytes(row.sealed))


def _where(person_id: UUID, name: str, version: int) -> bytes:
    return place(f"vault.State.{name}", record=person_id, version=version)


def _master(holder: Master | Keyring) -> Master:
    return holder._master if isinstance(holder, Keyring) else holder
