"""What the calendar address says of plans: when, under one neutral word."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from stepwell.together.calendar.content import BodyV1
from stepwell.together.calendar.feeding import busy_of
from stepwell.together.calendar.ics.writing import Written

if TYPE_CHECKING:
    from icalendar import Event

# The same for all: a moment of its own would tell when a plan was written.
STAMP = datetime(2026, 1, 1, tzinfo=UTC)


def events(person_id: UUID, token: str) -> "Iterator[Event]":
    for one in busy_of(person_id, token):
        body = BodyV1(when=one.when, rule=one.rule, last=one.last, more=one.more, out=one.out)
        yield from Written(one.key, body, STAMP, neutral=_("Busy")).events()
