"""Each rule has a draft that it marks and one that it leaves alone, and speaks in the tone of the house."""

import re

import pytest

from stepwell.insight.phrasing.api import KINDS
from stepwell.insight.phrasing.looking import matched
from stepwell.insight.phrasing.pattern import Misspelt, compiled
from stepwell.insight.phrasing.rules import SHADOWS, book

RULES = {f"{rule.kind}/{rule.name}": rule for rule in book().rules}
NEVER = re.compile(
    r"\b(should|must|victim|cheater|addict|guilty|wronged|get over|move on|ought|toxic|narcissist)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_marks_its_own_draft_and_leaves_the_other(name):
    rule = RULES[name]
    assert rule.marked, "a rule without an example"
    assert rule.unmarked, "a rule without a draft that it leaves alone"
    assert (rule.kind, rule.name) in matched(rule.marked)
    assert not matched(rule.unmarked)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_speaks_kindly(name):
    rule = RULES[name]
    for said in (rule.why, rule.instead):
        assert not NEVER.search(said)
        assert "!" not in said
    assert rule.why
    assert rule.why.count(".") <= 2
    assert len(rule.why) <= 140


def test_there_are_rules_for_every_kind():
    assert {rule.kind for rule in book().rules} == {*KINDS, "safety"}


def test_what_the_rules_speak_of_is_there():
    marks = {mark.name for mark in book().marks} | {"long"}
    assert all(rule.unless <= marks for rule in book().rules)
    assert all(rule.through <= set(SHADOWS) for rule in book().rules)
    assert all(shadow.name in SHADOWS for shadow in book().shadows)


def test_a_pattern_that_cannot_be_read_says_so():
    with pytest.raises(Misspelt, match="no class"):
        compiled("you {nonesuch}", {})
    with pytest.raises(Misspelt, match="nothing to hold on to"):
        compiled("..3 !not", {})
