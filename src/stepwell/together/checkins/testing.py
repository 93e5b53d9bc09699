"""Makers for the tests of other rooms and for the demonstration."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from types import MappingProxyType
from typing import Literal
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.together.checkins import times, writing
from stepwell.together.checkins.content import PARTS, SIGNALS, AnswersV1
from stepwell.together.checkins.testing_words import ALONE, HURT, INTENDED, REBUILDING

Voice = Literal["hurt", "rebuilding", "alone"]
NOTICED = {"hurt": HURT, "rebuilding": REBUILDING, "alone": ALONE}
START = {"hurt": 2.6, "rebuilding": 4.6, "alone": 3.2}
LOW_FEELINGS = (
    "anxious",
    "sad",
    "angry",
    "lonely",
    "numb",
    "wary",
    "tired",
    "on_edge",
    "grieving",
    "ashamed",
)
HIGH_FEELINGS = ("calm", "hopeful", "tender", "relieved", "warm", "grateful", "steady", "curious", "tired")
LOW_BODY = ("tight_chest", "clenched_jaw", "knot_stomach", "lump_throat", "shallow_breath", "tense_shoulders")
HIGH_BODY = ("warm_hands", "deep_breath", "soft_belly", "nothing_much")
HARD = (
    "tone",
    "phone",
    "late",
    "silence",
    "date",
    "question",
    "dream",
    "picture",
    "apart",
    "bad_night",
    "work",
)
HELPED = (
    "told_first",
    "kept_promise",
    "listened",
    "answered",
    "hands",
    "meal",
    "walk",
    "alone_time",
    "laugh",
)
LIFTS = dict(zip(SIGNALS, (0.0, 0.4, -0.6, 0.2), strict=True))
NOTHING: Mapping[date, float] = MappingProxyType({})
HELPED_ALONE = ("walk", "friend", "session", "movement", "outdoors", "writing", "sleep")


@dataclass(frozen=True)
class BelievableDay:
    """One made-up check-in. show: the parts its writer chose to show; empty for "only me"."""

    day: date
    at: time
    answers: AnswersV1
    show: tuple[str, ...]


def believable_days(
    seed: int, days: int, *, until: date, voice: Voice = "hurt", moved: Mapping[date, float] = NOTHING
) -> list[BelievableDay]:
    """Check-ins over that many days, oldest first, some days left out. The same seed gives the same days.

    A day resembles the one before it, slowly gets easier and at times does not; days off come in runs.
    moved: points by which something else moves a day.
    """
    chance = Random(seed)
    mood, away, written = START[voice], 0, []
    for back in range(days - 1, -1, -1):
        day = until - timedelta(days=back)
        ground = START[voice] + 2.2 * (1 - back / max(days, 1)) + (0.4 if day.weekday() >= 5 else 0.0)
        mood = ground + 0.55 * (mood - ground) + chance.gauss(0, 1.1) + moved.get(day, 0.0)
        if chance.random() < 0.03:
            mood -= 2.5
        away = away - 1 if away else (chance.randint(2, 6) if chance.random() < 0.025 else 0)
        if away or chance.random() < 0.1:
            continue
        written.append(_day(chance, day, mood, voice))
    return written


def _day(chance: Random, day: date, mood: float, voice: Voice) -> BelievableDay:
    notes = NOTICED[voice]
    hard, helped = _factors(chance, mood, voice)
    answers = AnswersV1(
        **{signal: _rating(chance, mood, lift) for signal, lift in LIFTS.items()},
        window=_window(chance, mood),
        feelings=_some(chance, HIGH_FEELINGS if mood > 4.5 else LOW_FEELINGS, 1, 3),
        body=_some(chance, HIGH_BODY if mood > 5 else LOW_BODY, 0, 2),
        hard=hard,
        helped=helped,
        noticed=chance.choice(notes) if chance.random() < 0.7 else "",
        intend=chance.choice(INTENDED) if chance.random() < 0.45 else "",
    )
    at = (datetime.combine(day, time(20, 10)) + timedelta(minutes=chance.randint(0, 95))).time()
    return BelievableDay(day, at, answers, _shown(chance, voice))


def _rating(chance: Random, mood: float, lift: float) -> int | None:
    if chance.random() < 0.06:
        return None
    return min(10, max(0, round(mood + lift + chance.gauss(0, 0.7))))


def _window(chance: Random, mood: float) -> Literal["over", "in", "under"] | None:
    if chance.random() < 0.08:
        return None
    if mood > 4:
        return "in"
    return "over" if chance.random() < 0.6 else "under"


def _factors(chance: Random, mood: float, voice: Voice) -> tuple[tuple[str, ...], tuple[str, ...]]:
    hard = _some(chance, HARD, 1, 2) if chance.random() < (0.75 if mood < 4 else 0.25) else ()
    helping = HELPED_ALONE if voice == "alone" else HELPED
    helped = _some(chance, helping, 1, 2) if chance.random() < (0.7 if mood > 4 else 0.35) else ()
    return hard, helped


def _some(chance: Random, words: tuple[str, ...], least: int, most: int) -> tuple[str, ...]:
    picked = set(chance.sample(words, chance.randint(least, most)))
    return tuple(word for word in words if word in picked)


def _shown(chance: Random, voice: Voice) -> tuple[str, ...]:
    if voice == "alone" or chance.random() < 0.4:
        return ()
    if chance.random() < 0.55:
        return PARTS
    return tuple(part for part in PARTS if chance.random() < 0.6)


def mostly_rated(one: BelievableDay) -> BelievableDay:
    """The same day, with its ratings shown as well; but for one day in nine."""
    asked = {*one.show, "ratings"} if one.day.toordinal() % 9 else set(one.show)
    return replace(one, show=tuple(part for part in PARTS if part in asked))


def keep_days(
    keyring: Keyring, days: Iterable[BelievableDay], *, zone: ZoneInfo, couple_circle: UUID | None = None
) -> list[UUID]:
    """Keep these check-ins as if written on their days, and show what their writer chose to show."""
    return [
        writing.keep(
            keyring,
            form_id=uuid4(),
            answers=one.answers,
            now=datetime.combine(one.day, one.at, zone),
            show=one.show if couple_circle else (),
            couple_circle=couple_circle,
        ).id
        for one in days
    ]


def keep_one(
    keyring: Keyring,
    answers: AnswersV1 | None = None,
    *,
    now: datetime | None = None,
    show: Iterable[str] = (),
    couple_circle: UUID | None = None,
) -> UUID:
    """One check-in, by default of this moment, with a rating and a sentence. Gives its id."""
    return writing.keep(
        keyring,
        form_id=uuid4(),
        answers=answers or AnswersV1(safety=6, noticed="You rang when you said you would."),
        now=now or datetime.now(UTC),
        show=show,
        couple_circle=couple_circle,
    ).id


def choose_times(one: Keyring, other: Keyring | None = None, *, at: time = time(20, 30)) -> None:
    """Every day at that hour: one person's own times, or for two with both their yes."""
    every_day = frozenset(range(7))
    mine, theirs = couple_of(one), couple_of(other) if other else None
    if other is None or mine is None or theirs is None:
        times.add_own(one, at, every_day)
        return
    times.suggest(one, mine, at, every_day)
    suggested = times.for_two(other, theirs).theirs
    assert suggested is not None
    times.say_yes(other, theirs, suggested.id)
