"""When something falls: held beside another library that reads the same file."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from stepwell.together.calendar.content import BodyV1
from stepwell.together.calendar.ics.writing import Written, file_of
from stepwell.together.calendar.reckoning import BadRule, days
from stepwell.together.calendar.rules import settle
from stepwell.together.calendar.slots import slots
from stepwell.together.calendar.testing import body, wall

BERLIN = ZoneInfo("Europe/Berlin")
STAMP = datetime(2026, 1, 1, tzinfo=UTC)
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC")


def reference(plan: BodyV1, first: date, last: date, viewer: ZoneInfo) -> list[datetime]:
    """What recurring_ical_events finds in the file that this room writes, by the viewer's clock."""
    calendar = Calendar.from_ical(file_of([Written("a@example", plan, STAMP)]))
    found = recurring_ical_events.of(calendar).between(first - timedelta(days=2), last + timedelta(days=3))
    starts = []
    for event in found:
        start = event["DTSTART"].dt
        if isinstance(start, datetime):
            # A time that no clock shows is moved on by both; the other does so only once it is asked.
            moved = start.astimezone(UTC).astimezone(viewer).replace(tzinfo=None)
        else:
            moved = datetime.combine(start, datetime.min.time())
        if first <= moved.date() <= last:
            starts.append(moved)
    return sorted(starts)


def ours(plan: BodyV1, first: date, last: date, viewer: ZoneInfo) -> list[datetime]:
    return sorted(slot.starts for slot in slots(plan, first, last, viewer) if slot.day >= first)


WEEKDAYS = st.lists(
    st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, max_size=4, unique=True
)
NTH = st.builds(
    "{}{}".format, st.sampled_from([1, 2, 3, 4, -1, -2]), st.sampled_from(["MO", "WE", "SA", "SU"])
)


@st.composite
def rules(draw: st.DrawFn) -> str:
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={frequency}"]
    interval = draw(st.integers(1, 5))
    parts += [f"INTERVAL={interval}"] if interval > 1 else []
    if frequency == "WEEKLY" and draw(st.booleans()):
        parts.append(f"BYDAY={','.join(draw(WEEKDAYS))}")
        parts += ["WKST=SU"] if draw(st.booleans()) else []
    if frequency == "MONTHLY":
        parts += draw(
            st.sampled_from(
                [[], ["BYMONTHDAY=31"], ["BYMONTHDAY=-1"], ["BYDAY=MO,TU,WE,TH,FR", "BYSETPOS=-1"]]
            )
            | NTH.map(lambda one: [f"BYDAY={one}"])
        )
    if frequency == "YEARLY":
        parts += draw(
            st.sampled_from([[], ["BYMONTH=3,10"], ["BYMONTH=2", "BYMONTHDAY=29"], ["BYYEARDAY=100"]])
            | NTH.map(lambda one: ["BYMONTH=11", f"BYDAY={one}"])
        )
    ends = draw(st.sampled_from(["", "COUNT", "UNTIL"]))
    parts += [f"COUNT={draw(st.integers(1, 60))}"] if ends == "COUNT" else []
    parts += [f"UNTIL={draw(st.dates(date(2024, 1, 1), date(2028, 1, 1))):%Y%m%d}"] if ends == "UNTIL" else []
    return ";".join(parts)


def _fits(rule: str, plan: BodyV1) -> BodyV1:
    """RFC 5545 leaves open what a first day means that its rule does not give: begin on one that it gives."""
    found = days(plan.rule, plan.when.starts.date(), plan.when.starts.date(), date(2032, 12, 31))
    assume(found)
    starts = datetime.combine(found[0], plan.when.starts.time())
    ends = plan.when.ends and plan.when.ends + (starts - plan.when.starts)
    return body(starts, ends, rule=rule, zone=plan.when.zone, whole=plan.when.whole)


@settings(max_examples=120, deadline=None)
@given(
    rule=rules(),
    begins=st.datetimes(wall("2022-01-01"), wall("2026-06-01")).map(
        lambda at: at.replace(second=0, microsecond=0)
    ),
    zone=st.sampled_from(ZONES),
    viewer=st.sampled_from(ZONES),
    first=st.dates(date(2022, 1, 1), date(2028, 1, 1)),
    whole=st.booleans(),
)
def test_the_same_days_as_another_library(
    rule: str, begins: datetime, zone: str, viewer: str, first: date, whole: bool
) -> None:
    if whole:
        begins = begins.replace(hour=0, minute=0)
    try:
        plan = _fits(rule, body(begins, None, rule=rule, zone=zone, whole=whole))
    except BadRule as bad:
        found = bad.why
    else:
        found = ""
    assert found in ("", "never")
    if found:
        return
    last = first + timedelta(days=45)
    assert ours(plan, first, last, ZoneInfo(viewer)) == reference(plan, first, last, ZoneInfo(viewer))


