"""A plan laid out over days: each time it falls, as the viewer's clock shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from stepwell.together.calendar.content import BodyV1, SpanV1, TextV1
from stepwell.together.calendar.reckoning import days
from stepwell.together.calendar.shelves import APART
from stepwell.together.calendar.zones import shown, zone_of

MIDNIGHT = time()
DAY = timedelta(days=1)


@dataclass(slots=True)
class Slot:
    """One time that a plan falls.

    starts, ends: by the viewer's clock, without an offset; ends None where it was left open. whole: days.
    day, last: the first and the last day it touches. was: when its series has it, by the clock of the
    series. moved: it is otherwise than the rest.
    """

    starts: datetime
    ends: datetime | None
    whole: bool
    text: TextV1
    was: datetime
    day: date
    last: date
    moved: bool = False


def _last(starts: datetime, ends: datetime | None, *, whole: bool) -> date:
    """What ends at midnight does not touch the day that begins then."""
    if ends is None or ends <= starts:
        return starts.date()
    if not whole and ends.time() == MIDNIGHT:
        return ends.date() - DAY
    return ends.date()


def starts_between(body: BodyV1, first: date, last: date) -> list[datetime]:
    """When it begins by its own clock, on these days, without what was left out; moved ones as they were."""
    begins = body.when.starts
    found = {start for start in (begins, *body.more) if first <= start.date() <= last}
    if body.rule:
        if body.last is not None:
            last = min(last, body.last.date())
        at = begins.time()
        found.update(
            datetime.combine(day, at) for day in days(body.rule, begins.date(), first, last) if day >= first
        )
    found.difference_update(body.out)
    return sorted(found)


def slots(body: BodyV1, first: date, last: date, viewer: ZoneInfo) -> Iterator[Slot]:
    """Every time it touches one of these days of the viewer, in no order."""
    long = _length(body)
    moved = {one.was: one for one in body.moved} if body.moved else {}
    for start in starts_between(body, first - APART - long, last + APART):
        if start in moved:
            continue
        slot = slot_of(_span_at(body.when, start), body.text, start, viewer)
        if slot.day <= last and slot.last >= first:
            yield slot
    for was, one in moved.items():
        if was in body.out:
            continue
        slot = slot_of(one.when, one.text, was, viewer)
        slot.moved = True
        if slot.day <= last and slot.last >= first:
            yield slot


def one_slot(body: BodyV1, was: datetime, viewer: ZoneInfo) -> Slot | None:
    """The one that the series has at that time; None where it has none, or it was left out."""
    for one in body.moved:
        if one.was == was and was not in body.out:
            slot = slot_of(one.when, one.text, was, viewer)
            slot.moved = True
            return slot
    if was in starts_between(body, was.date(), was.date()):
        return slot_of(_span_at(body.when, was), body.text, was, viewer)
    return None


def _length(body: BodyV1) -> timedelta:
    span = body.when
    return timedelta(days=(span.ends - span.starts).days + 1) if span.ends else timedelta()


def _span_at(span: SpanV1, start: datetime) -> SpanV1:
    """The same length by the clock of the wall: a night shift ends at six, also when the clock is set."""
    if start == span.starts:
        return span
    ends = span.ends and start + (span.ends - span.starts)
    return SpanV1(starts=start, ends=ends, whole=span.whole, zone=span.zone)


def slot_of(span: SpanV1, text: TextV1, was: datetime, viewer: ZoneInfo) -> Slot:
    starts, ends = span.starts, span.ends
    if not span.whole:
        zone = zone_of(span.zone)
        starts = shown(starts, zone, viewer)
        ends = shown(ends, zone, viewer) if ends is not None else None
    last = _last(starts, ends, whole=span.whole)
    return Slot(starts, ends, span.whole, text, was, starts.date(), last)
