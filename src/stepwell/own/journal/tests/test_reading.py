"""The month as calendar and list, on paper, and as a text."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stepwell.ground.people.api import today_of
from stepwell.own.journal import months
from stepwell.own.journal.tests.cast import Actor
from stepwell.own.journal.views.read import AT_ONCE


def test_a_month_has_its_pages_and_the_ways_to_others(esi: Actor) -> None:
    first = esi.writes("In March.", day="2025-03-04")
    esi.writes("In May.", day="2025-05-30", triggers=["late"])
    march = esi.see("/journal/?month=2025-03")
    assert f'href="{first}"' in march
    assert 'href="#d4">4</a>' in march
    assert "In May." not in march
    assert 'href="?month=2025-05"' in march
    may = esi.see("/journal/?month=2025-05")
    assert "late without word" in may
    assert 'href="?month=2025-03"' in may


def test_a_full_month_is_turned_page_by_page(esi: Actor) -> None:
    for n in range(AT_ONCE + 2):
        esi.writes(f"page {n}.", day=f"2025-03-{n % 21 + 1:02d}")
    seen = esi.see("/journal/?month=2025-03")
    assert seen.count('<a href="/journal/0') == AT_ONCE
    # A day of the next page is linked to there.
    assert f'href="?month=2025-03&amp;from={AT_ONCE}#d1"' in seen
    assert 'href="#d21"' in seen
    further = esi.see(f"/journal/?month=2025-03&from={AT_ONCE}")
    assert further.count('<a href="/journal/0') == 2
    assert "?month=2025-03&amp;from=0#d21" in further


def test_no_page_counts(esi: Actor) -> None:
    for n in range(7):
        esi.writes("word", day=f"2025-03-{n + 1:02d}")
    seen = esi.see("/journal/?month=2025-03") + esi.see("/mine/") + esi.see("/journal/paper/?month=2025-03")
    for said in ("7 pages", "7 days", "in a row", "streak"):
        assert said not in seen


@pytest.mark.parametrize("month", ["", "2025-13", "x", "9999-12", "0001-01", "2025-03-04", "２０２５-03"])
def test_a_month_that_cannot_be_is_this_one(esi: Actor, month: str) -> None:
    esi.see("/journal/", 200)
    assert esi.browser.get("/journal/", {"month": month, "from": "-1"}).status_code == 200


def test_weeks_of_a_month() -> None:
    weeks = months.weeks(date(2026, 2, 1), {date(2026, 2, 3): "#d3"})
    assert [len(week) for week in weeks] == [7] * 5
    assert [day.day.day for week in weeks for day in week if day.day and day.url] == [3]


def test_ten_pages_take_as_many_queries_as_one(esi: Actor) -> None:
    esi.writes("one", day="2025-03-01")
    with CaptureQueriesContext(connection) as one:
        esi.see("/journal/?month=2025-03")
    for n in range(9):
        esi.writes("more", day=f"2025-03-{n + 2:02d}")
    with CaptureQueriesContext(connection) as ten:
        esi.see("/journal/?month=2025-03")
    assert len(ten) == len(one)


def test_to_print_and_to_take_away(esi: Actor) -> None:
    esi.writes("Whole\n\ntext.", day="2025-03-04", triggers=["late"])
    assert "Whole" in esi.see("/journal/paper/?month=2025-03")
    answer = esi.browser.get("/journal/pages.txt")
    text = b"".join(answer.streaming_content).decode()
    assert "Whole\n\ntext." in text
    assert "What set it off: late without word" in text
    assert answer["Content-Disposition"] == 'attachment; filename="pages.txt"'


def test_on_paper_and_taken_away_each_day_has_its_year_and_there_is_the_date(esi: Actor) -> None:
    today = today_of(esi.member.id)
    esi.writes("Of today.", day=today.isoformat())
    full = f"{today:%A} {today.day} {today:%B} {today.year}"
    text = b"".join(esi.browser.get("/journal/pages.txt").streaming_content).decode()
    assert text.startswith(f"Your pages, as they stood on {full}\n\n\n{full}\nA day\n\nOf today.")
    paper = esi.see("/journal/paper/")
    assert f"As it stood on {full}" in paper
    assert f"<h2>{full}<br>" in paper


def test_an_empty_journal_says_what_it_is_for(esi: Actor) -> None:
    seen = esi.see("/journal/")
    assert "Nobody counts the days." in seen
    assert "<table" not in seen
