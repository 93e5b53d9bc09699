"""Asking to be heard. To whoever asked, a no, a not-yet, a silence and a yes taken back are all nothing.

A word that one's own safety keeps back stays in its owner's leaf, and looks there like any other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple, open_space, sealing_for_two
from stepwell.ground.vault.api import CannotOpen, Keyring, read, write
from stepwell.together.openness import gate, leaf
from stepwell.together.openness.content import Boundary, LeafV1, OpeningV1, WaitingV1
from stepwell.together.openness.limits import AFTERWARDS, STANDS, Deeper, Later
from stepwell.together.openness.models import Opening
from stepwell.together.openness.prompts import Prompt


@dataclass(frozen=True)
class Opened:
    """id: none while it is held back. mine: this person tells. said: they agreed to hear it."""

    words: str
    boundary: tuple[Boundary, ...]
    mine: bool
    agreed: bool = False
    said: bool = False
    aside: bool = False
    id: UUID | None = None


def today() -> date:
    return timezone.now().date()


def in_couple(keyring: Keyring, couple: Couple) -> QuerySet[Opening]:
    return Opening.objects.within(keyring, couple.circle)


def _own(keyring: Keyring, couple: Couple) -> QuerySet[Opening]:
    return in_couple(keyring, couple).filter(person_id=keyring.person_id, told=False)


def theirs_of(keyring: Keyring, couple: Couple) -> QuerySet[Opening]:
    return in_couple(keyring, couple).filter(person_id=couple.partner_id, told=False)


def stands(kept: OpeningV1 | WaitingV1) -> bool:
    """What both said yes to stands until it is told or taken back; a wish alone for seven days."""
    return (isinstance(kept, OpeningV1) and kept.agreed) or today() < kept.day + STANDS


def opened(keyring: Keyring, row: Opening) -> OpeningV1 | None:
    try:
        kept: OpeningV1 = read(keyring, row)
    except CannotOpen:
        return None
    return kept


def mine(keyring: Keyring, couple: Couple, kept: LeafV1) -> Opened | None:
    """What I asked to be heard. Where it is held back it looks the same here."""
    row = _own(keyring, couple).first()
    found = opened(keyring, row) if row else None
    if row and found and stands(found):
        return Opened(found.words, found.boundary, mine=True, agreed=found.agreed, id=row.id)
    held = kept.waiting
    if held and held.circle == couple.circle and stands(held):
        return Opened(held.words, held.boundary, mine=True)
    return None


def theirs(keyring: Keyring, couple: Couple, kept: LeafV1) -> Opened | None:
    row = theirs_of(keyring, couple).first()
    found = opened(keyring, row) if row else None
    if row is None or found is None or not stands(found):
        return None
    return Opened(
        found.words,
        found.boundary,
        mine=False,
        agreed=found.agreed,
        said=found.agreed or row.id in kept.yes,
        aside=row.id in kept.aside,
        id=row.id,
    )


def ask(keyring: Keyring, couple: Couple, prompt: Prompt, boundary: Iterable[Boundary]) -> None:
    """Where one of mine stands already nothing changes. Raises NotNow, Later, Deeper."""
    open_space(couple)
    if gate.too_much(keyring):
        raise Later
    wish = OpeningV1(words=prompt.text, boundary=tuple(boundary), day=today())
    try:
        with sealing_for_two(), transaction.atomic():
            _ask(keyring, couple, prompt.depth, wish)
    except IntegrityError:  # the same press from another tab
        return


def _ask(keyring: Keyring, couple: Couple, depth: int, wish: OpeningV1) -> None:
    counts = gate.may_draw_near(keyring)
    told: list[bool] = []

    def how(kept: LeafV1) -> LeafV1:
        if depth > kept.depth:
            raise Deeper
        told[:] = [mine(keyring, couple, kept) is None]
        if not told[0]:
            return kept
        held = None if counts else held_of(couple, wish)
        return replace(kept, asked=depth, waiting=held)

    leaf.change(keyring, how)
    if told[0] and counts:
        _own(keyring, couple).delete()
        put(keyring, couple, wish)


def put(keyring: Keyring, couple: Couple, wish: OpeningV1) -> None:
    row = Opening(circle_id=couple.circle, person_id=keyring.person_id)
    write(keyring, row, wish)
    row.save(force_insert=True)


def held_of(couple: Couple, wish: OpeningV1) -> WaitingV1:
    return WaitingV1(circle=couple.circle, words=wish.words, boundary=wish.boundary, day=wish.day)


def take_back(keyring: Keyring, couple: Couple) -> None:
    """Leaves nothing to see for either, also where the other had agreed. Done twice it is done once."""
    with transaction.atomic():
        leaf.change(keyring, lambda kept: replace(kept, asked=0, waiting=None))
        _own(keyring, couple).delete()


def step_back(keyring: Keyring, couple: Couple | None, *, since: int) -> None:
    """One step up, at once and silently. A wish that lies deeper is taken back with it.

    since: how deep they were on the page they pressed on, so that a doubled press is one step.
    """
    with transaction.atomic():
        after = leaf.change(
            keyring,
            lambda kept: replace(kept, depth=kept.depth - 1) if 1 < kept.depth == since else kept,
        )
        if couple and after.asked > after.depth:
            take_back(keyring, couple)


def rewrite(keyring: Keyring, row: Opening, kept: OpeningV1) -> None:
    write(keyring, row, kept)
    row.save(force_update=True)


def left_for_afterwards(kept: OpeningV1) -> bool:
    return kept.told_on is not None and today() < kept.told_on + AFTERWARDS
