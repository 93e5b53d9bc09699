"""What answers come to: pure rules, one by one."""

from datetime import date, timedelta
from itertools import combinations

import pytest

from stepwell.own.safety.content import AnswersV1, LeafV1
from stepwell.own.safety.questions import APART, HARK, OWN, asked
from stepwell.own.safety.standing import apart_from, asks_apart, hark_score, is_cleared, outcome, shaken_since

DAY = date(2026, 11, 21)


def said(*yes: str, left: tuple[str, ...] = (), apart: bool = False, day: date = DAY) -> AnswersV1:
    keys = [key for key in asked(apart=apart) if key not in left]
    return AnswersV1(day=day, said={key: key in yes for key in keys}, apart=apart)


@pytest.mark.parametrize(("vector", "score"), [((1, 0, 0, 0), 1), ((0, 0, 0, 0), 0), ((1, 1, 1, 1), 4)])
def test_hark_counts_each_yes_as_one(vector: tuple[int, ...], score: int) -> None:
    yes = [key for key, answer in zip(HARK, vector, strict=True) if answer]
    assert hark_score(said(*yes)) == score


def test_hark_is_asked_in_its_authors_words() -> None:
    assert [str(text) for text in HARK.values()] == [
        "humiliated or emotionally abused in other ways by your partner or your ex-partner?",
        "afraid of your partner or ex-partner?",
        "raped or forced to have any kind of sexual activity by your partner or ex-partner?",
        "kicked, hit, slapped, or otherwise physically hurt by your partner or ex-partner?",
    ]


def test_all_no_is_clear() -> None:
    assert outcome(said()) == "clear"


@pytest.mark.parametrize("key", [*list(HARK)[1:], *OWN])
def test_any_yes_but_humiliation_alone_is_a_yes(key: str) -> None:
    assert outcome(said(key)) == "yes"
    assert outcome(said(key, "h")) == "yes"


@pytest.mark.parametrize("key", list(APART))
def test_a_yes_apart_from_the_betrayal_is_a_yes(key: str) -> None:
    assert outcome(said(key, "h", apart=True)) == "yes"


def test_a_question_left_open_is_not_clear() -> None:
    for key in asked(apart=False):
        assert outcome(said(left=(key,))) == "open"
    assert outcome(said("h", left=("a",))) == "open"


def test_a_yes_counts_whatever_was_left_open_beside_it() -> None:
    for key, left in combinations(list(HARK)[1:], 2):
        assert outcome(said(key, left=(left,))) == "yes"


def test_own_violence_is_met_first_and_is_never_clear() -> None:
    assert outcome(said("hurt")) == "own violence"
    assert outcome(said("hurt", "k", "h")) == "own violence"


def test_humiliation_alone_waits_a_week_and_then_is_asked_apart() -> None:
    first = said("h")
    assert outcome(first) == "humiliated"
    leaf = LeafV1(answers=first, shaken_since=shaken_since(LeafV1(), first))
    assert apart_from(leaf) == DAY + timedelta(days=7)
    assert not asks_apart(leaf, DAY + timedelta(days=6))
    assert asks_apart(leaf, DAY + timedelta(days=7))
    assert not is_cleared(leaf, DAY)


def test_answering_again_within_the_week_does_not_begin_it_anew() -> None:
    leaf = LeafV1(answers=said("h"), shaken_since=DAY)
    assert shaken_since(leaf, said("h", day=DAY + timedelta(days=3))) == DAY
    assert shaken_since(leaf, said(day=DAY + timedelta(days=3))) is None


def test_humiliation_beside_all_no_apart_from_the_betrayal_is_clear_and_stays_asked_so() -> None:
    leaf = LeafV1(answers=said("h"), shaken_since=DAY)
    again = said("h", apart=True, day=DAY + timedelta(days=8))
    assert outcome(again) == "clear"
    after = LeafV1(answers=again, shaken_since=shaken_since(leaf, again))
    assert is_cleared(after, again.day)
    assert asks_apart(after, DAY + timedelta(days=40))


def test_nobody_is_cleared_who_was_not_asked() -> None:
    assert not is_cleared(LeafV1(), DAY)


def test_a_clear_answer_holds_for_thirty_days_and_a_closed_one_opens_by_no_time() -> None:
    leaf = LeafV1(answers=said())
    assert is_cleared(leaf, DAY + timedelta(days=29))
    assert not is_cleared(leaf, DAY + timedelta(days=30))
    assert is_cleared(leaf, DAY - timedelta(days=400)), "a clock set back makes nothing older"
    assert not is_cleared(LeafV1(answers=said("a")), DAY + timedelta(days=900))
