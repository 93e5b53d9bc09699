"""Words that were being written when a talk ended: not sent, never lost, and nobody else's."""

import re

import pytest
from tests.fixtures.clock import later

from stepwell.ground.people.api import keep_begun
from stepwell.together.dialogue.tests.cast import SAID, Actor, in_the_room, one_turn

pytestmark = pytest.mark.django_db
HALF = "When you said that, I wanted to"
REST = "And the rest of it."


def form_of(page: str, room: str, kind: str) -> str:
    """A browser's half-written words come back in the form of that name, and in no other."""
    talk = room.split("/")[2]
    found = re.search(rf'<form[^>]*data-draft="talk-{talk}-{kind}".*?</form>', page, re.DOTALL)
    return found[0] if found else ""


def at_the_end(alma: Actor, ben: Actor) -> str:
    """Ben is giving back, and Alma ends it."""
    room = in_the_room(alma, ben)
    alma.says(room)
    alma.presses(room, "end")
    return room


def test_the_last_page_has_a_place_for_what_the_browser_keeps(alma: Actor, ben: Actor) -> None:
    room = at_the_end(alma, ben)
    page = ben.see(room)
    for kind in ("speak", "back", "try"):
        form = form_of(page, room, kind)
        assert 'name="text"' in form
        assert f'action="{room}press/"' in form
    before_the_fold = page.split("Left unsaid")[1].split("<details")[0]
    assert form_of(before_the_fold, room, "back"), "what was in hand stands open"
    assert not form_of(before_the_fold, room, "speak")
    assert page.index("Left unsaid") < page.index("To take along")
    act = page.split('data-part="act"')[1]
    assert re.search(r'data-draft="([^"]*)"', act)[1].endswith("-ending")  # type: ignore[index]


def test_kept_they_stand_with_their_writer_alone_till_they_are_let_go(alma: Actor, ben: Actor) -> None:
    room = at_the_end(alma, ben)
    before = alma.see(room), alma.see()
    for _ in range(2):
        sent = {"what": "keep-unsaid", "kind": "back", "text": HALF}
        assert ben.send(f"{room}press/", sent)["Location"] == f"{room}?kept=back"
    assert f'data-saved="talk-{room.split("/")[2]}-back"' in ben.see(f"{room}?kept=back")
    for page in (ben.see(room), ben.see()):
        assert page.count(HALF) == 1
    assert (alma.see(room), alma.see()) == before
    for each in (ben, alma):
        each.goes(room)
    assert ben.see().count(HALF) == 1
    assert HALF in ben.takes_everything()
    assert HALF not in alma.see() + alma.takes_everything()
    ben.send("/dialogue/unsaid/let-go/")
    assert HALF not in ben.see()


def test_what_waits_on_the_server_comes_along_when_its_writer_goes(alma: Actor, ben: Actor) -> None:
    room = at_the_end(alma, ben)
    talk = room.split("/")[2]
    keep_begun(ben.keyring, f"talk-{talk}-back", {"text": [HALF]})
    keep_begun(ben.keyring, f"talk-{talk}-speak", {"text": ["Something of my own."], "rest": [REST]})
    page = ben.see(room)
    for words in (HALF, "Something of my own.", REST):
        assert words in page
        assert words not in alma.see(room)
    ben.goes(room)
    alma.goes(room)
    left = ben.see().split("Left unsaid")[1].split("</section>")[0]
    for words in (HALF, "Something of my own.", REST):
        assert words in left
    assert HALF not in ben.see(room, 404)


def test_it_comes_along_where_a_day_ends_it(alma: Actor, ben: Actor) -> None:
    room = at_the_end(alma, ben)
    keep_begun(ben.keyring, f"talk-{room.split('/')[2]}-back", {"text": [HALF]})
    with later(hours=25):
        assert HALF in ben.see()
        assert HALF in ben.see()


def test_who_has_gone_finds_the_place_on_their_list_too(alma: Actor, ben: Actor) -> None:
    room = at_the_end(alma, ben)
    where = ben.goes(room)["Location"]
    assert form_of(ben.see(), room, "back"), "while the other has not gone"
    alma.goes(room)
    assert form_of(ben.see(where), room, "back")
    assert not form_of(ben.see(), room, "back")
    sent = {"what": "keep-unsaid", "kind": "back", "text": HALF}
    kept = ben.send(f"{room}press/", sent)["Location"]
    page = ben.see(kept)
    assert f'data-saved="talk-{room.split("/")[2]}-back"' in page
    assert HALF in page.split("Left unsaid")[1]


def test_it_is_for_a_talk_that_has_ended(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    page = alma.text(f"{room}press/", {"what": "keep-unsaid", "kind": "speak", "text": HALF}, 409)
    assert HALF in page
    assert HALF not in alma.see()


@pytest.mark.parametrize("kind", ["speak", "", "ending", "\u202e", "x" * 500])
def test_more_than_is_kept_stays_on_the_page(
    alma: Actor, ben: Actor, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr("stepwell.together.dialogue.holding.MOST_UNSAID", 40)
    room = at_the_end(alma, ben)
    sent = {"what": "keep-unsaid", "kind": kind, "text": HALF}
    ben.send(f"{room}press/", sent)
    assert REST in ben.text(f"{room}press/", sent | {"text": REST}, 422)
    ben.goes(room)
    assert REST in ben.text(f"{room}press/", sent | {"text": REST}, 404)
    assert HALF in ben.see()


def test_a_new_talk_takes_nothing_of_what_was_left_of_another(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.says(room, "The first part.", rest=REST)
    alma.presses(room, "end")
    assert REST in alma.see(room), "it waits for no turn any more"
    assert REST in alma.see()
    for each in (alma, ben):
        each.goes(room)
    second = in_the_room(alma, ben)
    alma.says(second)
    assert REST in alma.see()
    ben.gives_back(second)
    alma.presses(second, "yes")
    alma.presses(second, "on")
    alma.says(second, SAID, rest="Another rest.")
    assert "Another rest." not in alma.see()
    alma.send("/dialogue/unsaid/let-go/")
    assert REST not in alma.see()
    ben.gives_back(second)
    alma.presses(second, "yes")
    alma.presses(second, "on")
    assert "Another rest." in alma.see(second), "what waits there for a turn stays"


def test_a_talk_that_went_on_from_what_now_has_what_was_tried_in_hand(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    one_turn(alma, ben, room)
    alma.presses(room, "heard")
    alma.presses(room, "change")
    one_turn(ben, alma, room)
    ben.presses(room, "heard")
    ben.presses(room, "now")
    ben.presses(room, "end", kind="try", text=HALF)
    open_on = ben.see(room).split("Left unsaid")[1].split("<details")[0]
    assert HALF in form_of(open_on, room, "try")
    assert HALF not in alma.see(room)
