"""Numbers of a day: in their owner's words, corrected at will, and never filled in."""

from datetime import date, timedelta
from typing import Any

import pytest

from stepwell.own.selfcare import api
from stepwell.own.selfcare.models import Day
from stepwell.own.selfcare.testing import follow, put_numbers
from stepwell.own.selfcare.tests.cast import Actor, checked, today, value

pytestmark = pytest.mark.django_db


def url(day: date) -> str:
    return f"/signs/day/{day.isoformat()}/"


def told(who: Actor) -> list[tuple[str, int]]:
    return [(number.key, number.value) for number in api.numbers(who.keyring)]


@pytest.fixture
def follower(esi: Actor) -> Actor:
    follow(esi.keyring, "sleep", "anger")
    return esi


def test_numbers_are_kept_and_drawn_again(follower: Actor) -> None:
    where = follower.send(url(today()), {"sleep": "7", "anger": "0", "revision": "0"})["Location"]
    page = follower.see(where)
    assert "Kept, for you alone." in page
    assert f'data-saved="signs-{today().isoformat()}"' in page
    assert (checked(page, "sleep"), checked(page, "anger")) == (["7"], ["0"])
    assert sorted(told(follower)) == [("anger", 0), ("sleep", 7)]


def test_one_is_enough_and_what_is_left_out_is_no_zero(follower: Actor) -> None:
    follower.send(url(today()), {"sleep": "7", "anger": ""})
    assert told(follower) == [("sleep", 7)]


def test_none_is_nothing_to_keep_and_emptying_a_day_takes_it_away(follower: Actor) -> None:
    page = follower.send(url(today()), {}, 422).content.decode()
    assert "One answer is enough" in page
    put_numbers(follower.keyring, today(), sleep=7)
    follower.send(url(today()), {"revision": "1"})
    assert not Day.objects.exists()


def test_a_sign_no_longer_followed_keeps_its_number_of_the_day(follower: Actor) -> None:
    put_numbers(follower.keyring, today(), sleep=7, anger=2)
    follow(follower.keyring, "anger")
    assert checked(follower.see(url(today())), "sleep") == ["7"]
    assert "sleep" not in follower.see(url(today() - timedelta(days=1))).partition("<main")[2]


def test_two_tabs_show_both_and_lose_neither(follower: Actor) -> None:
    follower.send(url(today()), {"sleep": "7", "revision": "0"})
    page = follower.send(url(today()), {"sleep": "3", "anger": "4", "revision": "0"}, 409).content.decode()
    assert "What stands there now" in page
    assert "<dd>7</dd>" in page
    assert checked(page, "sleep") == ["3"]
    assert told(follower) == [("sleep", 7)]
    again = {"sleep": "3", "anger": "4", "revision": value(page, "revision")}
    follower.send(url(today()), again)
    assert sorted(told(follower)) == [("anger", 4), ("sleep", 3)]


def test_sent_again_it_is_the_same_day(follower: Actor) -> None:
    for _ in range(3):
        follower.send(url(today()), {"sleep": "7", "revision": "0"})
    assert Day.objects.count() == 1


@pytest.mark.parametrize("wrong", ["11", "-1", "4.5", "x", "9" * 300])
def test_out_of_range_changes_nothing_and_keeps_the_rest_on_the_page(wrong: str, follower: Actor) -> None:
    page = follower.send(url(today()), {"sleep": wrong, "anger": "4"}, 422).content.decode()
    assert "Please choose one of the answers on the page." in page
    assert checked(page, "anger") == ["4"]
    assert not Day.objects.exists()


def test_yesterday_can_be_written_and_tomorrow_cannot(follower: Actor) -> None:
    follower.send(url(today() - timedelta(days=1)), {"sleep": "7"})
    assert next(api.numbers(follower.keyring)).day == today() - timedelta(days=1)
    follower.see(url(today() + timedelta(days=1)), 404)


def test_long_ago_only_what_was_written_can_be_corrected(follower: Actor) -> None:
    old, older = today() - timedelta(days=40), today() - timedelta(days=41)
    put_numbers(follower.keyring, old, sleep=7)
    follower.send(url(old), {"sleep": "5", "revision": "1"})
    assert told(follower) == [("sleep", 5)]
    follower.see(url(older), 404)
    follower.send(url(older), {"sleep": "5"}, 404)


@pytest.mark.parametrize("odd", ["x", "2026-02-30", "20260302", "2026-W10-1", "0000-00-00", "9999-12-31"])
def test_an_odd_day_is_none(odd: str, follower: Actor) -> None:
    follower.see(f"/signs/day/{odd}/", 404)


def test_nothing_followed_is_an_empty_leaf_with_a_way_on(esi: Actor) -> None:
    page = esi.see(url(today()))
    assert "Choose what to follow" in page
    esi.send(url(today()), {"sleep": "4"}, 422)
    assert not Day.objects.exists()


def test_half_chosen_numbers_are_there_again(follower: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    from stepwell.own.selfcare.views import days

    name = f"signs-{today().isoformat()}"
    drafts: dict[str, Any] = {name: {"revision": ["0"], "sleep": ["4"]}}
    monkeypatch.setattr(days, "kept_draft", lambda keyring, asked: drafts.get(asked))
    monkeypatch.setattr(days, "drop_draft", lambda keyring, asked: drafts.pop(asked, None))
    page = follower.see(url(today()))
    assert checked(page, "sleep") == ["4"]
    follower.send(url(today()), {"sleep": "4", "revision": "0"})
    assert drafts == {}


def test_the_days_of_another_are_not_there(follower: Actor, ben: Actor) -> None:
    old = today() - timedelta(days=40)
    put_numbers(follower.keyring, old, sleep=7)
    ben.see(url(old), 404)
    assert list(api.numbers(ben.keyring)) == []
