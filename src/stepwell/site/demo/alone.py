"""Esi's two hundred days. With a walk go safer and calmer ones, so that they have something to tell her."""

from dataclasses import replace
from datetime import date
from random import Random

from msgspec.structs import replace as changed

from stepwell.together.checkins.testing import BelievableDay, believable_days

SEED, DAYS = 5, 200
WALKS, WALK = 0.35, "walk"
LIFTED = {"safety": 2, "calm": 2}


def days(until: date) -> list[BelievableDay]:
    """Up to that day. The same day gives the same days."""
    chance = Random(SEED)  # noqa: S311 - which made-up days have a walk
    return [_walked(one, chance) for one in believable_days(SEED, DAYS, until=until, voice="alone")]


def _walked(one: BelievableDay, chance: Random) -> BelievableDay:
    said, walk = one.answers, chance.random() < WALKS
    helped = tuple(word for word in said.helped if word != WALK)
    if walk:
        lifted = {key: _lifted(one, key, points) for key, points in LIFTED.items()}
        said, helped = changed(said, **lifted), (WALK, *helped)
    return replace(one, answers=changed(said, helped=helped))


def _lifted(one: BelievableDay, key: str, points: int) -> int | None:
    value: int | None = getattr(one.answers, key)
    return None if value is None else min(10, value + points)
