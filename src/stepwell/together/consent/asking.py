"""Asking for this time, saying yes to it, and taking either back. To the other, left, no and not seen are
nothing at all."""

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from msgspec.structs import replace

from stepwell.ground.live.api import announce
from stepwell.ground.spaces.api import Couple, couple_of, open_space, sealing_for_two
from stepwell.ground.vault.api import CannotOpen, ChangedIdentity, Conflict, Keyring, NoSeat, read, write
from stepwell.together.consent import gate, standing
from stepwell.together.consent.content import AskingV1, HeldV1, OwnV1, YesV1
from stepwell.together.consent.limits import Gone, Later, as_if_asked, full_hour
from stepwell.together.consent.models import Asking, Consent
from stepwell.together.consent.own import change_own, let_go, nobody, own_of


@dataclass(frozen=True)
class Asked:
    """said: this person said yes to it, and that does not count yet."""

    id: UUID
    asked: AskingV1
    said: bool


def mine(keyring: Keyring, couple: Couple) -> AskingV1 | None:
    """My own asking. Where it is held back it looks the same here."""
    row = _of(keyring, couple, keyring.person_id)
    held = own_of(keyring, couple.circle).asked
    found = read(keyring, row) if row else held and _freed(held)
    return found if found and timezone.now() < found.until else None


def theirs(keyring: Keyring, couple: Couple) -> Asked | None:
    row = _of(keyring, couple, couple.partner_id)
    if row is None:
        return None
    asked: AskingV1 = read(keyring, row)
    yes = own_of(keyring, couple.circle).yes
    said = yes is not None and yes.asking == row.id
    return Asked(row.id, asked, said) if timezone.now() < asked.until else None


def ask(keyring: Keyring, couple: Couple, asked: AskingV1) -> bool:
    """Whether it stands now: sent twice it is asked once. Where another stands already nothing changes.

    Raises NotNow, Later.
    """
    open_space(couple)
    if gate.too_much(keyring):
        raise Later
    try:
        with sealing_for_two(), transaction.atomic():
            old = mine(keyring, couple)
            if old or standing.stands(keyring, couple):
                return old is not None and replace(old, until=asked.until) == asked
            if gate.may_draw_near(keyring):
                _put(keyring, couple, asked)
            else:
                change_own(keyring, couple.circle, lambda own: replace(own, asked=_held(asked)))
    except IntegrityError:  # the same press at the same moment
        old = mine(keyring, couple)
        return old is not None and replace(old, until=asked.until) == asked
    return True


def _put(keyring: Keyring, couple: Couple, asked: AskingV1) -> None:
    if old := _of(keyring, couple, keyring.person_id):
        old.delete()
    row = Asking(circle_id=couple.circle, person_id=keyring.person_id, over=full_hour(asked.until))
    write(keyring, row, asked)
    row.save(force_insert=True)
    announce(couple.circle)


def _held(asked: AskingV1) -> HeldV1:
    return HeldV1(what=asked.what, outs=asked.outs, until=asked.until)


def _freed(held: HeldV1) -> AskingV1:
    return AskingV1(what=held.what, outs=held.outs, until=held.until)


def say_yes(keyring: Keyring, couple: Couple, asking: UUID, *, outs: tuple[str, ...]) -> None:
    """For this time, narrowed by `outs`. With it what was asked stands, where this word counts.

    Raises Gone, Later, NotNow.
    """
    open_space(couple)
    found = theirs(keyring, couple)
    if found is None or found.id != asking:
        raise Gone
    if gate.too_much(keyring):
        raise Later
    said = YesV1(asking=asking, outs=outs)
    try:
        with sealing_for_two(), transaction.atomic():
            if not gate.may_draw_near(keyring):
                change_own(keyring, couple.circle, lambda own: replace(own, yes=said))
            elif not _agree(keyring, couple, said):
                raise Gone
    except IntegrityError:  # the other's yes to one's own asking was there at the same moment
        raise Gone from None


