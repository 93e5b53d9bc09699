"""How it is now: one tap, what fits, and what follows for this person alone."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from stepwell.ground.vault.api import set_lock
from stepwell.own.selfcare import api, gauges, keeping
from stepwell.own.selfcare.models import Gauge
from stepwell.own.selfcare.practices import fitting
from stepwell.own.selfcare.testing import keep_now
from stepwell.own.selfcare.tests.cast import Actor, value

pytestmark = pytest.mark.django_db
RELAXING = ("out-breath", "three-minutes", "body", "kind-word", "rest")


@pytest.mark.parametrize("state", ["over", "inside", "numb"])
def test_one_tap_leads_to_what_fits_and_keeps_nothing(state: str, esi: Actor, nobody: Actor) -> None:
    for who in (esi, nobody):
        assert f"/pause/now/{state}/" in who.see("/pause/")
        page = who.see(f"/pause/now/{state}/")
        assert [p.key for p in fitting(state)] == [p.key for p in fitting(state) if f"with/{p.key}/" in page]
    assert not Gauge.objects.exists()
    assert api.now(esi.keyring) is None


def test_far_away_is_offered_looking_and_moving_and_nothing_that_relaxes(nobody: Actor) -> None:
    page = nobody.see("/pause/now/numb/")
    assert "/pause/with/looking-around/" in page
    assert "/pause/with/moving/" in page
    assert not [key for key in RELAXING if f"/pause/with/{key}/" in page]
    assert not [key for key in RELAXING if f"/pause/with/{key}/" not in nobody.see("/pause/now/inside/")]


def test_signed_out_there_is_nothing_to_keep(nobody: Actor) -> None:
    assert "<form" not in nobody.see("/pause/").partition("<main")[2]
    assert "<form" not in nobody.see("/pause/now/over/").partition("<main")[2]
    nobody.send("/pause/now/over/keep/", {"form_id": str(uuid4())}, 403)


def test_only_keep_keeps_and_the_door_tells_it(alma: Actor) -> None:
    where = alma.keep("over", distress="6")["Location"]
    assert "Kept, for you alone" in alma.see(where)
    found = api.now(alma.keyring)
    assert found
    assert (found.state, found.distress) == ("over", 6)
    assert abs(datetime.now(UTC) - found.at) < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("state", "distress", "stops"),
    [("over", 6, False), ("over", 7, True), ("over", 10, True), ("over", None, False), ("numb", None, True),
     ("inside", None, False)],
)  # fmt: skip
def test_seven_or_more_or_numb_is_too_much(
    state: Any, distress: int | None, stops: bool, alma: Actor
) -> None:
    keep_now(alma.keyring, state, distress)
    assert api.too_much(alma.keyring) is stops


def test_the_last_one_counts_and_only_for_some_hours(alma: Actor, ben: Actor) -> None:
    keep_now(alma.keyring, "over", 9)
    keep_now(alma.keyring, "inside")
    assert not api.too_much(alma.keyring)
    keep_now(alma.keyring, "over", 9, now=datetime.now(UTC) - api.FRESH - timedelta(minutes=1))
    assert api.now(alma.keyring) is None
    assert not api.too_much(alma.keyring)
    assert api.now(ben.keyring) is None


def test_a_distress_beside_another_state_is_not_kept(alma: Actor) -> None:
    alma.keep("numb", distress="9")
    found = api.now(alma.keyring)
    assert found
    assert found.distress is None


@pytest.mark.parametrize(("numbers", "shown"), [((8,), False), ((8, 9), True), ((7, 7, 9), False)])
def test_very_much_twice_in_a_week_names_a_person_to_talk_to(
    numbers: tuple[int, ...], shown: bool, alma: Actor
) -> None:
    for number in numbers[:-1]:
        keep_now(alma.keyring, "over", number, now=datetime.now(UTC) - timedelta(days=3))
    page = alma.see(alma.keep("over", distress=str(numbers[-1]))["Location"])
    assert ("A person to talk to may help more" in page) is shown


def test_very_much_long_ago_is_not_counted(alma: Actor) -> None:
    keep_now(alma.keyring, "over", 10, now=datetime.now(UTC) - gauges.LATELY - timedelta(hours=1))
    keep_now(alma.keyring, "over", 10)
    assert not gauges.often_a_lot(alma.keyring)


@pytest.mark.parametrize("wrong", ["11", "-1", "much", "7.5", "9" * 400])
def test_a_number_out_of_range_says_what_to_do_and_changes_nothing(wrong: str, alma: Actor) -> None:
    sent = {"form_id": str(uuid4()), "distress": wrong, "then": "/weeks/"}
    page = alma.send("/pause/now/over/keep/", sent, 422).content.decode()
    assert "Please choose one of the answers on the page." in page
    assert value(page, "then") == "/weeks/"
    assert not Gauge.objects.exists()


def test_the_same_form_twice_is_one_row(alma: Actor) -> None:
    sent = {"form_id": str(uuid4()), "distress": "5"}
    for _ in range(3):
        alma.send("/pause/now/over/keep/", sent)
    assert Gauge.objects.count() == 1


def test_a_day_holds_so_many(alma: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST_A_DAY", 2)
    for _ in range(2):
        alma.keep("over")
    page = alma.send("/pause/now/over/keep/", {"form_id": str(uuid4())}, 429).content.decode()
    assert "as one day holds" in page
    assert Gauge.objects.count() == 2


def test_the_way_back_leads_to_the_page_somebody_came_from_and_never_elsewhere(alma: Actor) -> None:
    block = render_to_string("selfcare/_window.html", {"moment": "before", "then": "/weeks/?signal=calm"})
    assert "/pause/now/numb/?then=/weeks/%3Fsignal%3Dcalm" in block
    page = alma.see("/pause/now/numb/?then=/weeks/%3Fsignal%3Dcalm")
    assert 'href="/weeks/?signal=calm"' in page
    where = alma.keep("numb", then="/weeks/?signal=calm")["Location"]
    assert 'href="/weeks/?signal=calm"' in alma.see(where)
    for wrong in (
        "//elsewhere.example/",
        "https://elsewhere.example/",
        "/\\elsewhere.example",
        "javascript:a",
    ):
        assert "elsewhere" not in alma.see(reverse("selfcare:now", args=["over"]) + f"?then={wrong}")
        assert "javascript" not in alma.see(f"/pause/?then={wrong}")


def test_it_may_be_read_while_the_own_circle_is_locked(alma: Actor) -> None:
    assert alma.member
    set_lock(alma.member.master, "the second door is painted green")
    for page in ("/pause/", "/pause/now/over/", "/pause/with/out-breath/?kept=1"):
        assert "<form" not in alma.see(page).partition("<main")[2]
    assert alma.browser.post("/pause/now/over/keep/", {"form_id": str(uuid4())}).status_code == 403


def test_a_state_that_is_none_is_not_there(alma: Actor, nobody: Actor) -> None:
    for who in (alma, nobody):
        who.see("/pause/now/sideways/", 404)
        who.see("/pause/with/sideways/", 404)
    alma.send("/pause/now/sideways/keep/", {}, 404)
    alma.send("/pause/with/sideways/after/", {}, 404)
