"""What is sealed: a question kept in private, its copy for the other, answers, and the day somebody named.

A payload that was ever written stays readable: a new shape gets a new version and an upgrade from this one.
"""

from datetime import date
from typing import Literal
from uuid import UUID

from stepwell.ground.vault.api import Content, Kind

Want = Literal["yes", "not_now", "unsure"]
Place = Literal["now", "dialogue", "session"]


class QuestionV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """A question in its owner's own circle. want: do I want to know this? revision: counts changes of it."""

    text: str
    written_on: date
    want: Want = "unsure"
    revision: int = 1


class PutV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """What was put to the other, word for word. Of the private list nothing comes along.

    taken_back_on: set only where it was answered before; otherwise the whole row goes.
    """

    text: str
    place: Place
    put_on: date
    taken_back_on: date | None = None


class AnswerV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """One answer, or something added to it later. There is no hour in it."""

    text: str
    said_on: date


class WhenV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """The day for which the one who answers named their answer."""

    day: date


class AsideV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """Questions of the other that this person put out of their own sight. It is no answer to anybody."""

    put: tuple[UUID, ...] = ()


QUESTION: Kind[QuestionV1] = Kind("questions.Question.sealed", QuestionV1)
PUT: Kind[PutV1] = Kind("questions.Put.sealed", PutV1)
ANSWER: Kind[AnswerV1] = Kind("questions.Reply.sealed", AnswerV1)
WHEN: Kind[WhenV1] = Kind("questions.When.sealed", WhenV1)
ASIDE: Kind[AsideV1] = Kind("questions.Aside.sealed", AsideV1)
