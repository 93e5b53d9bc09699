"""Makers for the tests of other rooms and for the demonstration."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID, uuid4

from stepwell.ground.vault.api import Keyring
from stepwell.own.selfcare import afters, days, following, gauges
from stepwell.own.selfcare.content import Helped
from stepwell.own.selfcare.practice import State
from stepwell.own.selfcare.practices import ALL
from stepwell.own.selfcare.signs import SIGNS


def keep_now(
    keyring: Keyring, state: State = "over", distress: int | None = None, *, now: datetime | None = None
) -> UUID:
    """As if this person had pressed keep on how they are."""
    at = now or datetime.now(UTC)
    return gauges.keep(keyring, form_id=uuid4(), state=state, distress=distress, now=at)


def keep_after(
    keyring: Keyring,
    practice: str = "out-breath",
    helped: Helped | None = "yes",
    note: str = "",
    *,
    now: datetime | None = None,
) -> UUID:
    at = now or datetime.now(UTC)
    return afters.keep(keyring, form_id=uuid4(), practice=practice, helped=helped, note=note, now=at)


def follow(keyring: Keyring, *keys: str, new: str = "") -> list[str]:
    """Follow these signs of the house and perhaps one of one's own. Gives the keys that are followed now."""
    following.follow(keyring, keys, new=new)
    return [sign.key for sign in following.followed(keyring)]


def put_numbers(keyring: Keyring, day: date, **numbers: int) -> None:
    kept = days.of_day(keyring, day)
    days.put(keyring, day, numbers, revision=kept.revision if kept else 0)


def believable(keyring: Keyring, *, seed: int, until: date, count: int = 60) -> None:
    """Two or three signs over that many days, with days left out, and practices now and then."""
    chance = Random(seed)
    keys = [sign.key for sign in chance.sample(SIGNS, 3)]
    follow(keyring, *keys)
    level = {key: chance.uniform(5, 8) for key in keys}
    for back in range(count, -1, -1):
        day = until - timedelta(days=back)
        level = {key: value - 0.03 + chance.gauss(0, 0.25) for key, value in level.items()}
        if chance.random() < 0.35:
            continue
        told = {key: min(10, max(0, round(value + chance.gauss(0, 1)))) for key, value in level.items()}
        put_numbers(keyring, day, **told)
        if chance.random() < 0.25:
            at = datetime(day.year, day.month, day.day, 21, chance.randint(0, 59), tzinfo=UTC)
            keep_after(keyring, chance.choice(ALL).key, chance.choice(("yes", "a_little", "not_now")), now=at)
