"""Two couples in one store: one has kept check-ins for ten days, the other for ten years."""

from dataclasses import dataclass
from datetime import time
from functools import cache
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from stepwell.ground.people.testing import Member, make_person
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.spaces.testing import make_couple
from stepwell.together.checkins import times
from stepwell.together.checkins.testing import Voice, believable_days, keep_days

ZONE = "Europe/Berlin"
EVENINGS = frozenset(range(7))


@dataclass(frozen=True)
class Pair:
    one: Member
    other: Member
    check_ins: int


@cache
def ten_days() -> Pair:
    return _pair("Chidi", "Dara", 10)


@cache
def long_life(days: int) -> Pair:
    return _pair("Alma", "Ben", days)


def _pair(one: str, other: str, days: int) -> Pair:
    first, second = make_person(one, zone=ZONE), make_person(other, zone=ZONE)
    circle = make_couple(first, second)
    until = timezone.now().astimezone(ZoneInfo(ZONE)).date()
    voices: tuple[tuple[Member, Voice], ...] = ((first, "hurt"), (second, "rebuilding"))
    kept = 0
    with transaction.atomic():
        for seed, (member, voice) in enumerate(voices):
            lived = believable_days(seed, days, until=until, voice=voice)
            kept += len(keep_days(member.keyring, lived, zone=ZoneInfo(ZONE), couple_circle=circle))
    _choose_times(first, second)
    return Pair(first, second, kept)


def _choose_times(first: Member, second: Member) -> None:
    """Each has two times of their own, and one holds for both."""
    for member in (first, second):
        times.add_own(member.keyring, time(7, 30), EVENINGS)
        times.add_own(member.keyring, time(13), frozenset({5, 6}))
    one, other = couple_of(first.keyring), couple_of(second.keyring)
    assert one is not None
    assert other is not None
    times.suggest(first.keyring, one, time(20, 30), EVENINGS)
    suggested = times.for_two(second.keyring, other).theirs
    assert suggested is not None
    times.say_yes(second.keyring, other, suggested.id)
