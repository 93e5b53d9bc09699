"""The cast, in a home of their own: a couple with a hundred and twenty days, another couple, one alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils import timezone

from stepwell.ground.people.testing import PASSWORD, Member, make_person
from stepwell.ground.spaces.testing import make_couple
from stepwell.site.demo import pages, together
from stepwell.together.checkins.testing import believable_days, choose_times, keep_days

ZONE = "Europe/Berlin"


@dataclass(frozen=True, slots=True)
class Role:
    name: str
    seed: int
    days: int
    voice: Literal["hurt", "rebuilding", "alone"]


COUPLES = (
    (Role("Alma", 1, 120, "hurt"), Role("Ben", 2, 120, "rebuilding")),
    (Role("Chidi", 3, 30, "rebuilding"), Role("Dara", 4, 30, "hurt")),
)
ALONE = Role("Esi", 5, 60, "alone")


def build() -> Iterator[str]:
    """Makes everybody; gives the lines to print."""
    yield f"Everybody here is made up. The password of each is: {PASSWORD}"
    for pair in COUPLES:
        one, other = (make_person(role.name, zone=ZONE) for role in pair)
        circle = make_couple(one, other)
        for role, member in zip(pair, (one, other), strict=True):
            _fill(role, member, circle)
        choose_times(one.keyring, other.keyring)
        if one.name == COUPLES[0][0].name:
            today = timezone.now().astimezone(ZoneInfo(ZONE)).date()
            together.live(one, other, today=today, zone=ZoneInfo(ZONE))
            pages.write(one, today=today, zone=ZoneInfo(ZONE), show=True)
        yield f"{one.name} and {other.name}, together: sign in as {one.name} or as {other.name}"
    alone = make_person(ALONE.name, zone=ZONE)
    _fill(ALONE, alone, None)
    choose_times(alone.keyring)
    yield f"{ALONE.name}, alone: sign in as {ALONE.name}"


def _fill(role: Role, member: Member, circle: UUID | None) -> None:
    until = timezone.now().astimezone(ZoneInfo(ZONE)).date() - timedelta(days=1)
    days = believable_days(role.seed, role.days, until=until, voice=role.voice)
    keep_days(member.keyring, days, zone=ZoneInfo(ZONE), couple_circle=circle)
