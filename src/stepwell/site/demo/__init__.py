"""The cast, in a home of their own: a couple with a hundred and twenty days, another couple, one alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from django.utils import timezone

from stepwell.ground.people.testing import PASSWORD, make_person
from stepwell.ground.spaces.testing import make_couple
from stepwell.site.demo import alone, pages, together
from stepwell.site.demo.at import at
from stepwell.together.checkins.testing import (
    NOTHING,
    BelievableDay,
    believable_days,
    choose_times,
    keep_days,
    mostly_rated,
)

ZONE = "Europe/Berlin"
CARRIES = 0.6


@dataclass(frozen=True, slots=True)
class Role:
    name: str
    seed: int
    days: int
    voice: Literal["hurt", "rebuilding"]


COUPLES = (
    (Role("Alma", 1, 120, "hurt"), Role("Ben", 2, 120, "rebuilding")),
    (Role("Chidi", 3, 30, "rebuilding"), Role("Dara", 4, 30, "hurt")),
)
ALONE = "Esi"


def build() -> Iterator[str]:
    """Makes everybody; gives the lines to print."""
    yield f"Everybody here is made up. The password of each is: {PASSWORD}"
    for pair in COUPLES:
        one, other = (make_person(role.name, zone=ZONE) for role in pair)
        today = timezone.now().astimezone(ZoneInfo(ZONE)).date()
        with at(today - timedelta(days=pair[0].days), 12, ZoneInfo(ZONE)):
            circle = make_couple(one, other)
        for member, days in zip((one, other), _of_two(*pair), strict=True):
            keep_days(member.keyring, days, zone=ZoneInfo(ZONE), couple_circle=circle)
        choose_times(one.keyring, other.keyring)
        if one.name == COUPLES[0][0].name:
            together.live(one, other, today=today, zone=ZoneInfo(ZONE))
            pages.write(one, today=today, zone=ZoneInfo(ZONE), show=True)
        yield f"{one.name} and {other.name}, together: sign in as {one.name} or as {other.name}"
    esi = make_person(ALONE, zone=ZONE)
    keep_days(esi.keyring, alone.days(_yesterday()), zone=ZoneInfo(ZONE))
    choose_times(esi.keyring)
    yield f"{ALONE}, alone: sign in as {ALONE}"


def _of_two(one: Role, other: Role) -> tuple[list[BelievableDay], list[BelievableDay]]:
    """The other's day goes on a little into the one's next, and both mostly show their ratings."""
    theirs = _days(other)
    usual = sum(_calm(day) for day in theirs) / len(theirs)
    moved = {day.day + timedelta(days=1): CARRIES * (_calm(day) - usual) for day in theirs}
    return [mostly_rated(day) for day in _days(one, moved)], [mostly_rated(day) for day in theirs]


def _days(role: Role, moved: Mapping[date, float] = NOTHING) -> list[BelievableDay]:
    return believable_days(role.seed, role.days, until=_yesterday(), voice=role.voice, moved=moved)


def _yesterday() -> date:
    return timezone.now().astimezone(ZoneInfo(ZONE)).date() - timedelta(days=1)


def _calm(day: BelievableDay) -> float:
    return 5.0 if day.answers.safety is None else float(day.answers.safety)
