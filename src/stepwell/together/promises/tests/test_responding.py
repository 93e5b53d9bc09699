"""A promise, half-written out of what Alma found in her own days."""

import logging

import pytest

from stepwell.ground.people.api import keep_begun, kept_draft
from stepwell.own.safety.testing import clear
from stepwell.own.understanding.testing import link, signal, tell
from stepwell.together.promises.models import Promise
from stepwell.together.promises.tests.cast import Actor

ASK = {"signal": "safety", "factor": "t:own:the late train", "to": "promises.make"}
WORDS = "I ring from the platform."


@pytest.fixture
def found(alma: Actor) -> Actor:
    clear(alma.keyring)
    tell(alma.keyring, signal("safety", link("t:own:the late train", -1.6)))
    return alma


def test_it_stands_in_an_empty_promise_and_nothing_is_promised(
    found: Actor, ben: Actor, caplog: pytest.LogCaptureFixture
) -> None:
    before = ben.see("/promises/")
    with caplog.at_level(logging.DEBUG):
        answer = found.send("/along/respond/", {**ASK, "text": WORDS})
    assert answer["Location"] == "/promises/new/"
    assert WORDS in found.see("/promises/new/")
    assert not Promise.objects.exists()
    assert ben.see("/promises/") == before
    assert "platform" not in caplog.text
    found.promises(WORDS)
    assert kept_draft(found.keyring, "promise") is None
    assert WORDS not in found.see("/promises/new/")


def test_what_was_half_written_there_stays_above_it(found: Actor) -> None:
    keep_begun(found.keyring, "promise", {"what": ["I bring bread."], "repeat": ["daily"]})
    for _ in range(2):
        found.send("/along/respond/", {**ASK, "text": WORDS})
    draft = kept_draft(found.keyring, "promise")
    assert draft == {"what": [f"I bring bread.\n{WORDS}"], "repeat": ["daily"]}


def test_too_much_for_one_promise_gives_the_words_back(found: Actor) -> None:
    keep_begun(found.keyring, "promise", {"what": ["x" * 290]})
    page = found.send("/along/respond/", {**ASK, "text": WORDS}, 422).content.decode()
    assert WORDS in page
    draft = kept_draft(found.keyring, "promise")
    assert draft == {"what": ["x" * 290]}


def test_while_the_space_rests_it_is_not_offered(found: Actor) -> None:
    found.pause()
    tell(found.keyring, signal("safety", link("t:own:the late train", -1.6)))
    asked = {key: words for key, words in ASK.items() if key != "to"}
    assert "A promise" not in found.send("/along/respond/", asked, 200).content.decode()
    # Pressed on a page from before: the words come back, and no why.
    page = found.send("/along/respond/", {**ASK, "text": WORDS}, 404).content.decode().split("<main", 1)[1]
    assert WORDS in page
    assert "rest" not in page
    assert kept_draft(found.keyring, "promise") is None
