"""A question put to one browser, answered once and soon: it stands in the row of that browser's sign-in.

Nobody else's sign-in can answer it or put another in its place, and it goes when the sign-in goes.
"""

import time
from collections.abc import Mapping
from typing import Any

import msgspec
from django.db.models import QuerySet

from stepwell.ground.people.models import HalfSignIn, SignIn
from stepwell.ground.vault.api import CannotOpen, open_for_server, seal_for_server

LIFE = 10 * 60
Row = SignIn | HalfSignIn


class Question(msgspec.Struct, frozen=True):
    state: dict[str, Any]
    until: float


def put(row: Row, state: Mapping[str, Any]) -> None:
    """In place of any earlier question of this sign-in."""
    question = msgspec.json.encode(Question(dict(state), time.time() + LIFE))
    row.asked = seal_for_server("question", question)
    _rows(row).update(asked=row.asked)


def take(row: Row) -> dict[str, Any] | None:
    """The question that stands, once; None where there is none, it was answered or it is too old."""
    asked, row.asked = row.asked, None
    if asked is None or not _rows(row).filter(asked=asked).update(asked=None):
        return None
    try:
        question = msgspec.json.decode(open_for_server("question", bytes(asked)), type=Question)
    except (CannotOpen, msgspec.DecodeError):
        return None
    return question.state if question.until > time.time() else None


def _rows(row: Row) -> QuerySet[SignIn] | QuerySet[HalfSignIn]:
    if isinstance(row, SignIn):
        return SignIn.objects.filter(pk=row.pk)
    return HalfSignIn.objects.filter(pk=row.pk)
