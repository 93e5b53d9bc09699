"""The cast, in a home of their own: a couple with a hundred and twenty days, another couple, one alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils import timezone

from stepwell.ground.people.api import sign_up
from stepwell.ground.spaces.api import join
from stepwell.ground.vault.api import Keyring, keyring_for
from stepwell.together.checkins.testing import believable_days, keep_days

PASSWORD = "a lantern on the stairs"  # noqa: S105  # for made-up people, printed on purpose
ZONE = "Europe/Berlin"


@dataclass(frozen=True, slots=True)
class Role:
    name: str
    seed: int
    days: int
    voice: str


COUPLES = (
    (Role("Alma", 1, 120, "hurt"), Role("Ben", 2, 120, "rebuilding")),
    (Role("Chidi", 3, 30, "rebuilding"), Role("Dara", 4, 30, "hurt")),
)
ALONE = Role("Esi", 5, 60, "alone")


def build() -> Iterator[str]:
    """Makes everybody; gives the lines to print."""
    yield f"Everybody here is made up. The password of each is: {PASSWORD}"
    for pair in COUPLES:
        one, other = (_made(role) for role in pair)
        circle = join(one, other, names=(pair[0].name, pair[1].name))
        for role, keyring in zip(pair, (one, other), strict=True):
            _fill(role, keyring, circle)
        yield f"{pair[0].name} and {pair[1].name}: sign in as {pair[0].name} or {pair[1].name}"
    _fill(ALONE, _made(ALONE), None)
    yield f"{ALONE.name}, alone: sign in as {ALONE.name}"


def _made(role: Role) -> Keyring:
    return keyring_for(sign_up(name=role.name, password=PASSWORD, zone=ZONE).master)


def _fill(role: Role, keyring: Keyring, circle: object) -> None:
    until = timezone.now().astimezone(ZoneInfo(ZONE)).date()
    days = believable_days(role.seed, role.days, until=until, voice=role.voice)
    keep_days(keyring, days, zone=ZoneInfo(ZONE), couple_circle=circle)