def _agree(keyring: Keyring, couple: Couple, said: YesV1) -> bool:
    """Inside a transaction. It narrows what was asked and never widens it, so that no third yes is needed."""
    # All of them, in one order: two who say yes to each other at once wait for each other, and one is first.
    rows = list(Asking.objects.within(keyring, couple.circle).select_for_update().order_by("id"))
    row = next((one for one in rows if one.id == said.asking and one.person_id == couple.partner_id), None)
    if row is None or Consent.objects.within(keyring, couple.circle).exists():
        return False
    asked: AskingV1 = read(keyring, row)
    if timezone.now() >= asked.until:
        return False
    standing.begin(keyring, couple, row.id, asked, said.outs)
    return True


def take_back(keyring: Keyring, couple: Couple) -> None:
    """My asking, my yes that does not count yet, and what stands: whichever of them there is, also where one
    became the other since the page was drawn. It never refuses, and leaves nothing to see."""
    with transaction.atomic():
        # In the order of a yes, so that one waits for the other.
        rows = list(Asking.objects.within(keyring, couple.circle).select_for_update().order_by("id"))
        my = [row.id for row in rows if row.person_id == keyring.person_id]
        gone = Asking.objects.within(keyring, couple.circle).filter(id__in=my).delete()[0]
        gone += Consent.objects.within(keyring, couple.circle).delete()[0]
        if gone and not couple.paused:
            announce(couple.circle)
    let_go(keyring, couple.circle)


def visit(keyring: Keyring, couple: Couple | None, *, visited: bool = True) -> None:
    """At a visit of theirs: what ran out goes, what was held counts from when it may, and the other way."""
    try:
        with transaction.atomic():
            if couple is None or couple.paused:
                nobody(keyring, visited=visited)
                return
            counts = gate.may_draw_near(keyring)
            standing.settle(keyring, couple, counts=counts)
            change_own(
                keyring,
                couple.circle,
                lambda own: _settled(keyring, couple, own, counts=counts),
                visited=visited,
            )
    except (IntegrityError, CannotOpen, ChangedIdentity, NoSeat, Conflict):
        return


def settle(keyring: Keyring) -> None:
    """Called as soon as something may count that did not, or may not any more."""
    visit(keyring, couple_of(keyring), visited=False)


def _settled(keyring: Keyring, couple: Couple, own: OwnV1, *, counts: bool) -> OwnV1:
    """Inside a transaction: what is left on one's own leaf."""
    now = timezone.now()
    for row in list(Asking.objects.within(keyring, couple.circle)):
        if now >= read(keyring, row).until:
            row.delete()  # without a word: that somebody looked in is not told by it
    own = replace(own, asked=own.asked if own.asked and now < own.asked.until else None)
    own = _with_yes(keyring, couple, own, counts=counts)
    ours = _of(keyring, couple, keyring.person_id)
    if ours and not counts:
        own = replace(own, asked=_held(read(keyring, ours)))
        ours.delete()
        announce(couple.circle)
    elif own.asked and counts:
        until = as_if_asked(now, own.asked.until)
        if until and not ours and not Consent.objects.within(keyring, couple.circle).exists():
            _put(keyring, couple, replace(_freed(own.asked), until=until))
        own = replace(own, asked=None)
    return own


def _with_yes(keyring: Keyring, couple: Couple, own: OwnV1, *, counts: bool) -> OwnV1:
    if own.yes is None:
        return own
    theirs = _of(keyring, couple, couple.partner_id)
    there = theirs is not None and theirs.id == own.yes.asking
    if there and not counts:
        return own
    if there and _agree(keyring, couple, own.yes):
        return replace(own, asked=None, yes=None)
    return replace(own, yes=None)


def _of(keyring: Keyring, couple: Couple, person: UUID) -> Asking | None:
    row: Asking | None = Asking.objects.one(keyring, couple.circle, person_id=person)
    return row
