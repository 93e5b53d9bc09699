"""The plug is pulled while people are keeping check-ins: what was acknowledged is there, whole, and once."""

import http.client
import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import uuid4

import pytest

from tests.fixtures.person import Somebody, meet
from tests.fixtures.server import Served, Serving

COUPLES, KILLS = 6, 6
# A day holds 24 check-ins of a person.
EACH = 20
AT_LEAST = 200
PATIENCE = 30


@dataclass
class Writing:
    """One person who goes on keeping check-ins, and sends again what got no answer."""

    who: Somebody
    acknowledged: dict[int, str] = field(default_factory=dict)
    forms: dict[int, dict[str, Any]] = field(default_factory=dict)
    cut_off: int = 0

    def next_number(self) -> int | None:
        return next((number for number in range(EACH) if number not in self.acknowledged), None)

    def keep_one(self, number: int) -> None:
        form = self.forms.setdefault(number, _form(number))
        page = self.who.send("/check-ins/new/", form)
        self.acknowledged[number] = page.where.split("/")[2]

    def go_on(self, ended: threading.Event) -> None:
        while not ended.is_set() and (number := self.next_number()) is not None:
            try:
                self.keep_one(number)
            except (OSError, http.client.HTTPException):
                self.cut_off += 1
                ended.wait(0.01)


def _form(number: int) -> dict[str, Any]:
    words = f"number {number} " * 20
    shown = {"who": "both", "parts": ["ratings", "noticed", "factors"]} if number % 2 else {"who": "me"}
    return {
        "form_id": str(uuid4()), "safety": str(number % 11), "noticed": words, "intend": words[:300],
        "new_hard": f"word {number}", **shown,
    }  # fmt: skip


@pytest.fixture
def served(serving: Serving) -> Served:
    return serving()


@pytest.fixture
def writers(served: Served) -> list[Writing]:
    people = [Somebody(served, f"Somebody {number}") for number in range(2 * COUPLES)]
    with ThreadPoolExecutor(2) as two:
        list(two.map(Somebody.signs_up, people))
        list(two.map(meet, people[::2], people[1::2]))
    return [Writing(who) for who in people]


def test_nothing_that_was_acknowledged_is_lost(served: Served, writers: list[Writing]) -> None:
    chance = Random(9)
    before_kills = []
    for number in range(1, KILLS + 1):
        _write_until(served, writers, AT_LEAST * number // KILLS, chance.uniform(0, 0.05))
        before_kills.append(sum(len(one.acknowledged) for one in writers))
        served.start()
    # What is left is sent to its end, the forms that got no answer among them.
    ended = threading.Event()
    with ThreadPoolExecutor(len(writers)) as at_once:
        list(at_once.map(lambda one: one.go_on(ended), writers))
    assert 0 < before_kills[0] < before_kills[-1]
    assert before_kills[-1] >= AT_LEAST, f"acknowledged before each kill: {before_kills}"
    assert sum(one.cut_off for one in writers) >= KILLS
    for one in writers:
        _all_is_there(one)


def _write_until(served: Served, writers: list[Writing], acknowledged: int, more: float) -> None:
    """Everybody writes at once, and the plug is pulled a moment after so many check-ins were acknowledged."""
    ended = threading.Event()
    with ThreadPoolExecutor(len(writers)) as at_once:
        running = [at_once.submit(one.go_on, ended) for one in writers]
        latest = time.monotonic() + PATIENCE
        while sum(len(one.acknowledged) for one in writers) < acknowledged and time.monotonic() < latest:
            ended.wait(0.002)
        ended.wait(more)
        served.kill()
        ended.set()
        for one in running:
            one.result()


def _all_is_there(one: Writing) -> None:
    kept = json.loads(one.who.takes_everything())["checkins"]
    rows = {row["id"]: row["answers"] for row in kept["check-ins"]}
    assert set(rows) == set(one.acknowledged.values()), "each form is one row, and no row is of no form"
    for number, check_in in one.acknowledged.items():
        form, answers = one.forms[number], rows[check_in]
        assert answers["noticed"] == form["noticed"].strip()
        assert answers["intend"] == form["intend"].strip()
        assert answers["safety"] == int(form["safety"])
        assert answers["hard"] == [form["new_hard"]]
    shown = {row["check-in"]: row["answers"] for row in kept["shown"]}
    asked = {check_in for number, check_in in one.acknowledged.items() if number % 2}
    assert set(shown) == asked, "what was to be shown is shown in the same step, or not kept at all"
    assert all(shown[check_in]["noticed"] == rows[check_in]["noticed"] for check_in in asked)
