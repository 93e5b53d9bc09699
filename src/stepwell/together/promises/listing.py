"""What stands on the first page of this room: what falls today, what goes on, what has just passed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import Keyring
from stepwell.together.promises.days import falls_on, next_day
from stepwell.together.promises.finding import Promised, Told, by_day, opened, visible, words_of
from stepwell.together.promises.when import when_words

LATELY = timedelta(days=14)
MOST = 200


@dataclass(frozen=True)
class Row:
    """today: its day, where it falls on today. told: what stands of that day, or of its last one."""

    promise: Promised
    when: str
    today: date | None = None
    told: Told | None = None


@dataclass(frozen=True)
class Lists:
    """today and going_on: what is still to come, each promise once. lately: what fell in the last days."""

    today: list[Row]
    going_on: list[Row]
    lately: list[Row]


def lists(keyring: Keyring, couple: Couple | None, today: date, other_today: date) -> tuple[Lists, Lists]:
    """One's own, and the other's by the other's calendar. Four queries; old promises are not opened."""
    since = min(today, other_today) - LATELY
    rows = visible(keyring, couple).filter(last_day__gte=since).order_by("last_day", "day", "id")[: 2 * MOST]
    promises = opened(keyring, couple, rows)
    words = words_of(keyring, promises, first=since)
    told = {each.id: {day: some[-1] for day, some in by_day(words[each.id]).items()} for each in promises}
    mine = _lists((each for each in promises if each.mine and not each.over), told, today)
    theirs = _lists((each for each in promises if not each.mine), told, other_today)
    return mine, theirs


def _lists(promises: Iterable[Promised], told: dict[UUID, dict[date, Told]], today: date) -> Lists:
    found = Lists([], [], [])
    for each in promises:
        days, words = each.said.days, told[each.id]
        when = when_words(days)
        if falls_on(days, today, ended_on=each.ended_on):
            found.today.append(Row(each, when, today, words.get(today)))
        elif next_day(days, today, ended_on=each.ended_on):
            # Something may have been said of a day to come.
            word = words.get(days.first) if days.repeat == "once" else None
            found.going_on.append(Row(each, when, told=word))
        elif each.last_day >= today - LATELY:
            word = words.get(days.first) if days.repeat == "once" else None
            found.lately.append(Row(each, when, told=word))
    return found
