"""A word for a round: said by each alone, taken back at any moment, and nothing in between to see.

A word that one's own safety keeps back is held in its owner's leaf and looks to everybody, its owner's page
included, like any other.
"""

from datetime import date

from django.db import IntegrityError, transaction

from stepwell.ground.spaces.api import Couple, NotNow, couple_of, open_space, sealing_for_two
from stepwell.ground.vault.api import CannotOpen, ChangedIdentity, Keyring, NoSeat, read, write
from stepwell.together.menu import both, gate, rounds
from stepwell.together.menu.content import NO_POINTS, AskedV1
from stepwell.together.menu.limits import STANDS
from stepwell.together.menu.models import Asked, Secret

HELD = "menu"


def has_asked(keyring: Keyring, couple: Couple) -> bool:
    """My own word. Where it is held back it looks the same here; the other's is nobody's to ask."""
    if _mine(keyring, couple).exists():
        return True
    return _held_since(keyring, couple) is not None


def ask(keyring: Keyring, couple: Couple) -> None:
    """I would like a round. With both, it goes its way. Said twice it is said once. Raises NotNow."""
    open_space(couple)
    if both.next_day(both.light(keyring, couple)) is not None:
        return
    if not gate.may_draw_near(keyring):
        if _held_since(keyring, couple) is None:
            gate.hold(keyring, _key(couple, both.today()))
        return
    _say(keyring, couple, both.today())
    visit(keyring, couple)


def _say(keyring: Keyring, couple: Couple, day: date) -> None:
    """Its own transaction: whatever becomes of the server next, the word stands and is gone on with."""
    try:
        with sealing_for_two(), transaction.atomic():
            if _mine(keyring, couple).exists():
                return
            row = Asked(circle_id=couple.circle, person_id=keyring.person_id)
            write(keyring, row, AskedV1(day=day, points=NO_POINTS, raised=NO_POINTS))
            row.save(force_insert=True)
    except IntegrityError:  # the same press from another tab
        return


def take_back(keyring: Keyring, couple: Couple) -> None:
    """My word and every point of mine are gone. Nothing tells that they were there."""
    with transaction.atomic():
        _let_go(keyring, couple)
        _mine(keyring, couple).delete()
        Secret.objects.within(keyring, keyring.own).delete()


def visit(keyring: Keyring, couple: Couple | None) -> None:
    """At a visit of theirs: what ran out ends, what was held counts from when it may, the round goes on."""
    if couple is None or couple.paused:
        return
    _settle(keyring, couple)
    held = _held_since(keyring, couple)
    if held is not None and gate.may_draw_near(keyring):
        gate.let_go(keyring, _key(couple, held))
        _say_held(keyring, couple, held)
    if _mine(keyring, couple).exists() and not gate.too_much(keyring):
        rounds.go_on(keyring, couple)


def _say_held(keyring: Keyring, couple: Couple, day: date) -> None:
    try:
        _say(keyring, couple, day)
    except NotNow:
        gate.hold(keyring, _key(couple, day))


def settle(keyring: Keyring) -> None:
    """Where their own word may not count any more it is held, and no point of theirs is left. At once."""
    couple = couple_of(keyring)
    if couple is not None and not couple.paused:
        _settle(keyring, couple)


def _settle(keyring: Keyring, couple: Couple) -> None:
    row = _mine(keyring, couple).first()
    if row is None:
        return
    day = _day(keyring, row)
    if day is None or both.today() >= day + STANDS:
        take_back(keyring, couple)
    elif not gate.may_draw_near(keyring):
        with transaction.atomic():
            take_back(keyring, couple)
            gate.hold(keyring, _key(couple, day))


def start_anew(keyring: Keyring, couple: Couple | None) -> None:
    """My list changed: no point of mine from before may count. My word stands; points are made at a visit."""
    if couple is None:
        return
    Secret.objects.within(keyring, keyring.own).delete()
    row = _mine(keyring, couple).select_for_update().first()
    if row is None:
        return
    day = _day(keyring, row)
    try:
        if day is None:
            raise NoSeat
        write(keyring, row, AskedV1(day=day, points=NO_POINTS, raised=NO_POINTS))
    except (NoSeat, ChangedIdentity):
        row.delete()
        return
    row.round, row.part = None, ""
    row.save(force_update=True)


def _day(keyring: Keyring, row: Asked) -> date | None:
    try:
        said: AskedV1 = read(keyring, row)
    except CannotOpen:
        return None
    return said.day


def _mine(keyring: Keyring, couple: Couple) -> "rounds.AskedRows":
    return rounds.asked_in(keyring, couple.circle).filter(person_id=keyring.person_id)


def _held_since(keyring: Keyring, couple: Couple) -> date | None:
    """The day of a word that is held back, while it stands."""
    for key in gate.held(keyring):
        if key.startswith(f"{HELD} {couple.circle.hex} "):
            day = date.fromisoformat(key.rpartition(" ")[2])
            if both.today() < day + STANDS:
                return day
    return None


def _let_go(keyring: Keyring, couple: Couple) -> None:
    for key in gate.held(keyring):
        if key.startswith(f"{HELD} {couple.circle.hex} "):
            gate.let_go(keyring, key)


def _key(couple: Couple, day: date) -> str:
    return f"{HELD} {couple.circle.hex} {day.isoformat()}"
