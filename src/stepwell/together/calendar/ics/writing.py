"""Plans as a calendar file. Times are written by the clock they were made with, and its rules go along."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from stepwell.together.calendar.content import BodyV1, SpanV1, TextV1
from stepwell.together.calendar.reckoning import parts_of
from stepwell.together.calendar.words import title
from stepwell.together.calendar.zones import zone_of

if TYPE_CHECKING:
    # Imported only when a calendar is drawn: it takes its time.
    from icalendar import Event

DAY = timedelta(days=1)


class Written:
    """One plan on its way out. name: the UID. text: with words; without it a neutral title stands there."""

    def __init__(
        self,
        name: str,
        body: BodyV1,
        stamp: datetime,
        *,
        note: str = "",
        off: bool = False,
        neutral: str = "",
    ) -> None:
        self.name, self.body, self.stamp, self.note = name, body, stamp.astimezone(UTC), note
        self.off, self.neutral = off, neutral

    def events(self) -> "Iterable[Event]":
        body = self.body
        event = self._event(body.when, body.text)
        if body.rule:
            event.add("rrule", _rule(body))
        for name, starts in (("rdate", body.more), ("exdate", body.out)):
            if starts:
                event.add(name, [_value(start, body.when) for start in starts])
        yield event
        for one in body.moved:
            if one.was not in body.out:
                single = self._event(one.when, one.text)
                single.add("recurrence-id", _value(one.was, body.when))
                yield single

    def _event(self, span: SpanV1, text: TextV1) -> "Event":
        from icalendar import Event

        event = Event()
        event.add("uid", self.name)
        event.add("dtstamp", self.stamp)
        event.add("dtstart", _value(span.starts, span))
        if span.ends is not None:
            event.add("dtend", _value(span.ends + DAY if span.whole else span.ends, span))
        if self.off:
            event.add("status", "CANCELLED")
        if self.neutral:
            event.add("summary", self.neutral)
            event.add("class", "PRIVATE")
            return event
        event.add("summary", title(self.body, text.what))
        for name, said in (("location", text.where), ("contact", text.reach), ("x-with", text.whom)):
            if said:
                event.add(name, said)
        if self.note:
            event.add("description", self.note)
        return event


def _value(wall: datetime, span: SpanV1) -> date | datetime:
    return wall.date() if span.whole else wall.replace(tzinfo=zone_of(span.zone))


def _rule(body: BodyV1) -> dict[str, Any]:
    """UNTIL goes out as RFC 5545 wants it beside a time with a zone: by the clock of Greenwich."""
    parts: dict[str, Any] = {}
    for name, value in parts_of(body.rule).items():
        if name != "UNTIL":
            parts[name.lower()] = value.split(",")
        elif body.last is not None:
            last = _value(body.last, body.when)
            parts["until"] = last.astimezone(UTC) if isinstance(last, datetime) else last
    return parts


def file_of(plans: Iterable[Written], *, name: str = "") -> bytes:
    """One file of all of them, with the rules of every clock in it."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Stepwell//Plans//EN")
    calendar.add("version", "2.0")
    if name:
        calendar.add("x-wr-calname", name)
    for plan in plans:
        for event in plan.events():
            calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())
