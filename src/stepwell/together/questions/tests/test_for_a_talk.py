"""A question that is meant for a talk leads to asking for one, for whoever asked it and whoever was asked."""

import re

import pytest

from stepwell.own.safety.testing import clear
from stepwell.together.questions.tests.cast import Actor

pytestmark = pytest.mark.django_db
WORDS = "What did you tell your brother, and when?"
WAY = re.compile(r'action="(/questions/(?:asked/)?[0-9a-f-]+/talk/)"')
LINE = re.compile(r'<input[^>]*name="topic"[^>]*>')
VALUE = re.compile(r'value="([^"]*)"')


def put(alma: Actor, ben: Actor, place: str = "dialogue", words: str = WORDS) -> tuple[str, str]:
    page = alma.writes(words)
    alma.puts(page, place)
    return page, ben.finds()[0]


def topic(actor: Actor, way: str) -> str:
    where = actor.send(way)["Location"]
    assert re.fullmatch(r"/dialogue/ask/\?begun=[0-9a-f-]{36}", where)
    found = LINE.search(actor.see(where))
    assert found
    return VALUE.findall(found[0])[0]


def test_both_may_ask_for_the_talk_with_it_as_the_topic(alma: Actor, ben: Actor) -> None:
    page, asked = put(alma, ben)
    for actor, where in ((alma, page), (ben, asked)):
        (way,) = WAY.findall(actor.see(where))
        before = (alma if actor is ben else ben).see("/dialogue/")
        assert topic(actor, way) == WORDS
        assert (alma if actor is ben else ben).see("/dialogue/") == before, "to press it tells nobody"
    assert WORDS in ben.see(asked), "and it is no answer"
    assert ben.finds() == [asked]


def test_a_long_one_is_a_line_and_stays_whole_where_it_was(alma: Actor, ben: Actor) -> None:
    long = "Where were you\n\nin the week " + "when I could not reach you " * 8
    page, _asked = put(alma, ben, words=long.strip())
    (way,) = WAY.findall(alma.see(page))
    found = topic(alma, way)
    assert len(found) <= 120
    assert found.startswith("Where were you in the week when")
    assert found.endswith(" …")


def test_it_is_drawn_alike_whatever_somebody_s_own_safety_says(alma: Actor, ben: Actor) -> None:
    page, asked = put(alma, ben)
    unasked = alma.see(page), ben.see(asked), alma.see("/dialogue/ask/")
    for actor in (alma, ben):
        clear(actor.keyring)
    assert (alma.see(page), ben.see(asked), alma.see("/dialogue/ask/")) == unasked


@pytest.mark.parametrize("place", ["now", "session"])
def test_one_that_is_meant_for_elsewhere_has_no_such_way(alma: Actor, ben: Actor, place: str) -> None:
    page, asked = put(alma, ben, place)
    assert not WAY.findall(alma.see(page))
    assert not WAY.findall(ben.see(asked))


def test_nor_while_the_space_rests_nor_after_it_was_taken_back(alma: Actor, ben: Actor) -> None:
    page, asked = put(alma, ben)
    way = WAY.findall(ben.see(asked))[0]
    alma.pause()
    assert not WAY.findall(alma.see(page))
    for actor in (alma, ben):
        actor.send("/together/space/ready/")
    alma.send(f"{page}take-back/")
    assert not WAY.findall(alma.see(page))
    ben.send(way, status=404)


def test_another_couple_finds_nothing(alma: Actor, ben: Actor, chidi: Actor) -> None:
    page, asked = put(alma, ben)
    for where in (page, asked):
        chidi.send(f"{where}talk/", status=404)
    ben.send(f"{page}talk/", status=404)


def test_with_a_talk_there_or_asked_for_the_way_ends_at_the_list_of_talks(alma: Actor, ben: Actor) -> None:
    page, _asked = put(alma, ben)
    (way,) = WAY.findall(alma.see(page))
    sent = {"topic": "The phone", "minutes": "20", "way": "written", "devices": "two", "first": "me"}
    alma.send("/dialogue/ask/", sent)
    assert alma.browser.get(alma.send(way)["Location"])["Location"] == "/dialogue/"
