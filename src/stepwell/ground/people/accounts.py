"""The life of an account: made, entered, given another password, found again with the printed code, gone."""

from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from stepwell.ground.people import codes, limits, names, signins
from stepwell.ground.people.models import KnownBrowser, Person, RecoveryWait
from stepwell.ground.people.profile import call, someone
from stepwell.ground.privacy.api import rooms
from stepwell.ground.vault.api import (
    Keyring,
    Master,
    NewAccount,
    erase,
    new_account,
    new_id,
    renew_keys,
    set_password,
)

WAIT = timedelta(hours=72)
# Counts up when what a reader of the file must know changes.
EXPORT_FORMAT = 1


class NameTaken(Exception):
    """Somebody signs in with this name already."""


def sign_up(
    *, name: str, password: str, zone: str, language: str = "en", form: UUID | None = None
) -> NewAccount:
    """A new place. Raises NameTaken. Call it outside any transaction: the vault stretches the password.

    With `form` the printed code waits until it is kept, and that form may be sent again: see `codes`.
    """
    if names.find(name) is not None:
        raise NameTaken
    person_id = new_id()
    made = new_account(person_id, password)
    try:
        with transaction.atomic():
            Person.objects.create(
                id=person_id,
                handle=names.handle(name),
                made_on=timezone.now().date(),
                zone=zone,
                language=language,
            )
            call(made.master, name.strip())
            if form:
                codes.keep(made.master, made.code, form)
    except IntegrityError:
        erase(person_id)
        raise NameTaken from None
    return made


def change_password(master: Master, password: str) -> None:
    set_password(master, password)


def renew(master: Master, password: str, *, opened: bytes | None, form: UUID | None = None) -> NewAccount:
    """Somebody knows the password: new keys, a new code, and every sign-in ends. `form` as at `sign_up`.

    Raises CannotOpen where this root key was renewed meanwhile.
    """

    def keep(made: NewAccount) -> None:
        if form:
            codes.keep(made.master, made.code, form)

    made = renew_keys(master, password, opened=opened, also=keep)
    signins.end_all(master.person_id)
    KnownBrowser.objects.filter(person_id=master.person_id).delete()
    keep_out(master.person_id)
    return made


def ask_to_recover(person_id: UUID) -> RecoveryWait:
    """Begin the wait, or find the one that runs. It shows in every open sign-in, where it can be ended."""
    wait, _made = RecoveryWait.objects.get_or_create(
        person_id=person_id, defaults={"opens_at": timezone.now() + WAIT}
    )
    return wait


def may_recover(master: Master) -> bool:
    """Once the wait is over. A second factor needs none: see `factors.check_code`."""
    wait = RecoveryWait.objects.filter(pk=master.person_id).first()
    return wait is not None and wait.opens_at <= timezone.now()


def recover(master: Master, password: str, form: UUID | None = None) -> NewAccount:
    """A new password by the printed code. A new code replaces it and every sign-in ends."""
    return renew(master, password, opened=None, form=form)


def keep_out(person_id: UUID) -> None:
    """End a recovery that is waiting."""
    RecoveryWait.objects.filter(pk=person_id).delete()


def everything(keyring: Keyring) -> dict[str, object]:
    """All that a person has here, room by room, as plain structures; first of all whose it is and when."""
    person = someone(Person.objects.get(pk=keyring.person_id), keyring)
    heading = {
        "made-by": "Stepwell",
        "format": EXPORT_FORMAT,
        "of": person.name,
        "day": timezone.now().astimezone(person.zone).date().isoformat(),
    }
    return {"this-file": heading} | {room.name: room.export(keyring) for room in rooms()}


def delete(keyring: Keyring) -> None:
    """Forget a person, upper rooms first and their keys last. There is no way back, and the page said so."""
    person_id = keyring.person_id
    with transaction.atomic():
        # Asked for twice at once, the second finds nobody: it is done.
        if Person.objects.select_for_update().filter(pk=person_id).first():
            for room in rooms():
                room.erase(keyring)
    signins.end_all(person_id)
    KnownBrowser.objects.filter(person_id=person_id).delete()
    for step in limits.STEPS:
        limits.forget(limits.bucket(str(person_id), step))
