"""On which days a promise falls, and those days in words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepwell.together.promises.content import DaysV1
from stepwell.together.promises.days import LONGEST, falls, falls_on, next_day
from stepwell.together.promises.when import days_words

DAY = timedelta(days=1)
FIRST = date(2026, 1, 31)


def all_of(days: DaysV1, **more: date) -> list[date]:
    return list(falls(days, date(2020, 1, 1), date(2040, 1, 1), **more))


def test_once_is_one_day() -> None:
    assert all_of(DaysV1(first=FIRST, until=FIRST)) == [FIRST]


def test_monthly_on_the_31st_falls_on_the_last_day_of_a_shorter_month() -> None:
    days = DaysV1(first=FIRST, until=date(2026, 5, 30), repeat="monthly")
    assert [day.isoformat()[5:] for day in all_of(days)] == ["01-31", "02-28", "03-31", "04-30"]


def test_over_the_days_on_which_clocks_change_nothing_moves() -> None:
    days = DaysV1(first=date(2026, 3, 27), until=date(2026, 3, 31), repeat="daily")
    assert [day.day for day in all_of(days)] == [27, 28, 29, 30, 31]


def test_from_the_day_it_ended_it_falls_no_more() -> None:
    days = DaysV1(first=FIRST, until=FIRST + 9 * DAY, repeat="daily")
    assert all_of(days, ended_on=FIRST + 2 * DAY) == [FIRST, FIRST + DAY]
    assert next_day(days, FIRST + 2 * DAY, ended_on=FIRST + 2 * DAY) is None


PROMISED = st.builds(
    DaysV1,
    first=st.dates(date(2024, 1, 1), date(2032, 12, 31)),
    until=st.just(date(2024, 1, 1)),
    repeat=st.sampled_from(["daily", "weekdays", "weekly", "monthly"]),
    weekdays=st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days))),
)


@given(PROMISED, st.integers(0, LONGEST.days), st.integers(-40, 400), st.integers(0, 60))
def test_a_window_shows_what_the_whole_has_there(days: DaysV1, length: int, begins: int, wide: int) -> None:
    days = DaysV1(
        first=days.first,
        until=days.first + length * DAY,
        repeat=days.repeat,
        weekdays=days.weekdays,
    )
    everything = all_of(days)
    assert everything == sorted(set(everything))
    assert all(days.first <= day <= days.until for day in everything)
    start = days.first + begins * DAY
    end = start + wide * DAY
    assert list(falls(days, start, end)) == [day for day in everything if start <= day <= end]
    assert falls_on(days, start) is (start in everything)
    assert next_day(days, start) == next((day for day in everything if day >= start), None)


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([9], "9 November"),
        ([2, 3], "2 to 3 November"),
        ([2, 4], "2 and 4 November"),
        ([2, 3, 4, 6, 9], "2 to 4, 6 and 9 November"),
        ([2, 3, 4, 8, 9], "2 to 4 and 8 to 9 November"),
    ],
)
def test_days_in_words(numbers: list[int], words: str) -> None:
    import time_machine

    with time_machine.travel(date(2026, 11, 21)):
        assert days_words(date(2026, 11, number) for number in numbers) == words
