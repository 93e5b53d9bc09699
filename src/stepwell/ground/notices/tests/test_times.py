"""When a weekly time falls, over changes of the clock, and when it is quiet."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepwell.ground.notices.times import Rule, instant, is_quiet, next_of, next_of_all

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = [ZoneInfo(n) for n in ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")]
DAILY = frozenset(range(7))
START = datetime(2026, 1, 1, tzinfo=UTC)
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_a_time_the_clock_jumps_over_falls_when_the_jump_is_done():
    assert instant(date(2026, 3, 29), time(2, 30), BERLIN) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_a_time_shown_twice_falls_the_first_time_only():
    rule = Rule(time(2, 30), DAILY, BERLIN)
    first = next_of(rule, datetime(2026, 10, 24, 12, tzinfo=UTC))
    assert first == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert next_of(rule, first) == datetime(2026, 10, 26, 1, 30, tzinfo=UTC)


def test_the_wall_clock_holds_over_the_change():
    rule = Rule(time(20, 30), DAILY, BERLIN)
    before = next_of(rule, datetime(2026, 10, 24, 12, tzinfo=UTC))
    after = next_of(rule, before)
    assert (before.hour, after.hour) == (18, 19)
    assert after - before == timedelta(hours=25)


def test_only_the_chosen_days():
    sundays = Rule(time(9), frozenset({6}), BERLIN)
    assert next_of(sundays, datetime(2026, 11, 21, 12, tzinfo=UTC)) == datetime(2026, 11, 22, 8, tzinfo=UTC)
    assert next_of(Rule(time(9), frozenset(), BERLIN), datetime(2026, 11, 21, tzinfo=UTC)) is None


def test_the_earliest_of_several():
    rules = [Rule(time(21), DAILY, BERLIN), Rule(time(7), DAILY, BERLIN)]
    assert next_of_all(rules, NOON) == datetime(2026, 11, 21, 20, tzinfo=UTC)
    assert next_of_all([], datetime(2026, 11, 21, tzinfo=UTC)) is None


@given(
    st.integers(0, 4 * 366 * 24 * 3600).map(lambda later: START + timedelta(seconds=later)),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    st.frozensets(st.integers(0, 6), min_size=1),
    st.sampled_from(ZONES),
)
def test_the_next_moment_is_later_and_within_eight_days(after, at, days, zone):
    moment = next_of(Rule(at, days, zone), after)
    assert after < moment <= after + timedelta(days=8)
    local = moment.astimezone(zone)
    jumped = local.replace(tzinfo=None, fold=0).time() != at
    assert jumped or local.weekday() in days
    if jumped:
        assert (moment - timedelta(minutes=1)).astimezone(zone).utcoffset() != local.utcoffset()


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
