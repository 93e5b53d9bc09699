"""The private list: written, changed, let go, and seen by nobody else."""

from uuid import uuid4

import pytest

from stepwell.together.questions.limits import LONGEST_QUESTION, MOST_A_DAY
from stepwell.together.questions.models import Question
from stepwell.together.questions.pictures import other_ways
from stepwell.together.questions.tests.cast import Actor

pytestmark = pytest.mark.django_db
NEW = "/questions/new/"


def test_esi_alone_keeps_a_list_and_no_empty_seat_is_drawn(esi: Actor) -> None:
    page = esi.writes("Did I know it all along?", want="unsure")
    assert "Did I know it all along?" in esi.see(page)
    assert "I do not know yet" in esi.see(page)
    assert "Put it to" not in esi.see(page)
    listed = esi.see("/questions/")
    assert "Did I know it all along?" in listed
    assert "Asked and answered" not in listed


def test_the_other_sees_nothing_of_a_list(alma: Actor, ben: Actor) -> None:
    before = ben.see("/questions/")
    page = alma.writes("Is there still contact?")
    assert ben.see("/questions/") == before
    assert ben.see(page, 404) == ben.see(f"/questions/{uuid4()}/", 404)
    assert "Is there still contact?" not in ben.takes_everything()


def test_why_some_answers_cannot_be_unheard_stands_beside_the_question(alma: Actor) -> None:
    page = alma.see(NEW)
    assert "Do I want to know this?" in page
    assert "cannot be unheard" in page


def test_a_question_is_changed_and_both_wordings_are_kept_when_two_tabs_did(alma: Actor) -> None:
    page = alma.writes("When did it begin?")
    alma.send(f"{page}change/", {"text": "In which year did it begin?", "want": "yes", "revision": "1"})
    late = alma.send(f"{page}change/", {"text": "Who knew?", "want": "not_now", "revision": "1"}, 409)
    both = late.content.decode()
    assert "In which year did it begin?" in both
    assert "Who knew?" in both
    alma.send(f"{page}change/", {"text": "Who knew?", "want": "not_now", "revision": "2"})
    assert "Who knew?" in alma.see(page)


def test_let_go_it_is_gone(alma: Actor) -> None:
    page = alma.writes("Who knew?")
    assert "It cannot be brought back." in alma.see(f"{page}delete/")
    alma.send(f"{page}delete/")
    assert alma.see(page, 404)
    assert "Who knew?" not in alma.see("/questions/")
    for verb in ("delete/", "take-back/"):
        for gone in (page, f"/questions/{uuid4()}/"):
            assert alma.send(f"{gone}{verb}")["Location"] == "/questions/", "pressed twice it is done once"
    alma.see(f"{page}delete/", 404)


def test_let_go_in_another_window_the_new_wording_is_given_back(alma: Actor, esi: Actor) -> None:
    page = alma.writes("Who knew?")
    alma.send(f"{page}delete/")
    for sent in ({"text": "In which year did it begin?", "want": "yes"}, {"text": "In which year? " * 99}):
        seen = alma.send(f"{page}change/", sent, 404).content.decode()
        assert sent["text"].strip() in seen
        assert "Nothing was sent." in seen
    alma.see(f"{page}change/", 404)


def test_the_same_form_twice_is_one_row(alma: Actor) -> None:
    form = {"form_id": str(uuid4()), "text": "Who knew?", "want": "yes"}
    assert alma.send(NEW, form)["Location"] == alma.send(NEW, form)["Location"]
    assert Question.objects.within(alma.keyring).count() == 1


@pytest.mark.parametrize(
    "text", ["", "   ", "x" * (LONGEST_QUESTION + 1)], ids=["nothing", "blank", "too long"]
)
def test_what_does_not_fit_is_said_and_the_words_stay(alma: Actor, text: str) -> None:
    answer = alma.send(NEW, {"form_id": str(uuid4()), "text": text, "want": "yes"}, 422)
    assert text.strip() in answer.content.decode()
    assert not Question.objects.within(alma.keyring).exists()


def test_a_day_holds_so_many(alma: Actor) -> None:
    for number in range(MOST_A_DAY):
        alma.writes(f"number {number}")
    sent = {"form_id": str(uuid4()), "text": "and one more", "want": "yes"}
    assert "and one more" in alma.send(NEW, sent, 429).content.decode()


def test_a_question_that_asks_for_a_picture_gets_another_way_and_is_kept_all_the_same(alma: Actor) -> None:
    page = alma.writes("Was she better than me in bed?")
    seen = alma.see(page)
    assert "Was she better than me in bed?" in seen
    assert "Do you want to be here, with me?" in seen
    assert "Was it physical, and is my health at risk?" in seen
    alma.puts(page)
    assert "Some people ask this" not in alma.see(page)


@pytest.mark.parametrize(
    "text",
    ["Is it over?", "When did it begin?", "Who knew?", "Is my health at risk?", "Is our money safe?", "Why?"],
)
def test_a_plain_question_is_left_alone(text: str) -> None:
    assert other_ways(text) == ()


def test_a_long_list_is_drawn_in_parts(alma: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stepwell.together.questions.views.read.AT_ONCE", 3)
    for number in range(5):
        alma.writes(f"number {number}")
    first, second = alma.see("/questions/"), alma.see("/questions/?from=3")
    assert [f"number {number}" in first for number in range(5)] == [False, False, True, True, True]
    assert [f"number {number}" in second for number in range(5)] == [True, True, False, False, False]
    for odd in ("x", "-1", "9" * 40, ""):
        alma.see(f"/questions/?from={odd}")
