"""A few questions to oneself: private, once a form, gone when their owner wants."""

import re
from uuid import uuid4

import pytest

from stepwell.ground.vault.api import NoSeat
from stepwell.together.pathway.answers import A_PAGE, MOST_A_DAY
from stepwell.together.pathway.forms import LONGEST_NOTE
from stepwell.together.pathway.landings import LANDINGS
from stepwell.together.pathway.models import Answers
from stepwell.together.pathway.tests.cast import Actor

ASK, LIST = "/landings/questions/", "/landings/answers/"


def test_what_was_answered_is_there_for_its_owner_alone(two: tuple[Actor, Actor]) -> None:
    alma, ben = two
    before = ben.see(LIST)
    said = {"say_no": "partly", "stopped": "unsure", "note": "I slept.\nA little."}
    alma.send(ASK, {"form_id": str(uuid4()), **said})
    page = alma.see(LIST)
    for words in ("In part", "I do not know", "Can I say no, and is it heard?", "I slept.<br>A little."):
        assert words in page
    assert ben.see(LIST) == before
    with pytest.raises(NoSeat):
        Answers.objects.within(ben.keyring, Answers.objects.get().circle_id)


def test_each_landing_has_its_own_questions(esi: Actor) -> None:
    for landing in LANDINGS:
        page = esi.see(f"{ASK}?landing={landing.number}")
        assert all(str(question) in page for question in landing.questions.values())
    for odd in ("0", "6", "x", "", "٣"):
        assert "Can I say no, and is it heard?" in esi.see(f"{ASK}?landing={odd}")


def test_one_form_is_one_row(esi: Actor) -> None:
    form = {"form_id": str(uuid4()), "say_no": "yes"}
    for _ in range(3):
        esi.send(ASK, form)
    assert Answers.objects.count() == 1


def test_what_does_not_fit_comes_back_with_every_word(esi: Actor) -> None:
    answer = esi.send(ASK, {"say_no": "maybe", "note": "It was a long day."}, status=422)
    assert "It was a long day." in answer.content.decode()
    assert "Please choose one of the answers on the page." in answer.content.decode()
    answer = esi.send(ASK, {"note": "w" * (LONGEST_NOTE + 1)}, status=422)
    assert "w" * (LONGEST_NOTE + 1) in answer.content.decode()
    assert "One answer is enough." in esi.send(ASK, {}, status=422).content.decode()
    assert not Answers.objects.exists()


def test_a_day_holds_so_many_and_the_words_stay_on_the_page(esi: Actor) -> None:
    for _ in range(MOST_A_DAY):
        esi.send(ASK, {"form_id": str(uuid4()), "say_no": "yes"})
    answer = esi.send(ASK, {"form_id": str(uuid4()), "note": "one more"}, status=429)
    assert "one more" in answer.content.decode()
    assert Answers.objects.count() == MOST_A_DAY


def test_older_ones_are_a_page_further(esi: Actor) -> None:
    for number in range(A_PAGE + 2):
        esi.send(ASK, {"form_id": str(uuid4()), "note": f"number {number:02}"})
    first = esi.see(LIST)
    assert f"number {A_PAGE + 1:02}" in first
    assert "number 01" not in first
    link = re.search(r'href="(\?before=[^"]+)"', first)
    assert link
    assert "number 01" in esi.see(LIST + link[1])
    esi.see(f"{LIST}?before=x", status=404)


def test_its_owner_deletes_one_and_nobody_else_can(two: tuple[Actor, Actor]) -> None:
    alma, ben = two
    alma.send(ASK, {"form_id": str(uuid4()), "say_no": "yes"})
    where = f"{LIST}{Answers.objects.get().id}/delete/"
    ben.send(where, status=404)
    assert Answers.objects.count() == 1
    alma.send(where)
    assert not Answers.objects.exists()
    alma.send(where, status=404)


def test_no_sum_is_made_of_it(esi: Actor) -> None:
    """No number of answers, of times, of days: neither on the page nor in what is taken out."""
    esi.send(ASK, {"form_id": str(uuid4()), **dict.fromkeys(LANDINGS[0].questions, "yes")})
    for page in (esi.see(LIST), esi.see("/landings/"), esi.see("/landings/solid-ground/")):
        main = page.partition("<main")[2].partition("</main>")[0]
        assert not re.search(r"\d+ ?(%|of \d|times|days)", re.sub(r"<[^>]*>", "", main))
