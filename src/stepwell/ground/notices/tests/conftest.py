"""Times for the cast without any other room: a source that says what a test puts in."""

from datetime import datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django.core import mail

from stepwell.ground.notices import choices, rules
from stepwell.ground.notices.api import Rule

EVERY_DAY = frozenset(range(7))
BERLIN = ZoneInfo("Europe/Berlin")


def at(hour: int, minute: int = 0, *, days: frozenset[int] = EVERY_DAY, zone: ZoneInfo = BERLIN) -> Rule:
    return Rule(time(hour, minute), days, zone)


def berlin(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


@pytest.fixture
def times(monkeypatch) -> dict[UUID, list[Rule]]:
    """person id -> rules. The only source while the test runs."""
    given: dict[UUID, list[Rule]] = {}
    monkeypatch.setattr(rules, "_sources", [lambda person: given.get(person, [])])
    return given


def with_mail(person_id: UUID, address: str = "alma@home.example") -> None:
    """The person gave an address and answered the question sent there. The mailbox is empty afterwards."""
    choices.ask(person_id, address)
    assert choices.confirm(token_in(mail.outbox[-1].body))
    mail.outbox.clear()


def token_in(body: str) -> str:
    return next(line for line in body.split() if "/notes/" in line).rstrip("/").rsplit("/", 1)[1]
