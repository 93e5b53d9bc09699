"""What the words together say: only where enough of them are known, never against safety, never by chance."""

import json

import pytest

from stepwell.insight.phrasing.api import KINDS, look
from stepwell.insight.phrasing.examples import teaching
from stepwell.insight.phrasing.language import HERE
from stepwell.insight.phrasing.learn import digest, learnt, lessons
from stepwell.insight.phrasing.rules import book
from stepwell.insight.phrasing.weighing import scale, tags_of, traits

FEW = teaching()[::40]


def test_the_weights_are_those_of_the_examples_that_are_not_kept_apart():
    """After a change of examples, words, marks or spelling: `python -m stepwell.insight.phrasing.learn`."""
    held = json.loads((HERE / "en" / "weights.json").read_text("utf-8"))
    assert held["learnt from"] == digest(lessons(teaching(), book()))


def test_the_same_examples_teach_the_same():
    given = lessons(FEW, book())
    assert learnt(given) == learnt(lessons(list(reversed(FEW)), book()))
    assert all(isinstance(weight, int) for held in learnt(given).values() for weight in held)


def test_every_kind_is_weighed_by_itself():
    weighed = scale().weigh(["you", "never", "think", "of", "me"], frozenset())
    assert set(weighed.kinds) == set(KINDS)
    assert max(weighed.kinds, key=lambda kind: weighed.kinds[kind]) == "criticism"
    assert weighed.known > 5


def test_a_misspelt_word_keeps_most_of_its_pieces():
    tags = tags_of(book().language)
    right, wrong = (traits([word], frozenset(), tags) for word in ("embarrassing", "embarassing"))
    pieces = {one for one in right if one.startswith("~")}
    assert len(pieces & wrong) >= len(pieces) / 2


@pytest.mark.parametrize("text", ["", "!", "שלום.", "Xyz qrs.", "Bonjour mon amour.", "😀", "Nine o'clock."])
def test_where_little_is_known_nothing_is_said(text):
    assert not look(text).findings


def test_what_a_rule_names_does_not_hang_on_the_weights():
    assert look("You are so selfish.", weighing=False).findings == look("You are so selfish.").findings


def test_a_sentence_may_hold_two_kinds():
    text = "I did it because you were so cold, and I am never talking about it again, that subject is closed."
    seen = look(text)
    assert {"defensiveness", "stonewalling"} <= {one.kind for one in seen.findings}
    assert all(one.why for one in seen.findings)
