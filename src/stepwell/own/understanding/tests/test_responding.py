"""From what goes along to what could be done: Esi's own words, taken where she says, and nowhere else."""

import re
from dataclasses import dataclass, field

import pytest

from stepwell.ground.people.api import PersonRequest
from stepwell.own.understanding import responses
from stepwell.own.understanding.responses import Full, Practice, Response
from stepwell.own.understanding.testing import link, other, signal, tell
from stepwell.own.understanding.tests.cast import Actor, Days

ASK = {"signal": "safety", "factor": "t:night"}


@dataclass
class Drawer:
    """A room that takes words. open: whether it is offered now."""

    took: list[str] = field(default_factory=list)
    open: bool = True
    full: bool = False

    def take(self, request: PersonRequest, text: str) -> str:
        if self.full:
            raise Full
        self.took.append(text)
        return "/signs/"

    def response(self, key: str = "drawer", **more: frozenset[str]) -> Response:
        return Response(key, f"To the {key}", "It lies there.", 10, lambda _: self.open, self.take, **more)


@pytest.fixture
def drawer(monkeypatch: pytest.MonkeyPatch, esi: Actor, days: Days) -> Drawer:
    made = Drawer()
    only = made.response("triggers alone", kinds=frozenset({"t:"}))
    monkeypatch.setattr(responses, "_responses", {"drawer": made.response(), "triggers alone": only})
    monkeypatch.setattr(responses, "_practices", [lambda _: (Practice("Look around", 2, "/pause/"),)])
    tell(
        esi.keyring,
        signal("safety", link("t:night", -1.6), link("h:walk", 1.2), other("h:told", "emerging")),
    )
    return made


def test_each_told_link_offers_it_and_nothing_else_does(esi: Actor, drawer: Drawer) -> None:
    page = esi.see("/along/")
    assert set(re.findall(r'name="factor" value="([^"]*)"', page)) == {"t:night", "h:walk"}
    assert "What could be done when this happens?" in page
    assert "How could there be more of this?" in page


def test_only_her_own_name_for_it_goes_along_and_it_can_be_changed(esi: Actor, drawer: Drawer) -> None:
    page = esi.page_after("/along/respond/", ASK, 200)
    (typed,) = re.findall(r"<textarea[^>]*>\s*([^<]*)</textarea>", page)
    assert typed == "a bad night"
    assert "What could we do when this happens?" in page
    assert "1.6" not in page.split("<main", 1)[1]
    assert drawer.took == []
    said = {**ASK, "to": "drawer", "text": "After a bad night: no talk before noon."}
    answer = esi.browser.post("/along/respond/", said)
    assert (answer.status_code, answer["Location"]) == (303, "/signs/")
    assert drawer.took == ["After a bad night: no talk before noon."]


def test_what_fits_a_trigger_is_not_offered_for_what_helps(esi: Actor, drawer: Drawer) -> None:
    assert "To the triggers alone" in esi.page_after("/along/respond/", ASK, 200)
    page = esi.page_after("/along/respond/", {"signal": "safety", "factor": "h:walk"}, 200)
    assert "To the drawer" in page
    assert "To the triggers alone" not in page
    said = {"signal": "safety", "factor": "h:walk", "to": "triggers alone", "text": "A walk more often."}
    assert "A walk more often." in esi.page_after("/along/respond/", said, 422)
    assert drawer.took == []


def test_where_nothing_joint_is_open_only_the_practice_stands_and_no_word_why(
    esi: Actor, drawer: Drawer
) -> None:
    drawer.open = False
    page = esi.page_after("/along/respond/", ASK, 200)
    main = page.split("<main", 1)[1]
    assert "Look around" in main
    assert "What could I do when this happens?" in main
    assert "<textarea" not in main
    assert "To the drawer" not in main
    assert "Something." in esi.page_after(
        "/along/respond/", {**ASK, "to": "drawer", "text": "Something."}, 404
    )
    assert drawer.took == []


def test_nothing_written_and_no_place_left_keep_the_page_and_the_words(esi: Actor, drawer: Drawer) -> None:
    assert "There are no words yet." in esi.page_after(
        "/along/respond/", {**ASK, "to": "drawer", "text": " "}, 422
    )
    drawer.full = True
    page = esi.page_after("/along/respond/", {**ASK, "to": "drawer", "text": "No talk before noon."}, 422)
    assert "There is no place left there." in page
    assert "No talk before noon." in page


def test_words_for_what_is_told_no_more_come_back(esi: Actor, drawer: Drawer) -> None:
    for factor in ("h:told", "t:nobody", ""):
        sent = {"signal": "safety", "factor": factor}
        esi.send("/along/respond/", sent)
        assert "Written slowly." in esi.page_after(
            "/along/respond/", {**sent, "to": "drawer", "text": "Written slowly."}, 404
        )
    assert drawer.took == []


def test_an_address_never_holds_a_factor(esi: Actor, drawer: Drawer) -> None:
    page = esi.see("/along/")
    assert not [url for url in re.findall(r'(?:href|action)="([^"]*)"', page) if "night" in url]
    assert esi.browser.get("/along/respond/").status_code == 405
