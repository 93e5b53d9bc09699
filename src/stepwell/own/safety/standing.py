"""What somebody's answers mean for what two people do together. Pure rules: no rows, no clock, no request."""

from datetime import date, timedelta
from typing import Literal

from stepwell.own.safety.content import AnswersV1, LeafV1
from stepwell.own.safety.questions import HARK, HUMILIATED, OWN_VIOLENCE, asked

Outcome = Literal["clear", "yes", "humiliated", "open", "own violence"]

HOLDS_FOR = timedelta(days=30)
AGAIN_AFTER = timedelta(days=7)


def hark_score(answers: AnswersV1) -> int:
    """0 to 4, one for each yes. One or more is positive. Never shown to anybody as a number."""
    return sum(answers.said.get(key) is True for key in HARK)


def outcome(answers: AnswersV1) -> Outcome:
    """What the answers come to on the day they are given.

    Humiliation alone is what a betrayal itself does: it waits, and counts for nothing where it was said
    beside own questions that were asked apart from the betrayal and all answered no.
    """
    said = answers.said
    if said.get(OWN_VIOLENCE):
        return "own violence"
    yes = {key for key, answer in said.items() if answer}
    if yes - {HUMILIATED}:
        return "yes"
    if set(asked(apart=answers.apart)) - set(said):
        return "open"
    if HUMILIATED in yes and not answers.apart:
        return "humiliated"
    return "clear"


def is_cleared(leaf: LeafV1, today: date, *, within: timedelta = HOLDS_FOR) -> bool:
    """Whether the last answers are clear and still hold. A clock set back makes nothing older."""
    answers = leaf.answers
    return answers is not None and outcome(answers) == "clear" and today - answers.day < within


def shaken_since(before: LeafV1, answers: AnswersV1) -> date | None:
    """Since when the humiliation item alone was said yes to. Answering again within the week does not begin
    it anew; and whoever was asked apart once is asked so again, for the item looks back over a whole year."""
    if outcome(answers) == "humiliated":
        return before.shaken_since or answers.day
    if answers.apart and answers.said.get(HUMILIATED):
        return before.shaken_since
    return None


def asks_apart(leaf: LeafV1, today: date) -> bool:
    """Whether the own questions are asked apart from the betrayal: a week after humiliation alone."""
    return leaf.shaken_since is not None and today - leaf.shaken_since >= AGAIN_AFTER


def apart_from(leaf: LeafV1) -> date | None:
    return leaf.shaken_since + AGAIN_AFTER if leaf.shaken_since else None
