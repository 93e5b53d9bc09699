"""When a weekly time falls, over changes of the clock, and when it is quiet."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepwell.ground.notices.times import Rule, instant, is_quiet, next_of, next_of_all

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = [
    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Cairo",
    "Asia/Kathmandu", "Asia/Tehran", "Pacific/Chatham", "UTC", "America/Sao_Paulo", "Europe/Dublin",
]  # fmt: skip
DAILY = frozenset(range(7))
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
instants = st.integers(788918400, 2082758400).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
rules = st.builds(
    Rule,
    at=st.times().map(lambda at: at.replace(second=0, microsecond=0, tzinfo=None)),
    weekdays=st.frozensets(st.integers(0, 6), min_size=1),
    zone=st.sampled_from(ZONES).map(ZoneInfo),
)


def daily(at, zone=BERLIN):
    return Rule(at, DAILY, zone)


def falls(rule, start, end):
    """Every moment later than `start` and before `end`, walked from one to the next."""
    found, at = [], next_of(rule, start)
    while at is not None and at < end:
        found.append(at)
        at = next_of(rule, at)
    return found


def test_evening_stays_evening_when_the_clocks_change():
    found = falls(daily(time(20, 30)), datetime(2026, 10, 24, tzinfo=UTC), datetime(2026, 10, 27, tzinfo=UTC))
    assert [f"{moment:%d %H:%M}" for moment in found] == ["24 18:30", "25 19:30", "26 19:30"]


def test_a_time_the_clock_jumps_over_falls_when_the_jump_is_done():
    assert instant(date(2026, 3, 29), time(2, 30), BERLIN) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_a_time_shown_twice_falls_the_first_time_only():
    found = falls(
        daily(time(2, 30)), datetime(2026, 10, 24, 12, tzinfo=UTC), datetime(2026, 10, 26, 12, tzinfo=UTC)
    )
    assert found == [datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 26, 1, 30, tzinfo=UTC)]


def test_half_an_hour_of_change():
    lord_howe = ZoneInfo("Australia/Lord_Howe")
    local = instant(date(2026, 10, 4), time(2, 15), lord_howe).astimezone(lord_howe)
    assert local.time() == time(2, 30)


def test_a_whole_day_that_was_jumped_over():
    apia = ZoneInfo("Pacific/Apia")
    local = instant(date(2011, 12, 30), time(20, 0), apia).astimezone(apia)
    assert (local.date(), local.time()) == (date(2011, 12, 31), time(0, 0))


def test_two_people_each_in_their_own_zone():
    after = datetime(2026, 11, 21, tzinfo=UTC)
    assert next_of(daily(time(20, 30)), after) == datetime(2026, 11, 21, 19, 30, tzinfo=UTC)
    new_york = daily(time(20, 30), ZoneInfo("America/New_York"))
    assert next_of(new_york, after) == datetime(2026, 11, 21, 1, 30, tzinfo=UTC)


def test_only_the_chosen_days_and_none_never():
    assert next_of(Rule(time(9), frozenset({6}), BERLIN), NOON) == datetime(2026, 11, 22, 8, tzinfo=UTC)
    never = Rule(time(9), frozenset(), BERLIN)
    assert next_of(never, NOON) is None
    assert next_of_all([never], NOON) is None


def test_the_earliest_of_several():
    assert next_of_all([daily(time(21)), daily(time(7))], NOON) == datetime(2026, 11, 21, 20, tzinfo=UTC)
    assert next_of_all([], NOON) is None


def chosen_days(rule, after, days):
    """What the rule means, told the long way: the moment of each chosen day, in order, none twice."""
    first = after.astimezone(rule.zone).date() - timedelta(days=1)
    each = (first + timedelta(days=ahead) for ahead in range(days + 3))
    return sorted({instant(day, rule.at, rule.zone) for day in each if day.weekday() in rule.weekdays})


@given(rules, instants)
def test_the_next_moment_is_later_and_nothing_lies_between(rule, after):
    found = next_of(rule, after)
    assert after < found <= after + timedelta(days=9)
    assert [moment for moment in chosen_days(rule, after, 9) if after < moment < found] == []
    assert next_of(rule, found - timedelta(microseconds=1)) == found


@given(rules, instants, st.integers(1, 60))
def test_walking_from_one_to_the_next_finds_every_chosen_day(rule, start, days):
    end = start + timedelta(days=days)
    every = [moment for moment in chosen_days(rule, start, days) if start < moment < end]
    assert falls(rule, start, end) == every


@given(rules, st.dates(date(1995, 1, 1), date(2036, 1, 1)))
def test_a_moment_shows_the_asked_time_or_the_first_that_exists(rule, day):
    found = instant(day, rule.at, rule.zone)
    local = found.astimezone(rule.zone)
    wall = datetime.combine(day, rule.at)
    if local.replace(tzinfo=None, fold=0) == wall:
        hour_before = found - timedelta(hours=1)
        assert hour_before.astimezone(rule.zone).replace(tzinfo=None, fold=0) != wall
    else:
        just_before = (found - timedelta(seconds=1)).astimezone(rule.zone).replace(tzinfo=None, fold=0)
        assert just_before < wall < local.replace(tzinfo=None, fold=0)


@given(rules, instants)
def test_each_chosen_weekday_has_one(rule, start):
    found = falls(rule, start, start + timedelta(days=28))
    assert len(found) == len(set(found))
    assert abs(len(found) - 4 * len(rule.weekdays)) <= 1


@pytest.mark.parametrize(
    ("clock", "quiet"),
    [("21:59", False), ("22:00", True), ("00:00", True), ("06:59", True), ("07:00", False), ("12:00", False)],
)
def test_quiet_over_midnight(clock, quiet):
    moment = datetime.combine(date(2026, 11, 21), time.fromisoformat(clock), tzinfo=BERLIN)
    assert is_quiet(moment.astimezone(UTC), time(22), time(7), BERLIN) is quiet


def test_quiet_within_a_day_and_never():
    noon = datetime(2026, 11, 21, 11, tzinfo=UTC)
    assert is_quiet(noon, time(9), time(17), BERLIN)
    assert not is_quiet(noon, time(12), time(12), BERLIN)
