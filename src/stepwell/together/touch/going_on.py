"""One step on: both, each alone, found this one comfortable twice and would go on. One step back: either.

A word that does not count, for whatever reason, lies in its owner's own circle and nowhere else. Whether it
counts is shown to nobody, and what two could open is sealed anew each time, whatever came of it.
"""

from collections.abc import Callable
from contextlib import suppress
from uuid import UUID, uuid4

from django.db import transaction
from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple, NotNow, open_space, sealing_for_two
from stepwell.ground.vault.api import CannotOpen, ChangedIdentity, Conflict, Keyring, NoSeat
from stepwell.together.touch import gate, session
from stepwell.together.touch.content import FIRST, LAST, NOBODY, OwnV1, PlaceV1
from stepwell.together.touch.limits import TWICE
from stepwell.together.touch.own import change_own, on_this_step, own_of
from stepwell.together.touch.place import change, seen


def would_go_on(keyring: Keyring, couple: Couple, turn: UUID, *, so: bool) -> None:
    """My own wish, said or taken back. One for a step that was left meanwhile says nothing. Raises NotNow."""

    def wish(own: OwnV1, place: PlaceV1) -> OwnV1:
        return replace(own, wants=so) if place.turn == turn else own

    _say(keyring, couple, wish)


def answer(keyring: Keyring, couple: Couple | None, *, comfortable: bool, obliged: bool) -> None:
    """How the session was that still asks. Without one nothing is answered: pressed twice it counts once."""

    def said(own: OwnV1, place: PlaceV1) -> OwnV1:
        if own.time == NOBODY:
            return own
        here = own.level == place.level
        own = replace(own, time=NOBODY, obliged=obliged)
        if obliged or not comfortable:
            return replace(own, found=0, wants=False)
        return replace(own, found=min(TWICE, own.found + 1)) if here else own

    try:
        _say(keyring, open_space(couple), said)
    except NotNow:
        change_own(keyring, lambda own: said(own, PlaceV1()))


def leave_unanswered(keyring: Keyring) -> None:
    change_own(keyring, lambda own: replace(own, time=NOBODY))


def put_away(keyring: Keyring) -> None:
    """What was shown to somebody who felt obliged has been read."""
    change_own(keyring, lambda own: replace(own, obliged=False))


def _say(keyring: Keyring, couple: Couple, how: Callable[[OwnV1, PlaceV1], OwnV1]) -> None:
    open_space(couple)
    with sealing_for_two(), transaction.atomic():
        place = seen(keyring, couple.circle)
        own = change_own(keyring, lambda own: how(on_this_step(own, couple.circle, place), place))
        _count(keyring, couple, own, always=True)


def _count(keyring: Keyring, couple: Couple, own: OwnV1, *, always: bool) -> None:
    """Whether my word counts now is settled anew each time, and with both it is one step on."""
    cleared = gate.may_draw_near(keyring)

    def move(place: PlaceV1) -> PlaceV1:
        mine = on_this_step(own, couple.circle, place)
        # What somebody felt obliged to keeps it shut until they say otherwise, also once they have read on.
        counts = cleared and mine.wants and mine.found >= TWICE and place.level < LAST
        if not counts:
            return replace(place, ready=NOBODY) if place.ready == keyring.person_id else place
        if place.ready in {NOBODY, keyring.person_id}:
            return replace(place, ready=keyring.person_id)
        return PlaceV1(level=place.level + 1, turn=uuid4())

    change(keyring, couple.circle, move, always=always)


def settle(keyring: Keyring, couple: Couple) -> None:
    """At a visit of theirs: what was held counts from when it may; what may not any more is held again."""
    own = own_of(keyring)
    if own.circle == couple.circle:
        _count(keyring, couple, own, always=False)


def step_back(keyring: Keyring, couple: Couple, turn: UUID) -> None:
    """Both are one step back, at once. A page sent twice is one step. Raises NotNow."""

    def back(place: PlaceV1) -> PlaceV1:
        if place.turn != turn or place.level == FIRST:
            return place
        return PlaceV1(level=place.level - 1, turn=uuid4())

    with sealing_for_two(), transaction.atomic():
        after = change(keyring, couple.circle, back, always=False)
        there = session.agreed(keyring, couple)
        if there and there[1].level > after.level:
            session.end(keyring, couple)


def begin_anew(keyring: Keyring, circle: UUID) -> None:
    """The space begins to rest: no word from before counts afterwards. Never in the way of a pause."""
    with suppress(CannotOpen, ChangedIdentity, Conflict, NoSeat):
        change(keyring, circle, _anew, always=False)


def _anew(place: PlaceV1) -> PlaceV1:
    return replace(place, ready=NOBODY, turn=uuid4())
