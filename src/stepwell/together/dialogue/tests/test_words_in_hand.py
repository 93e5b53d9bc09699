"""Without a script: whatever is pressed, the words in the field go along and wait, or stand on the page."""

import re

import pytest
from tests.fixtures.clock import later

from stepwell.together.dialogue.tests.cast import Actor, in_the_room

pytestmark = pytest.mark.django_db
HALF = "Half of what I wanted to"
TOO_MUCH = "I wait. " * 40_000
IN_THE_FIELD = re.compile(r"<textarea[^>]*name=\"text\"[^>]*>\s*([^<]*)</textarea>")


def field(page: str) -> str:
    found = IN_THE_FIELD.search(page)
    return found[1] if found else ""


@pytest.mark.parametrize("what", ["time-out", "card-slow", "change"])
def test_the_button_takes_the_words_of_the_field_along(alma: Actor, ben: Actor, what: str) -> None:
    page = alma.see(in_the_room(alma, ben))
    turn = re.search(r'<form[^>]*id="turn".*?</form>', page, re.DOTALL)
    button = re.search(rf'<button[^>]*value="{what}"[^>]*>', page)
    assert turn
    assert button
    assert 'formaction="/dialogue/' in button[0]
    assert button[0] in turn[0] or 'form="turn"' in button[0]


def test_where_there_is_no_field_it_stands_alone(alma: Actor, ben: Actor) -> None:
    page = ben.see(in_the_room(alma, ben))
    assert 'value="card-slow"' in page
    assert 'form="turn"' not in page


def test_they_come_back_with_the_room(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.presses(room, "time-out", kind="speak", text=HALF, rest="The rest of it.")
    with later(minutes=21):
        alma.presses(room, "open")
        ben.presses(room, "here")
        page = alma.see(room)
        assert field(page) == HALF
        assert "The rest of it." in page
        assert HALF not in ben.see(room)
        alma.says(room)
        ben.gives_back(room)
        alma.presses(room, "yes")
        alma.presses(room, "on")
        assert field(alma.see(room)) == "", "what was said does not come back"


def test_a_short_word_laid_while_writing_takes_none_away(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.presses(room, "card-slow", kind="speak", text=HALF)
    assert field(alma.see(room)) == HALF
    alma.says(room)
    ben.presses(room, "once-more", kind="back", text=HALF)
    alma.says(room)
    assert field(ben.see(room)) == HALF


def test_a_late_press_shows_them(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    for sent in (HALF, TOO_MUCH):
        page = alma.text(f"{room}press/", {"what": "yes", "moment": "0", "kind": "speak", "text": sent}, 409)
        assert field(page).strip() == sent.strip()
        page = ben.text(f"{room}press/", {"what": "yes", "moment": "0", "kind": "back", "text": sent}, 409)
        assert sent.strip() in page
        assert "your words are still here" in page


def test_more_than_can_wait_stands_on_the_page_and_the_time_out_is_taken(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    page = alma.presses(room, "time-out", 200, kind="speak", text=TOO_MUCH).content.decode()
    assert "That is more than can wait here" in page
    assert TOO_MUCH.strip() in page
    assert "is kept for you" not in page
    assert alma.heading(room) == ben.heading(room) == "A time-out"
    assert "I wait." not in ben.see(room)


def test_who_ends_with_words_in_hand_can_copy_them(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.presses(room, "end", kind="speak", text=HALF)
    assert "Before you go" in alma.see(room)
    assert HALF in alma.see(room)
    assert HALF not in ben.see(room)


def test_more_than_can_wait_stands_on_the_last_page(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    page = alma.presses(room, "end", 200, kind="speak", text=TOO_MUCH).content.decode()
    assert TOO_MUCH.strip() in page
    assert "nowhere else" in page
    assert "Before you go" in page
