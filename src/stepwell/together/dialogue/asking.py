"""Asking for a talk, and saying yes to one. To the other a no, a not-yet and a silence are all nothing."""

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from stepwell.ground.live.api import announce
from stepwell.ground.people.api import today_of
from stepwell.ground.spaces.api import Couple, couple_of, open_space, sealing_for_two
from stepwell.ground.vault.api import ChangedIdentity, Keyring, NoSeat, read, write
from stepwell.together.dialogue import gate
from stepwell.together.dialogue.content import AskingV1, TalkV1
from stepwell.together.dialogue.limits import Later
from stepwell.together.dialogue.models import Asking, Talk

ASK, YES = "talk-ask", "talk-yes"


@dataclass(frozen=True)
class Asked:
    """said: this person said yes to it, whether or not that counts yet."""

    id: UUID
    asked: AskingV1
    said: bool = False


def mine(keyring: Keyring, couple: Couple) -> Asked | None:
    """My own asking. Where it is held back it looks the same here."""
    row = _mine(keyring, couple)
    return Asked(row.id, read(keyring, row)) if row else None


def _mine(keyring: Keyring, couple: Couple) -> Asking | None:
    ours: Asking | None = Asking.objects.one(keyring, couple.circle, person_id=keyring.person_id)
    return ours or Asking.objects.one(keyring, keyring.own)


def theirs(keyring: Keyring, couple: Couple) -> Asked | None:
    row = Asking.objects.one(keyring, couple.circle, person_id=couple.partner_id)
    if row is None:
        return None
    return Asked(row.id, read(keyring, row), said=_yes_key(row.id) in gate.held(keyring))


def ask(keyring: Keyring, couple: Couple, asked: AskingV1) -> bool:
    """Whether it stands now. Where another of mine stands already, nothing changes. Raises NotNow."""
    open_space(couple)
    counts = gate.may_talk(keyring)
    try:
        with sealing_for_two(), transaction.atomic():
            old = mine(keyring, couple)
            if old:
                return old.asked == asked
            _put(keyring, couple, couple.circle if counts else keyring.own, asked)
            if not counts:
                gate.hold(keyring, _ask_key(couple))
    except IntegrityError:  # the same form at the same moment, or another of mine
        old = mine(keyring, couple)
        return old is not None and old.asked == asked
    return True


def _put(keyring: Keyring, couple: Couple, circle: UUID, asked: AskingV1) -> None:
    row = Asking(circle_id=circle, person_id=keyring.person_id)
    write(keyring, row, asked)
    row.save(force_insert=True)
    if circle == couple.circle:
        announce(circle)


def take_back(keyring: Keyring, couple: Couple) -> None:
    """Leaves nothing to see, also while the space rests. Done twice it is done once."""
    with transaction.atomic():
        Asking.objects.within(keyring, keyring.own).delete()
        gate.let_go(keyring, _ask_key(couple))
        gone, _ = Asking.objects.within(keyring, couple.circle).filter(person_id=keyring.person_id).delete()
        if gone and not couple.paused:
            announce(couple.circle)


def say_yes(keyring: Keyring, couple: Couple, asking: UUID) -> UUID | None:
    """With both, there is a talk: its id. None where nothing came of it, for whatever reason.

    Raises Later, NotNow.
    """
    open_space(couple)
    if gate.too_much(keyring):
        raise Later
    if not gate.may_talk(keyring):
        if _theirs(keyring, couple).filter(id=asking).exists():
            gate.hold(keyring, _yes_key(asking))
        return None
    try:
        with sealing_for_two(), transaction.atomic():
            return _begin(keyring, couple, asking)
    except IntegrityError:  # another talk of the two was begun at the same moment
        return None


def _theirs(keyring: Keyring, couple: Couple) -> QuerySet[Asking]:
    return Asking.objects.within(keyring, couple.circle).filter(person_id=couple.partner_id)


def _begin(keyring: Keyring, couple: Couple, asking: UUID) -> UUID | None:
    there = Talk.objects.within(keyring, couple.circle).filter(over=False).exists()
    row = None if there else _theirs(keyring, couple).select_for_update().filter(id=asking).first()
    if row is None:
        return None
    said: AskingV1 = read(keyring, row)
    people = (row.person_id, keyring.person_id)
    today = today_of(*people)
    talk = Talk(circle_id=couple.circle, day=today)
    begun = TalkV1(
        topic=said.topic,
        minutes=said.minutes,
        way=said.way,
        devices=said.devices,
        people=people,
        speaker=said.first if said.first in people else row.person_id,
        day=today,
    )
    write(keyring, talk, begun)
    talk.save(force_insert=True)
    row.delete()
    gate.let_go(keyring, _yes_key(asking))
    announce(couple.circle)
    return talk.id


def not_any_more(keyring: Keyring, asking: UUID) -> None:
    """My yes, where it was kept back. A yes that counted has become a talk, and is ended there."""
    gate.let_go(keyring, _yes_key(asking))


def settle(keyring: Keyring) -> None:
    """At a visit of theirs: what was held counts from when it may; what may not any more is held again."""
    couple = couple_of(keyring)
    if couple is None or couple.paused:
        return
    counts = gate.may_talk(keyring)
    try:
        with transaction.atomic():
            _settle_asking(keyring, couple, counts=counts)
            _settle_yes(keyring, couple, counts=counts)
    except (IntegrityError, NoSeat, ChangedIdentity):
        return


def _settle_asking(keyring: Keyring, couple: Couple, *, counts: bool) -> None:
    own = Asking.objects.one(keyring, keyring.own)
    ours = Asking.objects.one(keyring, couple.circle, person_id=keyring.person_id)
    key = _ask_key(couple)
    if own and counts:
        # One that was held for somebody else is nobody's now.
        if key in gate.held(keyring) and not ours:
            _put(keyring, couple, couple.circle, read(keyring, own))
        own.delete()
        gate.let_go(keyring, key)
    elif ours and not counts:
        Asking.objects.within(keyring, keyring.own).delete()
        _put(keyring, couple, keyring.own, read(keyring, ours))
        gate.hold(keyring, key)
        ours.delete()
        announce(couple.circle)


def _settle_yes(keyring: Keyring, couple: Couple, *, counts: bool) -> None:
    for key in [key for key in gate.held(keyring) if key.startswith(f"{YES} ")]:
        asking = UUID(hex=key.removeprefix(f"{YES} "))
        if not _theirs(keyring, couple).filter(id=asking).exists():
            gate.let_go(keyring, key)
        elif counts:
            _begin(keyring, couple, asking)


def _ask_key(couple: Couple) -> str:
    return f"{ASK} {couple.circle.hex}"


def _yes_key(asking: UUID) -> str:
    return f"{YES} {asking.hex}"
