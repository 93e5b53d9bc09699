"""An open page of a talk sends from where it is, and gets the page in the answer, without its frame."""

import re

from stepwell.together.dialogue.tests.cast import BACK, Actor, in_the_room

ALREADY_OPEN = {"headers": {"X-In-Place": "yes"}}


def parts_of(page: str) -> dict[str, str]:
    return dict(re.findall(r'data-part="(\w+)"[^>]*>(.*?)(?=data-part=|</body>)', page, re.DOTALL))


def test_an_act_is_answered_with_the_page_that_shows_it(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    sent = {"form_id": "0190b0c8-0000-7000-8000-000000000001", "kind": "speak", "text": "It was loud."}
    sent["moment"] = alma.moment(room)
    answer = alma.browser.post(f"{room}say/", sent, **ALREADY_OPEN)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "It was loud." in page
    assert f'data-saved="talk-{room.split("/")[2]}-speak"' in page
    again = alma.browser.post(f"{room}say/", sent, **ALREADY_OPEN)
    assert again.status_code == 200
    assert ben.see(room).count("It was loud.") == 1


def test_it_has_every_part_of_the_whole_page_and_no_frame(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.says(room)
    bare = ben.browser.get(room, **ALREADY_OPEN).content.decode()
    whole = ben.browser.get(room).content.decode()
    assert parts_of(bare).keys() == parts_of(whole).keys() >= {"act", "shown", "heading", "stop"}
    assert '<nav class="nav"' not in bare
    assert "tokens" in whole
    assert "tokens" not in bare.replace("csrfmiddlewaretoken", "")


def test_what_is_refused_is_no_page_of_the_talk_that_goes_on(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    late = {"what": "yes", "moment": "0"}
    assert alma.browser.post(f"{room}press/", late, **ALREADY_OPEN).status_code == 409
    ended = alma.browser.post(f"{room}press/", {"what": "end"}, **ALREADY_OPEN)
    assert "Before you go" in ended.content.decode()
    assert BACK not in ben.see(room)
