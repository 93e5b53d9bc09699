"""Putting one's part forward, signing, and every way back from it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from stepwell.ground.record.api import Broken, append
from stepwell.ground.spaces.api import Couple, NotNow, open_space, sealing_for_two
from stepwell.ground.vault.api import Keyring, write
from stepwell.together.repair import telling
from stepwell.together.repair.content import HandV1, HeadV1, PartV1, SideV1, StandingV1
from stepwell.together.repair.errors import Moved
from stepwell.together.repair.keeping import mine
from stepwell.together.repair.models import Hand, Plan, Side
from stepwell.together.repair.shelf import BOTH, Offer, offer_of, standing_of


@contextmanager
def one_step(couple: Couple | None) -> Iterator[UUID]:
    """All of it or nothing, in an open space. Raises NotNow."""
    couple = open_space(couple)
    try:
        with sealing_for_two(), transaction.atomic():
            yield couple.circle
    except Broken:
        raise NotNow("record") from None


def put_forward(keyring: Keyring, couple: Couple | None, *, revision: int, name: str, today: date) -> None:
    """My part as I keep it, for both to read. Pressed twice it is put forward once.

    Raises NotNow; Moved when my part was changed since the page. Signatures under what stood before lapse.
    """
    kept = mine(keyring)
    if kept is None or kept.part == PartV1():
        raise NotNow("empty")
    if kept.revision != revision:
        raise Moved
    with one_step(couple) as circle:
        plan = _held(keyring, circle) or _first(keyring, circle)
        offer = offer_of(keyring, plan)
        if offer and kept.part in [one.part for one in _mine(keyring, offer.sides)]:
            return
        standing = standing_of(keyring, plan)
        if offer is None and standing and kept.part in [one.part for one in _mine(keyring, standing.sides)]:
            return
        _lapse(keyring, plan, offer)
        plan.last += 1
        Plan.objects.within(keyring, circle).filter(id=plan.id).update(last=plan.last)
        row = Side.objects.one(keyring, circle, person_id=keyring.person_id)
        row = row or Side(circle_id=circle, person_id=keyring.person_id)
        row.number = plan.last
        write(keyring, row, SideV1(by=keyring.person_id, name=name, put_on=today, part=kept.part))
        row.save()


def sign(keyring: Keyring, couple: Couple | None, *, number: int, name: str) -> None:
    """Sign this very version; with the second signature it is in force. Signed twice it is signed once.

    Raises NotNow, and Moved when another version stands there by now, or a part of it is missing.
    """
    with one_step(couple) as circle:
        plan = _held(keyring, circle)
        offer = offer_of(keyring, plan) if plan else None
        standing = standing_of(keyring, plan) if plan else None
        if standing and standing.number == number and offer is None:
            return
        if plan is None or offer is None or offer.number != number or not offer.whole:
            raise Moved
        if offer.signed_by(keyring.person_id):
            return
        text = {"of": str(plan.id), "version": number, **telling.whole(offer.sides, offer.word, offer.back)}
        event = append(keyring, circle, telling.SIGNED, text)
        hand = HandV1(by=keyring.person_id, name=event.name or name, at=event.at, entry=event.i)
        mine_there = Hand.objects.within(keyring, circle).filter(person_id=keyring.person_id)
        mine_there.delete()
        row = Hand(circle_id=circle, person_id=keyring.person_id, number=number)
        write(keyring, row, hand)
        row.save(force_insert=True)
        if len(offer.hands) + 1 == BOTH:
            _in_force(keyring, plan, offer, (*offer.hands, hand), text)


def _in_force(
    keyring: Keyring, plan: Plan, offer: Offer, hands: tuple[HandV1, ...], text: dict[str, object]
) -> None:
    entries = [{"name": hand.name, "entry": hand.entry} for hand in hands]
    event = append(keyring, plan.circle_id, telling.IN_FORCE, {**text, "signed": entries})
    standing = StandingV1(
        number=offer.number,
        sides=offer.sides,
        word=offer.word,
        back=offer.back,
        since=event.at,
        hands=hands,
    )
    write(keyring, plan, HeadV1(standing=standing))
    plan.save()
    Hand.objects.within(keyring, plan.circle_id).delete()


def take_hand_back(keyring: Keyring, circle: UUID, *, number: int) -> bool:
    """My signature goes from this version, which is not in force. False: there is none."""
    with transaction.atomic():
        _held(keyring, circle)
        signed = Hand.objects.within(keyring, circle).filter(person_id=keyring.person_id, number=number)
        if not signed.delete()[0]:
            return False
        telling.note_if_possible(keyring, circle, telling.TAKEN_BACK, {"version": number})
        return True


def take_side_back(keyring: Keyring, circle: UUID) -> bool:
    """My part is put forward no more. What is in force stays. Needs no open space. False: there is none."""
    with transaction.atomic():
        plan = _held(keyring, circle)
        offer = offer_of(keyring, plan) if plan else None
        if plan:
            _lapse(keyring, plan, offer, but_go_on=True)
        there = Side.objects.within(keyring, circle).filter(person_id=keyring.person_id)
        return bool(there.delete()[0])


def withdraw(keyring: Keyring, circle: UUID, *, number: int) -> bool:
    """My yes to the plan in force is taken back: it is in force no more, for both, at once. It needs nobody's
    consent, no open space and nothing sealed. My part goes from what was put forward, too.

    False: that version is not in force (any more).
    """
    with transaction.atomic():
        plan = _held(keyring, circle)
        standing = standing_of(keyring, plan) if plan else None
        if plan is None or standing is None or standing.number != number:
            return False
        Plan.objects.within(keyring, circle).filter(id=plan.id).update(over=number)
        Side.objects.within(keyring, circle).filter(person_id=keyring.person_id).delete()
        Hand.objects.within(keyring, circle).delete()
        telling.note_if_possible(keyring, circle, telling.WITHDRAWN, {"of": str(plan.id), "version": number})
        return True


def _held(keyring: Keyring, circle: UUID) -> Plan | None:
    """The plan's row, held until the transaction ends: two acts at once follow one another."""
    found: Plan | None = Plan.objects.hold(keyring, circle)
    return found


def _first(keyring: Keyring, circle: UUID) -> Plan:
    row = Plan(circle_id=circle)
    write(keyring, row, HeadV1())
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return _held(keyring, circle) or row
    return row


def _mine(keyring: Keyring, sides: tuple[SideV1, ...]) -> list[SideV1]:
    return [side for side in sides if side.by == keyring.person_id]


def _lapse(keyring: Keyring, plan: Plan, offer: Offer | None, *, but_go_on: bool = False) -> None:
    """A signature never goes silently: the record says whose."""
    for hand in offer.hands if offer else ():
        text = {"version": offer.number if offer else 0, "whose": hand.name}
        if but_go_on:
            telling.note_if_possible(keyring, plan.circle_id, telling.LAPSED, text)
        else:
            append(keyring, plan.circle_id, telling.LAPSED, text)
    Hand.objects.within(keyring, plan.circle_id).delete()
