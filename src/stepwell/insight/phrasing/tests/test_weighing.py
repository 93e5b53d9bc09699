"""What the words together say: only where enough of them are known, never against safety, never by chance."""

import json

import pytest

from stepwell.insight.phrasing.api import KINDS, look
from stepwell.insight.phrasing.examples import examples
from stepwell.insight.phrasing.language import HERE
from stepwell.insight.phrasing.learn import learnt
from stepwell.insight.phrasing.weighing import scale


def test_the_weights_are_those_of_the_examples_that_are_not_kept_apart():
    """Run `python -m stepwell.insight.phrasing.learn` after a change of examples, words or spelling."""
    held = json.loads((HERE / "en" / "weights.json").read_text("utf-8"))
    found = learnt([one for one in examples() if not one.held_apart])
    assert all(
        held.get(trait, [0.0] * 7) == pytest.approx(weights, abs=0.03) for trait, weights in found.items()
    )
    assert len(set(held) - set(found)) <= len(found) / 100


def test_shares_of_kinds_are_whole():
    weighed = scale().weigh(["you", "never", "think", "of", "me"], frozenset())
    assert set(weighed.kinds) == set(KINDS)
    assert sum(weighed.kinds.values()) == pytest.approx(1)
    assert 0 <= weighed.any <= 1


@pytest.mark.parametrize("text", ["", "!", "שלום.", "Xyz qrs.", "Bonjour mon amour.", "😀", "Nine o'clock."])
def test_where_little_is_known_nothing_is_said(text):
    assert not look(text).findings


def test_what_a_rule_names_does_not_hang_on_the_weights():
    assert look("You are so selfish.", weighing=False).findings == look("You are so selfish.").findings
