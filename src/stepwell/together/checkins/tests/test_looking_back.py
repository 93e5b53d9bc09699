"""Weeks, the list of months, and what can be taken away."""

import csv
import io
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stepwell.together.checkins.content import AnswersV1
from stepwell.together.checkins.testing import believable_days, keep_days, keep_one
from stepwell.together.checkins.tests.cast import Actor

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 21, 20, 30, tzinfo=BERLIN)


@pytest.fixture(autouse=True)
def evening():
    with time_machine.travel(NOW, tick=False):
        yield


def on(actor: Actor, day: date, **answers: object) -> None:
    keep_one(
        actor.keyring, AnswersV1(**answers), now=datetime(day.year, day.month, day.day, 20, tzinfo=BERLIN)
    )


def test_a_week_shows_its_middle_and_range_and_a_gap_stays_open(esi: Actor) -> None:
    for day, value in ((16, 2), (17, 8), (18, 3)):
        on(esi, date(2026, 11, day), safety=value)
    on(esi, date(2026, 11, 2), safety=5)
    page = esi.see("/weeks/")
    assert "2 to 8" in page
    assert page.count("no entries") >= 10
    assert "Where you wrote nothing, nothing is drawn." in page
    assert 'role="img"' in page


def test_one_signal_at_a_time(esi: Actor) -> None:
    on(esi, date(2026, 11, 16), safety=2, calm=9)
    assert "9 to 9" in esi.see("/weeks/?signal=calm")
    assert "9 to 9" not in esi.see("/weeks/?signal=safety")
    assert esi.see("/weeks/?signal=nonsense") == esi.see("/weeks/?signal=safety")


def test_only_the_weeks_on_the_page_are_opened(esi: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    from stepwell.together.checkins.views import lookback

    days = believable_days(7, 400, until=NOW.date(), voice="alone")
    keep_days(esi.keyring, days, zone=BERLIN)
    opened = []
    real = lookback.read_many
    monkeypatch.setattr(
        lookback, "read_many", lambda keyring, rows: opened.extend(rows) or real(keyring, rows)
    )
    esi.see("/weeks/")
    assert 40 < len(opened) <= 84
    assert {row.day >= date(2026, 8, 31) for row in opened} == {True}


def test_the_queries_do_not_grow_with_the_years(esi: Actor) -> None:
    on(esi, date(2026, 11, 16), safety=2)
    on(esi, date(2025, 11, 16), safety=2)
    counts = []
    for more in (0, 200):
        keep_days(esi.keyring, believable_days(7, more, until=NOW.date()), zone=BERLIN)
        with CaptureQueriesContext(connection) as queries:
            esi.see("/weeks/")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_older_and_newer_lead_through_all_weeks(esi: Actor) -> None:
    on(esi, date(2026, 11, 16), safety=2)
    on(esi, date(2026, 8, 30), safety=9)
    first = esi.see("/weeks/")
    assert "to=2026-08-30" in first
    assert 'rel="next"' not in first
    older = esi.see("/weeks/?to=2026-08-30")
    assert "9 to 9" in older
    assert "to=2026-11-21" in older
    assert 'rel="prev"' not in older


@pytest.mark.parametrize("to", ["2031-01-01", "nonsense", "9999-12-31", "2026-02-30", ""])
def test_any_address_gets_a_page(esi: Actor, to: str) -> None:
    assert esi.see(f"/weeks/?to={to}") == esi.see("/weeks/")


def test_long_ago_is_an_empty_page_and_no_failure(esi: Actor) -> None:
    for to in ("0001-01-01", "1970-01-01", "1999-12-31"):
        assert "Nothing here." in esi.see(f"/weeks/?to={to}")


def test_without_any_rating_there_is_a_calm_page(esi: Actor) -> None:
    page = esi.see("/weeks/")
    assert "Nothing here." in page
    assert 'role="img"' not in page
    on(esi, date(2026, 11, 16), noticed="No rating.")
    assert "Nothing here." in esi.see("/weeks/")


def test_nothing_of_the_other_and_no_average_of_a_person(alma: Actor, ben: Actor) -> None:
    ben.keep(safety="9", who="both", parts=["ratings"])
    alma.keep(safety="2")
    page = alma.see("/weeks/")
    assert "Ben" not in page
    assert "2 to 2" in page
    assert "9 to 9" not in page
    for word in ("average", "score", "streak", "%"):
        assert word not in page.split("<main")[1]


def test_the_table_to_take_away_holds_all_of_ones_own(esi: Actor, alma: Actor) -> None:
    alma.keep(noticed="Alma's.")
    on(
        esi,
        date(2020, 2, 29),
        safety=0,
        feelings=("worn_out", "own:a bit odd"),
        noticed="=1+1, she said\nand left.",
    )
    on(esi, date(2026, 11, 16), calm=7, intend="Sleep.")
    rows = list(csv.DictReader(io.StringIO(esi.see("/weeks/days.csv"))))
    assert [row["day"] for row in rows] == ["2020-02-29", "2026-11-16"]
    assert rows[0]["Felt safety"] == "0"
    assert rows[0]["What is there"] == "worn out; a bit odd"
    assert rows[0]["Noticed"] == "'=1+1, she said\nand left."
    assert rows[1]["Calm"] == "7"
    assert rows[1]["time"] == "20:00"


def test_the_file_has_a_name_that_says_nothing(esi: Actor) -> None:
    answer = esi.browser.get("/weeks/days.csv")
    assert answer["Content-Disposition"] == 'attachment; filename="days.csv"'
    assert answer["Cache-Control"] == "no-store"


def test_the_list_goes_month_by_month(esi: Actor) -> None:
    on(esi, date(2026, 11, 16), noticed="November words.")
    on(esi, date(2026, 9, 1), noticed="September words.")
    page = esi.see("/check-ins/")
    assert "November words." in page
    assert "September words." not in page
    assert "?month=2026-09" in page
    page = esi.see("/check-ins/?month=2026-09")
    assert "September words." in page
    assert "?month=2026-11" in page
    for nonsense in ("2026-13", "x", "", "0000-00"):
        esi.see(f"/check-ins/?month={nonsense}")
    esi.see("/check-ins/?month=9999-12")


def test_utc_is_not_the_writers_day(esi: Actor) -> None:
    with time_machine.travel(datetime(2026, 11, 21, 23, 30, tzinfo=UTC), tick=False):
        esi.keep(safety="4")
        assert "22 November" in esi.see("/check-ins/")
        assert timedelta(hours=1) == datetime.now(BERLIN).utcoffset()
