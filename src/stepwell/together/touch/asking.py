"""Asking for a time of touch, and saying yes for this time. To the other a no and a silence are nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from msgspec.structs import replace

from stepwell.ground.live.api import announce
from stepwell.ground.spaces.api import Couple, NotNow, open_space, sealing_for_two
from stepwell.ground.vault.api import Keyring, read, write
from stepwell.together.touch import gate, session
from stepwell.together.touch.content import AskingV1, PlaceV1, TimeV1, YesV1
from stepwell.together.touch.limits import Gone, Later, full_hour
from stepwell.together.touch.models import Asking, KeptBack, Time
from stepwell.together.touch.place import seen
from stepwell.together.touch.terms import apart, same


@dataclass(frozen=True)
class Asked:
    """said: this person said yes to it, whether or not that counts yet."""

    id: UUID
    asked: AskingV1
    said: bool = False


def mine(keyring: Keyring, couple: Couple) -> Asked | None:
    """My own asking. Where it is held back it looks the same here."""
    row = row_of_mine(keyring, couple) or Asking.objects.one(keyring, keyring.own)
    return _standing(keyring, couple, row)


def theirs(keyring: Keyring, couple: Couple) -> Asked | None:
    found = _standing(keyring, couple, row_of_theirs(keyring, couple))
    if found is None:
        return None
    held = KeptBack.objects.one(keyring, keyring.own)
    said = held is not None and read(keyring, held).asking == found.id
    return Asked(found.id, found.asked, said=said)


def _standing(keyring: Keyring, couple: Couple, row: Asking | None) -> Asked | None:
    if row is None:
        return None
    asked: AskingV1 = read(keyring, row)
    return Asked(row.id, asked) if stands(asked, seen(keyring, couple.circle)) else None


def stands(asked: AskingV1, place: PlaceV1) -> bool:
    return timezone.now() < asked.until and asked.turn == place.turn and asked.level <= place.level


def ask(keyring: Keyring, couple: Couple, asked: AskingV1) -> bool:
    """Whether it stands now: sent twice it is asked once. Where another stands already nothing changes.

    Raises NotNow, Later.
    """
    open_space(couple)
    if not stands(asked, seen(keyring, couple.circle)):
        raise NotNow("step")
    if gate.too_much(keyring):
        raise Later
    circle = couple.circle if gate.may_draw_near(keyring) else keyring.own
    try:
        with sealing_for_two(), transaction.atomic():
            old = mine(keyring, couple)
            if old or session.agreed(keyring, couple):
                return old is not None and _same(old.asked, asked)
            _drop_mine(keyring, couple)
            put(keyring, couple, circle, asked)
    except IntegrityError:  # the same press at the same moment
        old = mine(keyring, couple)
        return old is not None and _same(old.asked, asked)
    return True


def _same(old: AskingV1, asked: AskingV1) -> bool:
    return replace(old, until=asked.until) == asked


def put(keyring: Keyring, couple: Couple, circle: UUID, asked: AskingV1) -> None:
    row = Asking(circle_id=circle, person_id=keyring.person_id, over=full_hour(asked.until))
    write(keyring, row, asked)
    row.save(force_insert=True)
    if circle == couple.circle:
        announce(circle)


def take_back(keyring: Keyring, couple: Couple) -> None:
    """My asking, and my yes where it did not count yet. Leaves nothing to see."""
    with transaction.atomic():
        _drop_mine(keyring, couple)
        KeptBack.objects.within(keyring, keyring.own).delete()


def _drop_mine(keyring: Keyring, couple: Couple) -> None:
    Asking.objects.within(keyring, keyring.own).delete()
    ours = row_of_mine(keyring, couple)
    if ours:
        ours.delete()
    if ours and not couple.paused:
        announce(couple.circle)


def say_yes(
    keyring: Keyring, couple: Couple, asking: UUID, *, ins: Sequence[int], outs: Sequence[str]
) -> UUID | None:
    """For this time. ins: which of their lines are in for me too. With both it is agreed: its id.

    None where nothing came of it, for whatever reason. Raises Gone, Later, NotNow.
    """
    open_space(couple)
    found = theirs(keyring, couple)
    if found is None or found.id != asking:
        raise Gone
    if gate.too_much(keyring):
        raise Later
    lines = tuple(line for number, line in enumerate(found.asked.ins) if number in set(ins))
    said = YesV1(asking=asking, ins=lines, outs=tuple(outs), until=found.asked.until)
    try:
        with sealing_for_two(), transaction.atomic():
            if gate.may_draw_near(keyring):
                return agree(keyring, couple, said)
            _keep_back(keyring, said)
    except IntegrityError:  # another time of the two was agreed at the same moment
        return None
    return None


def _keep_back(keyring: Keyring, said: YesV1) -> None:
    KeptBack.objects.within(keyring, keyring.own).delete()
    row = KeptBack(circle_id=keyring.own, over=full_hour(said.until))
    write(keyring, row, said)
    row.save(force_insert=True)


def agree(keyring: Keyring, couple: Couple, said: YesV1) -> UUID | None:
    """Inside a transaction. It narrows what was asked and never widens it, so that no third yes is needed."""
    # All of them, in one order: two who say yes to each other at once wait for each other, and one is first.
    rows = list(Asking.objects.within(keyring, couple.circle).select_for_update().order_by("id"))
    row = next((one for one in rows if one.id == said.asking), None)
    if row is None or Time.objects.within(keyring, couple.circle).exists():
        return None
    asked: AskingV1 = read(keyring, row)
    if not stands(asked, seen(keyring, couple.circle)):
        return None
    outs = apart((*asked.outs, *said.outs))
    out = {same(line) for line in outs}
    time = Time(circle_id=couple.circle, over=full_hour(asked.until))
    agreed = TimeV1(
        level=asked.level,
        minutes=asked.minutes,
        word=asked.word,
        ins=tuple(line for line in said.ins if same(line) not in out),
        outs=outs,
        people=(row.person_id, keyring.person_id),
        giving=asked.first,
        until=asked.until,
        asking=row.id,
    )
    write(keyring, time, agreed)
    time.save(force_insert=True)
    Asking.objects.within(keyring, couple.circle).delete()
    KeptBack.objects.within(keyring, keyring.own).delete()
    announce(couple.circle)
    return time.id


def row_of_mine(keyring: Keyring, couple: Couple) -> Asking | None:
    row: Asking | None = Asking.objects.one(keyring, couple.circle, person_id=keyring.person_id)
    return row


def row_of_theirs(keyring: Keyring, couple: Couple) -> Asking | None:
    row: Asking | None = Asking.objects.one(keyring, couple.circle, person_id=couple.partner_id)
    return row
