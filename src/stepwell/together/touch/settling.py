"""What a visit brings up to date. Nobody but who visits sees that anything moved."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from stepwell.ground.live.api import announce
from stepwell.ground.spaces.api import Couple, couple_of
from stepwell.ground.vault.api import CannotOpen, ChangedIdentity, Conflict, Keyring, NoSeat, read
from stepwell.together.touch import gate, going_on, session
from stepwell.together.touch.asking import agree, put, row_of_mine, row_of_theirs, stands
from stepwell.together.touch.content import YesV1
from stepwell.together.touch.models import Asking, KeptBack, Time
from stepwell.together.touch.place import seen


def visit(keyring: Keyring, couple: Couple | None) -> None:
    """At a visit of theirs: what ran out goes, what was held counts from when it may, and the other way."""
    if couple is None or couple.paused:
        return
    try:
        with transaction.atomic():
            counts = gate.may_draw_near(keyring)
            session.settle(keyring, couple, counts=counts)
            _lapse(keyring, couple)
            _settle_asking(keyring, couple, counts=counts)
            _settle_yes(keyring, couple, counts=counts)
            going_on.settle(keyring, couple)
    except (IntegrityError, CannotOpen, ChangedIdentity, NoSeat, Conflict):
        return


def settle(keyring: Keyring) -> None:
    """Called as soon as something may count that did not, or may not any more."""
    visit(keyring, couple_of(keyring))


def _lapse(keyring: Keyring, couple: Couple) -> None:
    place = seen(keyring, couple.circle)
    gone = False
    for row in Asking.objects.within(keyring, couple.circle):
        if not stands(read(keyring, row), place):
            row.delete()
            gone = True
    for row in Asking.objects.within(keyring, keyring.own):
        if not stands(read(keyring, row), place):
            row.delete()
    if gone:
        announce(couple.circle)


def _settle_asking(keyring: Keyring, couple: Couple, *, counts: bool) -> None:
    own = Asking.objects.one(keyring, keyring.own)
    ours = row_of_mine(keyring, couple)
    if own and counts:
        if not ours and not Time.objects.within(keyring, couple.circle).exists():
            put(keyring, couple, couple.circle, read(keyring, own))
        own.delete()
    elif ours and not counts:
        Asking.objects.within(keyring, keyring.own).delete()
        put(keyring, couple, keyring.own, read(keyring, ours))
        ours.delete()
        announce(couple.circle)


def _settle_yes(keyring: Keyring, couple: Couple, *, counts: bool) -> None:
    row = KeptBack.objects.one(keyring, keyring.own)
    if row is None:
        return
    said: YesV1 = read(keyring, row)
    theirs = row_of_theirs(keyring, couple)
    there = theirs is not None and theirs.id == said.asking
    if there and counts:
        agree(keyring, couple, said)
    if counts or not there or timezone.now() >= said.until:
        row.delete()
