"""One form is one row, however often it arrives; and a clock that was set back loses nothing."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client

from stepwell.ground.people.testing import Member, make_person, sign_in
from stepwell.together.checkins.models import CheckIn
from tests.fixtures.person import Somebody
from tests.fixtures.server import Served

FIFTY = 50


def test_fifty_at_once_over_http_are_one(served: Served) -> None:
    import json

    dara = Somebody(served, f"Dara {uuid4().hex[:8]}").signs_up()
    form = dara.see("/check-ins/new/").hidden() | {"safety": "7", "noticed": "You came home when you said."}

    def send(_number: int) -> str:
        return dara.send("/check-ins/new/", form).where

    with ThreadPoolExecutor(FIFTY) as at_once:
        answers = list(at_once.map(send, range(FIFTY)))
    assert len(answers) == FIFTY
    assert len(set(answers)) == 1
    kept = json.loads(dara.takes_everything())["checkins"]["check-ins"]
    assert [one["answers"]["noticed"] for one in kept] == ["You came home when you said."]
    assert kept[0]["id"] in answers[0]


def _save(browser: Client, number: int) -> str:
    answer = browser.post(
        "/check-ins/new/", {"form_id": str(uuid4()), "safety": "5", "noticed": f"number {number}"}
    )
    assert answer.status_code == 303
    return str(answer["Location"])


def _browser(member: Member) -> Client:
    browser = Client()
    sign_in(browser, member)
    return browser


@pytest.mark.django_db
@pytest.mark.parametrize("back", [timedelta(minutes=3), timedelta(days=1), timedelta(days=40)])
def test_a_clock_set_back_loses_nothing_and_keeps_the_order(back: timedelta) -> None:
    alma, noon = make_person(), datetime(2026, 5, 20, 10, 0, tzinfo=UTC)
    moments = [noon, noon + timedelta(minutes=1), noon - back, noon - back + timedelta(minutes=1), noon]
    with time_machine.travel(noon - timedelta(days=60)):
        browser = _browser(alma)
    for number, moment in enumerate(moments):
        # Sign-ins are for a while; what is asked here is what becomes of what was kept.
        with time_machine.travel(moment, tick=False):
            browser = _browser(alma)
            page = browser.get(_save(browser, number).partition("?")[0])
            assert f"number {number}" in page.content.decode()
    rows = list(CheckIn.objects.within(alma.fresh().keyring).order_by("id"))
    assert [_said(alma, row) for row in rows] == [f"number {number}" for number in range(len(moments))]
    assert sorted(row.day for row in rows[2:4]) == [(noon - back).date()] * 2
    with time_machine.travel(noon, tick=False):
        listed = _browser(alma).get(f"/check-ins/?month={noon:%Y-%m}").content.decode()
        table = b"".join(_browser(alma).get("/weeks/days.csv")).decode()  # type: ignore[call-overload]  # streamed
    seen = [number for number in range(5) if f"number {number}" in listed]
    assert seen == [number for number, moment in enumerate(moments) if f"{moment:%Y-%m}" == f"{noon:%Y-%m}"]
    assert all(f"number {number}" in table for number in range(len(moments)))


def _said(member: Member, row: Any) -> str:
    from stepwell.ground.vault.api import read

    return str(read(member.keyring, row).answers.noticed)


@pytest.mark.django_db
def test_within_one_day_what_came_later_stands_later_whatever_the_clock_says() -> None:
    """Three check-ins of one day, each an hour earlier by the clock than the one before it."""
    alma, noon = make_person(), datetime(2026, 5, 20, 12, 0, tzinfo=UTC)
    for number in range(3):
        with time_machine.travel(noon - timedelta(hours=number), tick=False):
            _save(_browser(alma), number)
    with time_machine.travel(noon, tick=False):
        listed = _browser(alma).get("/check-ins/?month=2026-05").content.decode()
    places = [listed.index(f"number {number}") for number in range(3)]
    assert places == sorted(places, reverse=True)


@pytest.mark.django_db
def test_the_same_form_after_the_clock_went_back_is_still_one() -> None:
    alma, noon = make_person(), datetime(2026, 5, 20, 10, 0, tzinfo=UTC)
    sent = {"form_id": str(uuid4()), "safety": "5", "noticed": "once"}
    seen = set()
    for moment in (noon, noon - timedelta(days=1), noon + timedelta(days=1)):
        with time_machine.travel(moment, tick=False):
            seen.add(_browser(alma).post("/check-ins/new/", sent)["Location"])
    assert len(seen) == 1
    assert CheckIn.objects.count() == 1
