"""One sign over the weeks: days at first, then weeks; a gap stays a gap."""

from datetime import timedelta

import pytest

from stepwell.own.selfcare.testing import follow, put_numbers
from stepwell.own.selfcare.tests.cast import Actor, today

pytestmark = pytest.mark.django_db


def test_nothing_written_is_an_empty_leaf(esi: Actor) -> None:
    assert "Nothing here." in esi.see("/signs/weeks/")


def test_the_first_days_are_drawn_as_days_with_their_table(esi: Actor) -> None:
    follow(esi.keyring, "sleep")
    put_numbers(esi.keyring, today(), sleep=7)
    put_numbers(esi.keyring, today() - timedelta(days=3), sleep=2)
    page = esi.see("/signs/weeks/")
    assert page.count('class="dot"') == 3  # two days, and the key
    assert 'class="line"' not in page
    assert "<td>7</td>" in page
    assert "as you wrote it down" in page
    assert "check-in" not in page.lower()


def test_weeks_are_drawn_once_there_are_some_and_an_empty_one_stays_open(esi: Actor) -> None:
    follow(esi.keyring, "sleep", "anger")
    for back in (0, 1, 7, 8, 28, 35):
        put_numbers(esi.keyring, today() - timedelta(days=back), sleep=back % 8, anger=1)
    page = esi.see("/signs/weeks/?sign=sleep")
    assert "no entries" in page
    assert 'class="gap"' in page
    assert "See Anger" in page
    assert "check-in" not in page.lower()


def test_signs_and_weeks_can_be_walked(esi: Actor) -> None:
    follow(esi.keyring, "sleep", "anger")
    put_numbers(esi.keyring, today() - timedelta(weeks=20), sleep=9)
    put_numbers(esi.keyring, today(), anger=1)
    now = esi.see("/signs/weeks/?sign=sleep")
    assert "Nothing here." in now
    earlier = now.partition('rel="prev" href="')[2].partition('"')[0].replace("&amp;", "&")
    page = esi.see(f"/signs/weeks/{earlier}")
    assert "<td>9</td>" in page
    assert 'rel="next"' in page
    assert 'rel="prev"' not in page


@pytest.mark.parametrize("odd", ["sign=nothing", "to=x", "to=0001-01-01", "to=9999-12-31", "sign=%00"])
def test_odd_questions_are_answered_with_the_page(odd: str, esi: Actor) -> None:
    follow(esi.keyring, "sleep")
    put_numbers(esi.keyring, today(), sleep=7)
    assert "Trouble with sleep" in esi.see(f"/signs/weeks/?{odd}")
