"""The word that notes are welcome, and the gate of one's own safety: every cause looks the same."""

import re
from html import unescape

import pytest

from stepwell.together.affection import welcoming
from stepwell.together.affection.models import Note, Word
from stepwell.together.affection.tests.cast import NOTE, Actor

WORDS = "You sat with me on the stairs."


def test_it_is_open_when_both_have_said_so_each_alone(alma: Actor, ben: Actor) -> None:
    never = ben.see()
    for _ in range(2):
        alma.says()
    assert Word.objects.count() == 1
    assert ben.see() == never
    assert not alma.may_lay()
    assert alma.has_said()
    ben.says()
    assert alma.may_lay()
    assert ben.may_lay()


def test_the_others_page_is_the_same_bytes_for_every_cause(alma: Actor, ben: Actor) -> None:
    ben.says()
    waiting = ben.see()
    alma.is_afraid()
    alma.says()
    assert ben.see() == waiting
    alma.takes_back()
    assert ben.see() == waiting
    alma.is_well().says()
    alma.lays(WORDS)
    assert ben.see() != waiting
    alma.takes_back()
    assert ben.see() == waiting, "also what lies there is shut away"
    alma.says()
    assert WORDS in ben.see()
    alma.is_afraid()
    assert ben.see() == waiting, "the gate closing is a word taken back"


@pytest.mark.parametrize("afraid", [0, 1])
def test_a_held_word_writes_nothing_between_and_looks_like_any(
    couple: tuple[Actor, Actor], afraid: int
) -> None:
    one, other = couple[afraid], couple[1 - afraid]
    other.says()
    like_any = other.see()
    one.is_afraid()
    one.says()
    assert one.has_said()
    assert Word.objects.count() == 1
    assert one.see().replace(other.member.name, "") == like_any.replace(one.member.name, "")
    assert one.browser.get(NOTE).status_code == 303
    assert WORDS in one.lays(WORDS, status=409).content.decode()
    assert not Note.objects.exists()
    one.takes_back()
    assert not one.has_said()


def test_held_it_counts_from_when_it_may(alma: Actor, ben: Actor) -> None:
    alma.is_afraid()
    for one in (alma, ben):
        one.says()
    assert not ben.may_lay()
    alma.is_well()
    assert ben.may_lay(), "by the answer itself, before any page of hers"
    assert alma.may_lay()


@pytest.mark.parametrize("afraid", [0, 1])
def test_the_gate_closing_while_one_writes_lays_nothing_down(
    couple: tuple[Actor, Actor], afraid: int
) -> None:
    for one in couple:
        one.says()
    writing = couple[0]
    writing.see(NOTE)
    couple[afraid].is_afraid()
    page = writing.lays(WORDS, status=409).content.decode()
    assert WORDS in page
    assert "No notes lie between you two now." in page
    assert not Note.objects.exists()


def test_half_written_words_come_back_where_it_is_shut_meanwhile(alma: Actor, ben: Actor) -> None:
    for one in (alma, ben):
        one.says()
    ben.send("/words/", {"words": WORDS, "sort": "give", "look": _look(ben.see(NOTE))}, 200)
    alma.takes_back()
    page = ben.see(NOTE)
    assert WORDS in page
    assert "No notes lie between you two now." in page


def _look(page: str) -> str:
    return unescape(re.findall(r'name="look"[^>]* value="([^"]+)"', page)[0])


def test_refused_for_every_cause_it_is_the_same_page(alma: Actor, ben: Actor) -> None:
    form_id = "0192aaaa-0000-4000-8000-00000000f00d"

    def refused() -> str:
        page = ben.lays(WORDS, status=409, form_id=form_id).content.decode()
        return page.partition("<main")[2].partition("csrfmiddlewaretoken")[0]

    ben.says()
    never = refused()
    alma.is_afraid()
    alma.says()
    assert refused() == never
    alma.is_well()
    alma.takes_back()
    assert refused() == never


def test_nothing_of_a_shut_place_is_taken_out(alma: Actor, ben: Actor) -> None:
    for one in (alma, ben):
        one.says()
    alma.lays(WORDS)
    assert WORDS in ben.takes_everything()
    alma.takes_back()
    assert WORDS not in ben.takes_everything()
    assert WORDS in alma.takes_everything()


def test_during_a_rest_a_word_may_be_taken_back_and_none_is_said(alma: Actor, ben: Actor) -> None:
    alma.says()
    ben.pause()
    ben.says()
    assert Word.objects.count() == 1
    alma.takes_back()
    assert not Word.objects.exists()


def test_one_who_came_free_in_two_tabs_says_it_once(alma: Actor) -> None:
    alma.is_afraid()
    alma.says()
    alma.is_well()
    for _ in range(2):
        welcoming.settle(alma.keyring)
        alma.says()
    assert Word.objects.count() == 1
