"""Weekly times over changes of the clock."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepwell.together.checkins.schedule import (
    EVERY_DAY,
    Weekly,
    between,
    mask_of,
    moment,
    next_after,
    soonest,
    weekdays_of,
)

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = [
    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Cairo",
    "Asia/Kathmandu", "Asia/Tehran", "Pacific/Chatham", "UTC", "America/Sao_Paulo", "Europe/Dublin",
]  # fmt: skip
instants = st.integers(788918400, 2082758400).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
rules = st.builds(
    Weekly,
    at=st.times().map(lambda t: t.replace(second=0, microsecond=0, tzinfo=None)),
    weekdays=st.frozensets(st.integers(0, 6), min_size=1),
    zone=st.sampled_from(ZONES).map(ZoneInfo),
)


def daily(at: time, zone: ZoneInfo = BERLIN) -> Weekly:
    return Weekly(at, weekdays_of(EVERY_DAY), zone)


def test_evening_stays_evening_when_the_clocks_change() -> None:
    found = between(
        daily(time(20, 30)), datetime(2026, 10, 24, tzinfo=UTC), datetime(2026, 10, 27, tzinfo=UTC)
    )
    assert [f.isoformat() for f in found] == [
        "2026-10-24T18:30:00+00:00",
        "2026-10-25T19:30:00+00:00",
        "2026-10-26T19:30:00+00:00",
    ]


def test_a_time_that_is_jumped_over_falls_at_the_first_moment_after() -> None:
    assert moment(date(2026, 3, 29), time(2, 30), BERLIN) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_a_time_shown_twice_falls_once_the_first_time() -> None:
    found = between(
        daily(time(2, 30)), datetime(2026, 10, 24, 22, tzinfo=UTC), datetime(2026, 10, 25, 22, tzinfo=UTC)
    )
    assert found == [datetime(2026, 10, 25, 0, 30, tzinfo=UTC)]


def test_half_an_hour_of_change() -> None:
    lord_howe = ZoneInfo("Australia/Lord_Howe")
    local = moment(date(2026, 10, 4), time(2, 15), lord_howe).astimezone(lord_howe)
    assert local.time() == time(2, 30)


def test_a_whole_day_that_was_jumped_over() -> None:
    apia = ZoneInfo("Pacific/Apia")
    local = moment(date(2011, 12, 30), time(20, 0), apia).astimezone(apia)
    assert (local.date(), local.time()) == (date(2011, 12, 31), time(0, 0))


def test_two_people_each_in_their_own_zone() -> None:
    after = datetime(2026, 11, 21, tzinfo=UTC)
    assert next_after(daily(time(20, 30)), after) == datetime(2026, 11, 21, 19, 30, tzinfo=UTC)
    new_york = daily(time(20, 30), ZoneInfo("America/New_York"))
    assert next_after(new_york, after) == datetime(2026, 11, 21, 1, 30, tzinfo=UTC)


def test_no_weekday_never_falls() -> None:
    never = Weekly(time(20), frozenset(), BERLIN)
    assert next_after(never, datetime(2026, 1, 1, tzinfo=UTC)) is None
    assert soonest([never], datetime(2026, 1, 1, tzinfo=UTC)) is None


def test_weekdays_are_bits() -> None:
    assert mask_of([0, 6]) == 0b1000001
    assert weekdays_of(0b1000001) == {0, 6}
    with pytest.raises(ValueError, match="no such weekday"):
        mask_of([7])


@given(rules, instants)
def test_next_is_later_and_nothing_lies_between(rule: Weekly, after: datetime) -> None:
    found = next_after(rule, after)
    assert found is not None
    assert after < found <= after + timedelta(days=9)
    assert between(rule, after + timedelta(microseconds=1), found) == []
    assert between(rule, found, found + timedelta(seconds=1)) == [found]


@given(rules, instants, st.integers(1, 60))
def test_walking_by_next_finds_what_between_finds(rule: Weekly, start: datetime, days: int) -> None:
    end = start + timedelta(days=days)
    walked, at = [], next_after(rule, start)
    while at is not None and at < end:
        walked.append(at)
        at = next_after(rule, at)
    assert walked == between(rule, start + timedelta(microseconds=1), end)


@given(rules, st.dates(date(1995, 1, 1), date(2036, 1, 1)))
def test_a_moment_shows_the_asked_time_or_the_first_that_exists(rule: Weekly, day: date) -> None:
    found = moment(day, rule.at, rule.zone)
    local = found.astimezone(rule.zone)
    wall = datetime.combine(day, rule.at)
    if local.replace(tzinfo=None, fold=0) == wall:
        hour_before = found - timedelta(hours=1)
        assert hour_before.astimezone(rule.zone).replace(tzinfo=None, fold=0) != wall
    else:
        just_before = (found - timedelta(seconds=1)).astimezone(rule.zone).replace(tzinfo=None, fold=0)
        assert just_before < wall < local.replace(tzinfo=None, fold=0)


@given(rules, instants)
def test_one_a_day_at_most_and_each_chosen_weekday_has_one(rule: Weekly, start: datetime) -> None:
    found = between(rule, start, start + timedelta(days=28))
    assert len(found) == len(set(found))
    assert abs(len(found) - 4 * len(rule.weekdays)) <= 1