@settings(max_examples=80, deadline=None)
@given(
    rule=rules(),
    begins=st.dates(date(2015, 1, 1), date(2026, 6, 1)),
    first=st.dates(date(2020, 1, 1), date(2028, 1, 1)),
)
def test_started_near_the_days_asked_for_is_the_same_as_from_the_beginning(
    rule: str, begins: date, first: date
) -> None:
    last = first + timedelta(days=40)
    whole = [day for day in days(rule, begins, begins, last) if day >= first]
    assert list(days(rule, begins, first, last)) == whole


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("FREQ=SECONDLY", "often"),
        ("FREQ=MINUTELY;INTERVAL=5", "often"),
        ("FREQ=HOURLY;COUNT=3", "often"),
        ("FREQ=DAILY;BYHOUR=9,12", "often"),
        ("FREQ=DAILY;BYMINUTE=1", "often"),
        ("FREQ=DAILY;COUNT=999999", "many"),
        ("FREQ=DAILY;INTERVAL=0", "many"),
        ("FREQ=DAILY;COUNT=-1", "many"),
        ("FREQ=YEARLY;COUNT=2;BYMONTH=2;BYMONTHDAY=30", "never"),
        ("FREQ=DAILY;COUNT=2;UNTIL=20270101", "broken"),
        ("FREQ=DAILY;UNTIL=tomorrow", "broken"),
        ("FREQ=WEEKLY;BYDAY=XX", "broken"),
        ("FREQ=MONTHLY;BYDAY=99MO", "broken"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "broken"),
        ("FREQ=DAILY;BYEASTER=0", "unknown"),
        ("FREQ=DAILY;FREQ=DAILY", "broken"),
        ("BYDAY=MO", "broken"),
        ("", "broken"),
        (f"FREQ=YEARLY;BYYEARDAY={','.join(map(str, [1] * 500))}", "many"),
    ],
)
def test_a_rule_that_has_no_place_here_is_refused_with_the_reason(rule: str, why: str) -> None:
    with pytest.raises(BadRule) as bad:
        settle(rule, wall("2026-11-24 18:00"), BERLIN)
    assert bad.value.why == why


def test_an_endless_rule_costs_no_more_than_the_days_asked_for() -> None:
    plan = body(wall("1971-01-01 07:00"), rule="FREQ=DAILY")
    assert len(ours(plan, date(2199, 1, 1), date(2199, 1, 31), BERLIN)) == 31
    with pytest.raises(BadRule):
        settle("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", wall("2026-01-31 07:00"), BERLIN)


def test_a_walk_at_six_stays_at_six_when_the_clocks_are_set() -> None:
    plan = body(wall("2026-10-20 18:00"), wall("2026-10-20 19:00"), rule="FREQ=DAILY")
    week = list(slots(plan, date(2026, 10, 19), date(2026, 11, 1), BERLIN))
    assert {slot.starts.hour for slot in week} == {18}
    away = {
        slot.starts.hour
        for slot in slots(plan, date(2026, 10, 22), date(2026, 11, 1), ZoneInfo("Asia/Kolkata"))
    }
    assert away == {21, 22}


def test_a_night_shift_ends_at_six_also_when_an_hour_is_missing() -> None:
    plan = body(wall("2026-03-27 22:00"), wall("2026-03-28 06:00"), rule="FREQ=DAILY")
    ends = {slot.ends for slot in slots(plan, date(2026, 3, 27), date(2026, 3, 31), BERLIN)}
    assert {end.hour for end in ends if end} == {6}


def test_an_hour_that_is_jumped_over_comes_an_hour_later_that_night_only() -> None:
    plan = body(wall("2026-03-27 02:30"), rule="FREQ=DAILY")
    found = {
        slot.day: slot.starts.time() for slot in slots(plan, date(2026, 3, 27), date(2026, 3, 31), BERLIN)
    }
    assert f"{found[date(2026, 3, 29)]:%H:%M}" == "03:30"
    assert f"{found[date(2026, 3, 30)]:%H:%M}" == "02:30"
