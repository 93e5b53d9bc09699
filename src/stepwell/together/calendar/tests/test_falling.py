"""Odd rules: the same days as dateutil finds, and never more looked at than the days asked for."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil import rrule
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from stepwell.together.calendar import falling as falls
from stepwell.together.calendar.ics.reading import read_file
from stepwell.together.calendar.ics.refusing import BadFile
from stepwell.together.calendar.models import Incoming, Plan
from stepwell.together.calendar.reckoning import DAYS, BadRule, days
from stepwell.together.calendar.rules import MOST_LOOKED, Steps, settle
from stepwell.together.calendar.testing import wall
from stepwell.together.calendar.tests.cast import Actor, words
from stepwell.together.calendar.tests.test_bad_files import EVENT, whole

BERLIN = ZoneInfo("Europe/Berlin")
NEVER = [
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30,31",
    "FREQ=YEARLY;BYWEEKNO=53;BYYEARDAY=100",
    "FREQ=DAILY;BYMONTH=2;BYYEARDAY=200",
    "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
    "FREQ=MONTHLY;INTERVAL=12;BYMONTH=3",
    "FREQ=YEARLY;INTERVAL=2;BYYEARDAY=366",
    "FREQ=YEARLY;BYMONTH=2;BYDAY=53MO",
    "FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=2",
    "FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=4,6,9,11;BYSETPOS=366",
]


def lists(name: str, *numbers: int) -> st.SearchStrategy[list[str]]:
    chosen = st.lists(st.sampled_from(numbers), min_size=1, max_size=4, unique=True)
    return st.just([]) | chosen.map(lambda some: [f"{name}={','.join(map(str, some))}"])


@st.composite
def odd_rules(draw: st.DrawFn) -> str:
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [
        f"FREQ={frequency}",
        f"INTERVAL={draw(st.integers(1, 4))}",
        f"WKST={draw(st.sampled_from(DAYS))}",
    ]
    parts += draw(lists("BYMONTH", 1, 2, 3, 6, 11, 12))
    parts += draw(lists("BYMONTHDAY", 1, 2, 13, 28, 29, 31, -1, -30, -31))
    parts += draw(lists("BYYEARDAY", 1, 59, 60, 61, 200, 365, 366, -1, -366))
    parts += draw(lists("BYWEEKNO", 1, 2, 20, 52, 53, -1, -2)) if frequency == "YEARLY" else []
    some = st.lists(st.sampled_from(DAYS), min_size=1, max_size=5, unique=True)
    nth = st.builds("{}{}".format, st.sampled_from([1, 2, 5, -1, -5]), st.sampled_from(DAYS))
    which = draw(st.sampled_from(["", "all", "nth"]))
    parts += [f"BYDAY={','.join(draw(some))}"] if which == "all" else []
    parts += [f"BYDAY={draw(nth)}"] if which == "nth" and frequency in ("MONTHLY", "YEARLY") else []
    # Of a first week that has begun already, the RFC and the other library count differently.
    parts += draw(lists("BYSETPOS", 1, 2, 5, -1, -3)) if frequency in ("MONTHLY", "YEARLY") else []
    return ";".join(parts)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(
    rule=odd_rules(),
    begins=st.dates(date(2015, 1, 1), date(2026, 12, 31)),
    first=st.dates(date(2015, 1, 1), date(2031, 1, 1)),
    long=st.integers(0, 800),
)
def test_the_same_days_as_dateutil(rule: str, begins: date, first: date, long: int) -> None:
    last = date.fromordinal(first.toordinal() + long)
    # dateutil would look until the year 9999 for the day after the last.
    assume(days(rule, begins, last + timedelta(days=1), last + timedelta(days=366 * 9)))
    known = rrule.rrulestr(rule, dtstart=datetime.combine(begins, time()))
    expected = [moment.date() for moment in known.between(wall(str(first)), wall(str(last)), inc=True)]
    assert list(days(rule, begins, first, last)) == expected


@pytest.mark.parametrize("rule", NEVER)
def test_what_never_comes_is_refused_after_a_bounded_look(rule: str) -> None:
    steps = Steps()
    with pytest.raises(BadRule) as bad:
        settle(rule, wall("2027-01-05 18:00"), BERLIN, steps)
    assert bad.value.why == "never"
    assert 0 < MOST_LOOKED - steps.left <= 366 * 175


@pytest.mark.parametrize("rule", [*NEVER, "FREQ=DAILY", "FREQ=YEARLY;INTERVAL=1000"])
def test_a_page_looks_at_no_more_days_than_it_shows(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also of a rule that was kept before such were refused."""
    looked, real = [], falls._falls
    monkeypatch.setattr(falls, "_falls", lambda shape, day: looked.append(day) or real(shape, day))
    days(rule, date(2027, 1, 5), date(2190, 3, 1), date(2190, 4, 11))
    # By the place it has in its year: that year.
    assert len(looked) <= (365 if "BYSETPOS" in rule else 42)


@pytest.mark.parametrize("rule", NEVER)
def test_a_file_says_in_which_line(rule: str) -> None:
    with pytest.raises(BadFile) as bad:
        read_file(whole(EVENT.replace("20261124", "20270105").format(f"RRULE:{rule}")), BERLIN)
    assert (bad.value.why, bad.value.line) == ("never", 6)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU;BYSETPOS=1",
    ],
)
def test_many_rules_that_come_once_in_an_age_have_one_budget(rule: str) -> None:
    events = [EVENT.replace("UID:a", f"UID:{n}").format(f"RRULE:{rule}") for n in range(2000)]
    with pytest.raises(BadFile) as bad:
        read_file(whole(*events), BERLIN)
    assert bad.value.why == "many-times"
    assert (bad.value.line or 0) % 5 == 1


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("FREQ=SECONDLY", "often"),
        ("FREQ=DAILY;INTERVAL=0", "many-times"),
        ("FREQ=DAILY;INTERVAL=-1", "many-times"),
        ("FREQ=DAILY;INTERVAL=99999999999999999999", "many-times"),
        ("FREQ=DAILY;COUNT=1000000000", "many-times"),
        ("FREQ=DAILY;UNTIL=20261001", "never"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0", "broken"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367", "broken"),
        ("FREQ=YEARLY;BYMONTH=13", "never"),
        ("FREQ=YEARLY;BYWEEKNO=54", "never"),
        ("FREQ=YEARLY;BYMONTH=\u0662\u00b2", "broken"),
    ],
)
@pytest.mark.django_db
def test_odd_rules_are_refused_and_nothing_of_the_file_is_kept(esi: Actor, rule: str, why: str) -> None:
    data = whole(EVENT.replace("UID:a", "UID:b").format("SUMMARY:Good"), EVENT.format(f"RRULE:{rule}"))
    with pytest.raises(BadFile) as bad:
        read_file(data, BERLIN)
    assert (bad.value.why, bad.value.line) == (why, 11)
    answer = esi.browser.post("/calendar/files/", {"file": SimpleUploadedFile("a.ics", data)})
    assert answer.status_code == 422
    assert "Line 11:" in words(answer.content.decode())
    assert not Plan.objects.within(esi.keyring).exists()
    assert not Incoming.objects.within(esi.keyring).exists()


def test_days_at_the_end_of_time_are_read() -> None:
    assert settle("FREQ=YEARLY;UNTIL=99991231", wall("2026-11-24 18:00"), BERLIN) == ("FREQ=YEARLY", None)
    assert days("FREQ=DAILY", date(2026, 1, 1), date(2200, 12, 30), date(9999, 12, 31))[-1] == date(
        2200, 12, 31
    )
