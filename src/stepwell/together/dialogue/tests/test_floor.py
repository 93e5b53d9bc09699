"""The floor is the server's: late, doubled and foreign acts change nothing, and no word of them is lost."""

import re
from uuid import uuid4

import pytest
from tests.fixtures.clock import later

from stepwell.together.dialogue.models import Talk, Turn
from stepwell.together.dialogue.tests.cast import BACK, SAID, Actor, in_the_room, one_turn

pytestmark = pytest.mark.django_db
LATE = "The talk had moved on when this came."


def said(actor: Actor) -> int:
    return Turn.objects.within(actor.keyring).count()


def test_the_same_turn_sent_twice_is_one(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    sent = {"form_id": str(uuid4()), "kind": "speak", "text": SAID, "moment": alma.moment(room)}
    for _ in range(2):
        assert "kept=speak" in alma.send(f"{room}say/", sent)["Location"]
    ben.gives_back(room)
    assert "kept=speak" in alma.send(f"{room}say/", sent)["Location"]
    assert said(alma) == 2


def test_a_turn_from_an_earlier_page_is_not_taken_and_not_lost(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    stale = alma.moment(room)
    alma.says(room)
    late = {"form_id": str(uuid4()), "kind": "speak", "text": "And another thing.", "moment": stale}
    page = alma.text(f"{room}say/", late, 409)
    assert LATE in page
    assert "And another thing." in page
    assert "Ben gives back what they heard" in page
    assert said(alma) == 1


def test_a_late_turn_stands_in_the_field_again_where_there_is_one(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    stale = alma.moment(room)
    one_turn(alma, ben, room)
    alma.presses(room, "on")
    late = {"form_id": str(uuid4()), "kind": "speak", "text": "And another thing.", "moment": stale}
    page = alma.text(f"{room}say/", late, 409)
    assert "And another thing.</textarea>" in page
    again = {"form_id": str(uuid4()), "kind": "speak", "text": "And another thing."}
    alma.send(f"{room}say/", again | {"moment": alma.moment(room)})
    assert "And another thing." in ben.see(room)


def test_a_button_pressed_twice_acts_once_and_says_nothing(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.says(room)
    ben.gives_back(room)
    moment = alma.moment(room)
    for _ in range(2):
        alma.presses(room, "yes", moment=moment)
    moment = alma.moment(room)
    for _ in range(2):
        alma.presses(room, "on", moment=moment)
    assert "second of three turns" in alma.see(room)


def test_two_buttons_at_once_are_one_floor(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    one_turn(alma, ben, room)
    moment = alma.moment(room)
    alma.presses(room, "change", moment=moment)
    assert LATE in alma.text(f"{room}press/", {"what": "on", "moment": moment}, 409)
    assert ben.heading(room) == "Say what it is like for you"


@pytest.mark.parametrize(
    "what", ["yes", "not-quite", "on", "change", "now", "once-more", "open", "talk", "?", ""]
)
def test_what_is_not_theirs_to_do_changes_nothing(alma: Actor, ben: Actor, what: str) -> None:
    room = in_the_room(alma, ben)
    before = alma.see(room), ben.see(room)
    ben.presses(room, what, 409, moment=alma.moment(room))
    assert (alma.see(room), ben.see(room)) == before


def test_every_button_names_the_moment_of_its_page(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    for act in (alma.says, ben.gives_back, lambda room: alma.presses(room, "yes")):
        pages = alma.see(room) + ben.see(room)
        assert set(re.findall(r'name="moment" value="(\d+)"', pages)) == {alma.moment(room)}
        act(room)


@pytest.mark.parametrize("moment", ["", "x", "-1", "²", "9" * 400])
def test_a_page_that_lost_its_moment_does_nothing(alma: Actor, ben: Actor, moment: str) -> None:
    room = in_the_room(alma, ben)
    page = alma.text(
        f"{room}say/", {"kind": "speak", "text": SAID, "moment": moment, "form_id": "no id"}, 409
    )
    assert SAID in page
    assert said(alma) == 0


def test_what_came_from_the_other_is_told_to_who_cannot_see_it(alma: Actor, ben: Actor) -> None:
    def told(actor: Actor) -> str:
        return actor.see(room).split('data-told="')[1].split('"')[0]

    room = in_the_room(alma, ben)
    assert told(alma) == "Say what it is like for you"
    alma.presses(room, "card-comfort")
    assert told(alma) == "Say what it is like for you", "nobody is told what they did themselves"
    assert told(ben).endswith("Alma: “I need comfort”")
    number = ben.see(room).split('name="number" value="')[1].split('"')[0]
    ben.presses(room, "not-yet", number=number)
    assert told(alma) == "Say what it is like for you. Ben: Not yet"
    assert "comfort" not in told(ben)


def test_a_question_is_told_as_one(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben, minutes="10")
    alma.says(room)
    ben.gives_back(room)
    ben.presses(room, "card-comfort")
    assert 'data-told="Is that it? Ben: “I need comfort”"' in alma.see(room)
    with later(minutes=11):
        assert 'data-told="Is that it? Ben: “I need comfort”. The time you chose is over."' in alma.see(room)


def test_an_empty_turn_is_refused(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    assert "There is nothing here yet." in alma.says(room, "  \n ", status=422).content.decode()
    assert said(alma) == 0


def test_what_is_too_long_is_cut_by_its_writer_and_the_rest_waits(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    long = " ".join(f"This is sentence number {n} of them." for n in range(20))
    page = alma.says(room, long, status=422).content.decode()
    assert "These were about 140 words" in page
    first, rest = (page.split(f'name="{name}"')[1].split(">\n")[1].split("<")[0] for name in ("text", "rest"))
    assert f"{first} {rest}" == long
    assert len(first.split()) <= 60
    alma.says(room, first, rest=rest)
    assert "number 19" not in ben.see(room)
    ben.gives_back(room)
    alma.presses(room, "yes")
    alma.presses(room, "on")
    waiting = alma.see(room)
    assert "number 8" in waiting
    assert "number 19" in waiting


def test_giving_back_too_much_stays_in_the_field(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.says(room)
    long = "word " * 150
    page = ben.gives_back(room, long, 422).content.decode()
    assert long.strip() in page
    assert "These are about 150 words." in page


@pytest.mark.parametrize("text", ["x" * 100_000, "한" * 5000, "👩‍👩‍👧 " * 90, "שלום עליכם " * 60])
def test_any_text_is_answered_and_given_back_whole(alma: Actor, ben: Actor, text: str) -> None:
    room = in_the_room(alma, ben)
    page = alma.says(room, text, status=422).content.decode()
    laid_out = "".join(re.findall(r"<textarea[^>]*>\n(.*?)</textarea>", page, re.DOTALL))
    assert "".join(laid_out.split()) == "".join(text.split())


def test_what_is_being_tried_may_be_sent_twice_too(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    one_turn(alma, ben, room)
    alma.presses(room, "heard")
    alma.presses(room, "change")
    one_turn(ben, alma, room)
    ben.presses(room, "heard")
    ben.presses(room, "now")
    sent = {"form_id": str(uuid4()), "kind": "try", "text": "I ring.", "moment": "1"}
    for _ in range(2):
        alma.send(f"{room}say/", sent)
    assert said(alma) == 5


def test_cards_are_laid_answered_or_left_and_never_counted(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    moment = alma.moment(room)
    for _ in range(2):
        ben.presses(room, "card-slow")
    assert "Slow down, please”" in alma.see(room)
    assert alma.moment(room) == moment, "a card takes nobody's floor"
    alma.presses(room, "not-yet", number="1")
    assert "Alma: Not yet" in ben.see(room)
    ben.presses(room, "card-sorry")
    alma.presses(room, "accepted", 409, number="1")
    alma.presses(room, "accepted", number="2")
    assert "Alma: Yes" in ben.see(room)
    one_turn(alma, ben, room)
    assert "I am sorry for that bit”" not in alma.see(room) + ben.see(room)


def test_a_talk_holds_so_many_turns(alma: Actor, ben: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stepwell.together.dialogue.holding.MOST_TURNS", 1)
    room = in_the_room(alma, ben)
    alma.says(room)
    page = ben.gives_back(room, BACK, 422).content.decode()
    assert BACK in page
    assert "as many turns as one talk holds" in page


def test_only_one_talk_is_open(alma: Actor, ben: Actor) -> None:
    alma.asks()
    ben.asks("The holidays")
    hers, his = ben.asked(), alma.asked()
    ben.send(f"{hers}yes/")
    assert alma.send(f"{his}yes/")["Location"] == "/dialogue/"
    assert Talk.objects.within(alma.keyring).count() == 1
    assert ben.send(f"{hers}yes/")["Location"] == "/dialogue/", "pressed twice"
    assert "Your words are still here." in alma.asks("Another thing", 422).content.decode()


def test_a_second_asking_gives_its_words_back(alma: Actor, ben: Actor) -> None:
    for _ in range(2):
        alma.asks()
    page = alma.asks("The holidays", 409).content.decode()
    assert "The holidays" in page
    assert "The holidays" not in ben.see()


def test_a_form_of_a_talk_that_one_has_left_or_that_is_over(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.presses(room, "end")
    sent = {"form_id": str(uuid4()), "text": "One thing."}
    for _ in range(2):
        assert alma.send(f"{room}leave/", sent)["Location"].startswith("/dialogue/")
    late = {"form_id": str(uuid4()), "kind": "speak", "text": "And another.", "moment": "2"}
    assert "And another." in alma.text(f"{room}say/", late, 404)
    ben.goes(room)
    assert alma.send(f"{room}leave/", sent)["Location"] == "/dialogue/"
    assert "Something else." in alma.text(f"{room}leave/", {"text": "Something else."}, 404)


def test_what_waited_for_a_turn_that_did_not_come_stays_its_writers(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.says(room, "The first part.", rest="The second part.")
    ben.pause()
    assert "The second part." in alma.see()
    assert "The second part." not in ben.see()
    for _ in range(2):
        alma.send("/dialogue/unsaid/let-go/")
    assert "The second part." not in alma.see()
