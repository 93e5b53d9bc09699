"""The labelled examples, and how well they are told apart: the figures of docs/phrasing.md, less a margin."""

from collections import Counter

import pytest

from stepwell.insight.phrasing.baseline import by_keywords
from stepwell.insight.phrasing.examples import LESSONS, NEVER_READ, OWNED, READ_WHOLE, examples, teaching
from stepwell.insight.phrasing.measure import main, score
from stepwell.insight.phrasing.rules import KINDS

EVERY = examples()
APART = [one for one in EVERY if one.held_apart]


def test_there_are_many_and_half_of_them_have_nothing_to_mark():
    assert len(EVERY) >= 900
    drafts = [one for one in EVERY if one.batch != LESSONS]
    assert 0.45 <= sum(not one.kinds for one in drafts) / len(drafts) <= 0.6
    assert sum(not one.kinds for one in EVERY) >= 1500
    count = Counter(kind for one in EVERY for kind in one.kinds)
    assert all(count[kind] >= 70 for kind in KINDS), count
    assert sum(one.note == OWNED for one in EVERY) >= 100


def test_they_are_sound():
    assert len({one.id for one in EVERY}) == len(EVERY)
    assert len({(one.batch, one.text) for one in EVERY}) == len(EVERY)
    assert all(one.kinds <= set(KINDS) for one in EVERY)
    assert all(one.note and one.text.strip() for one in EVERY)


def test_about_a_third_is_kept_apart():
    divided = [one for one in EVERY if one.batch not in READ_WHOLE + NEVER_READ]
    assert 0.27 <= sum(one.held_apart for one in divided) / len(divided) <= 0.37
    assert all(one.held_apart for one in EVERY if one.batch in NEVER_READ)


def test_nothing_that_is_kept_apart_teaches():
    assert not {one.text for one in APART} & {one.text for one in teaching()}


def test_the_third_kept_apart_is_told_apart():
    found = score(APART)
    assert found.found >= 0.78
    assert found.alarms <= 0.08
    assert found.owned <= 0.06
    assert found.macro >= 0.75
    assert all(f1 >= 0.65 for _p, _r, f1 in found.kinds.values())


def test_so_are_those_of_people_who_never_saw_the_rules():
    """Few drafts, so a wide margin; nobody who changes rules reads them."""
    found = score([one for one in APART if one.batch in {"sixth", "seventh", *NEVER_READ}])
    assert found.alarms <= 0.07
    assert found.macro >= 0.73


def test_a_list_of_words_does_far_worse():
    plain = score(APART, by_keywords)
    assert plain.alarms > 0.2
    assert plain.macro < 0.4


def test_the_figures_are_printed(capsys):
    assert main() == 0
    said = capsys.readouterr().out
    assert "held apart" in said
    assert "by a list of words" in said


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_stands_in_the_third_kept_apart(kind):
    assert sum(kind in one.kinds for one in APART) >= 15
