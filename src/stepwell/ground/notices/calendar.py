"""The calendar feed: a person's times under neutral titles, for the calendar they already use."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from stepwell.ground.notices.feeds import added
from stepwell.ground.notices.models import Feed
from stepwell.ground.notices.rules import rules_of
from stepwell.ground.notices.times import Rule
from stepwell.ground.people.api import language_of
from stepwell.ground.vault.api import lookup

if TYPE_CHECKING:
    # Imported only when a calendar is drawn: it takes its time.
    from icalendar import Event

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LENGTH = timedelta(minutes=5)


def feed_of(token: str) -> bytes | None:
    """The calendar behind a token, as iCalendar. None for a token that never was or is no more."""
    found = Feed.objects.filter(token=lookup("feed", token)).first()
    return _calendar(found, token) if found else None


def _calendar(feed: Feed, token: str) -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Stepwell//Times//EN")
    calendar.add("version", "2.0")
    with translation.override(language_of(feed.person_id)):
        for rule in _distinct(feed.person_id):
            calendar.add_component(_event(rule, feed, token))
        for event in added(feed.person_id, token):
            calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _distinct(person_id: UUID) -> list[Rule]:
    rules = {rule for rule in rules_of(person_id) if rule.weekdays}
    return sorted(rules, key=lambda rule: (rule.at, sorted(rule.weekdays), rule.zone.key))


def _event(rule: Rule, feed: Feed, token: str) -> "Event":
    from icalendar import Event

    days = [DAYS[day] for day in sorted(rule.weekdays)]
    first = feed.since
    while first.weekday() not in rule.weekdays:
        first += timedelta(days=1)
    event = Event()
    # Says nothing by itself and stays the same for the same time, so that calendars update and never double.
    event.add("uid", lookup("feed event", f"{token} {rule.at} {days} {rule.zone.key}").hex()[:32])
    event.add("dtstamp", datetime.fromisoformat(f"{feed.since.isoformat()}T00:00:00+00:00"))
    event.add("dtstart", datetime.combine(first, rule.at, tzinfo=rule.zone))
    event.add("duration", LENGTH)
    event.add("rrule", {"freq": "weekly", "byday": days})
    event.add("summary", _("A quiet moment"))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event
