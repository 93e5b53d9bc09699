"""The plug is pulled while notes are laid down and not welcome any more: whole, once, alike for both."""

import json
import re
from functools import partial
from random import Random
from uuid import uuid4

import pytest

from tests.fixtures.person import Somebody, meet
from tests.fixtures.server import Served, Serving
from tests.journeys.cutting import clear, cut_off, pressed

KILLS = 8
OPEN = "Lay a note down for"
MINE = re.compile(r'formaction="(/affection/note/[0-9a-f-]+/let-go/)">Take it back')


@pytest.fixture
def served(serving: Serving) -> Served:
    return serving()


def is_open(somebody: Somebody) -> bool:
    return OPEN in somebody.see("/affection/").text


def lay(somebody: Somebody, form: dict[str, str], laid: set[str]) -> None:
    page = pressed(somebody, "/affection/note/", form)
    if page and page.status == 303:
        laid.add(form["words"])


def test_what_was_laid_down_lies_there_once_and_both_are_told_the_same(served: Served) -> None:
    chance = Random(11)
    alma, ben = (Somebody(served, f"{name} {uuid4().hex[:8]}").signs_up() for name in ("Alma", "Ben"))
    meet(alma, ben)
    for each in (alma, ben):
        clear(each)
        each.send("/affection/welcome/", {})
    forms = [
        {"form_id": str(uuid4()), "sort": "thanks", "words": f"Note {number}."} for number in range(KILLS)
    ]
    laid: set[str] = set()
    for number, form in enumerate(forms):
        word = "/affection/welcome/" + ("take-back/" if number % 2 else "")
        cut_off(
            served,
            chance,
            partial(lay, alma, form, laid),
            partial(pressed, ben, word, {}),
            partial(pressed, ben, "/affection/lines/take-over/", {"idea": "hand"}),
        )
        assert is_open(alma) == is_open(ben), "never open for one alone"
        words = [note["words"] for note in json.loads(alma.takes_everything())["affection"]["my-notes"]]
        assert laid <= set(words), "what was acknowledged is there"
        assert len(words) == len(set(words))
    ben.send("/affection/welcome/", {})
    for form in forms:
        alma.send("/affection/note/", form)
    kept = json.loads(ben.takes_everything())["affection"]
    assert sorted(note["words"] for note in kept["notes-to-me"]) == sorted(form["words"] for form in forms)
    assert len(kept["list"]) <= 1, "an idea is taken over once"
    for way in MINE.findall(alma.see("/affection/").text):
        cut_off(served, chance, partial(pressed, alma, way, {}))
        assert len(json.loads(alma.takes_everything())["affection"]["my-notes"]) == len(
            json.loads(ben.takes_everything())["affection"]["notes-to-me"]
        ), "gone for both or for neither"
        break
