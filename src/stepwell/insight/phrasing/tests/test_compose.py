"""Alma writes "I feel … when … because …", and is told kindly which part wears the clothes of another."""

import pytest

from stepwell.insight.phrasing.api import check, families, parts


def about(feel="", when="", because=""):
    return {(one.part, one.about) for one in check(feel, when, because)}


def test_a_whole_sentence_is_told_apart():
    whole = parts("I feel scared when the door banged on Friday, because of how my stepdad was.")
    assert (whole.feel, whole.when) == ("scared", "the door banged on Friday")
    assert whole.because == "of how my stepdad was"


def test_a_sentence_that_holds_all_three_needs_no_remark():
    assert not check("sad and a bit afraid", "you came home at nine on Tuesday", "I had cooked for us")
    assert not check("", "", "")


@pytest.mark.parametrize(
    "feel", ["that you never listen", "like you're a liar", "as if I was air", "you don't care"]
)
def test_a_thought_is_no_feeling(feel):
    assert about(feel=feel) == {("feel", "thought")}


@pytest.mark.parametrize("feel", ["betrayed", "abandoned", "manipulated", "disrespected"])
def test_a_word_for_a_deed_may_stay_and_is_asked_what_lies_under_it(feel):
    (remark,) = check(feel, "", "")
    assert remark.about == "told"
    assert "You may keep it" in remark.text


def test_a_judgement_in_the_clothes_of_a_feeling():
    assert ("feel", "judgement") in about(feel="betrayed by your selfishness")


def test_only_what_was_written_is_quoted():
    felt = "betrayed by your selfishness"
    assert [felt[one.start : one.end] for one in check(felt, "", "")] == [
        "your selfishness", "betrayed", "by your selfishness"
    ]  # fmt: skip
    assert not any("I feel" in one.text for one in check(felt, "", ""))


def test_one_occasion():
    assert about(when="you always come home late") == {("when", "often")}
    assert about(when="you ignored me at the party") == {("when", "inside")}
    assert about(when="you were so selfish on Friday") == {("when", "character")}
    assert not about(when="you looked at your phone while I was speaking, last night")


def test_because_holds_my_own_meaning():
    assert about(because="you wanted to hurt me") == {("because", "motive")}
    assert not about(because="it reminds me of last winter")


@pytest.mark.parametrize(
    "because", ["you are cruel", "you are so selfish", "you never listen", "you are a liar"]
)
def test_a_judgement_is_told_as_one_and_not_as_a_motive(because):
    (remark,) = check("", "", because)
    assert remark.about == "judged"
    assert "judgement" in remark.text
    assert remark.text.startswith(f"“{because}”")


def test_a_remark_stands_where_its_words_stand():
    (remark,) = check("", "on Monday you always sigh", "")
    assert "on Monday you always sigh"[remark.start : remark.end] == "always"


def test_families_hold_plain_words():
    assert "afraid" in families()
    assert all(words for words in families().values())
    assert not any("_" in word for words in families().values() for word in words)
