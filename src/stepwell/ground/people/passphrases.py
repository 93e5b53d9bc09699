"""The second passphrase, from the side of a sign-in that has it open."""

from django.utils import timezone

from stepwell.ground.people.models import SignIn
from stepwell.ground.people.signins import Visit
from stepwell.ground.vault.api import (
    Master,
    check_code,
    open_lock_by_code,
    remove_lock,
    set_lock,
    unwrap_opened,
    wrap_opened,
)


def opened_now(visit: Visit) -> bytes | None:
    return unwrap_opened(visit.sk, bytes(visit.row.opened)) if visit.row.opened else None


def by_printed_code(master: Master, words: str) -> bytes | None:
    """What opens the own circle, if these words are the printed code. Costs no stretching."""
    found = check_code(master.person_id, words)
    return open_lock_by_code(found) if found else None


def keep_open(visit: Visit, opened: bytes) -> None:
    """For this sign-in alone, until five minutes pass without a page."""
    now = timezone.now()
    SignIn.objects.filter(pk=visit.row.pk).update(opened=wrap_opened(visit.sk, opened), last_used=now)


def put(visit: Visit, passphrase: str) -> None:
    """Other sign-ins of this person are locked from now on; this one stays open."""
    opened = set_lock(visit.master, passphrase, opened=opened_now(visit))
    SignIn.objects.filter(person_id=visit.row.person_id).update(opened=None)
    keep_open(visit, opened)


def take_away(visit: Visit) -> None:
    remove_lock(visit.master, opened_now(visit))
    SignIn.objects.filter(person_id=visit.row.person_id).update(opened=None)
