"""A calendar file, read: plans as this room keeps them. All of it, or the line that does not fit."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from icalendar.prop import vDuration
from msgspec.structs import replace

from stepwell.together.calendar.content import BodyV1, IncomingV1, ItemV1, MovedV1, SpanV1
from stepwell.together.calendar.fields import EARLIEST, LATEST, LONGEST, LONGEST_SPAN
from stepwell.together.calendar.ics.clocks import Clocks
from stepwell.together.calendar.ics.parts import Part, Property, parts, text_of
from stepwell.together.calendar.ics.refusing import BadFile
from stepwell.together.calendar.ics.words import note_in, plain_words, text_in
from stepwell.together.calendar.reckoning import BadRule
from stepwell.together.calendar.rules import Steps, settle
from stepwell.together.calendar.zones import instant, zone_of

MOST_BYTES = 1024 * 1024
MOST_DATES = 500
MOST_COUNTED = 50_000
LONGEST_UID = 500
DAY = timedelta(days=1)
MOMENT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z?))?", re.ASCII)
COUNTED = re.compile(r"\bCOUNT=(\d{1,9})", re.IGNORECASE | re.ASCII)


def read_file(data: bytes, own: ZoneInfo, *, most: int = MOST_BYTES) -> IncomingV1:
    """Raises BadFile."""
    found = parts(text_of(data, most=most))
    _check_counts(found.events)
    clocks = Clocks(found.zones, own, Steps())
    left = Counter(found.left)
    singles: dict[str, list[Part]] = {}
    whole: dict[str, Part] = {}
    for event in found.events:
        uid = _uid(event)
        if event.one("RECURRENCE-ID"):
            singles.setdefault(uid, []).append(event)
        elif uid not in whole or _sequence(event) >= _sequence(whole[uid]):
            whole[uid] = event
        left["people"] += bool(event.all("ATTENDEE") or event.all("ORGANIZER"))
    items = [_item(uid, event, singles.pop(uid, []), clocks, left) for uid, event in whole.items()]
    items += [_alone(uid, one, clocks, left) for uid, several in singles.items() for one in several]
    once = {item.uid: item for item in items}
    return IncomingV1(
        items=tuple(once.values()),
        name=plain_words(found.name, LONGEST, left),
        left=tuple(sorted(left.items())),
    )


def _check_counts(events: list[Part]) -> None:
    """What is counted has to be counted out: two thousand rules of two thousand times would take a minute."""
    total = 0
    for rule in (rule for event in events for rule in event.all("RRULE")):
        counted = COUNTED.search(rule.value)
        total += int(counted[1]) if counted else 0
        if total > MOST_COUNTED:
            raise BadFile("many-times", rule.line)


def _uid(event: Part) -> str:
    found = event.one("UID")
    if found is not None and found.value.strip():
        return found.value.strip()[:LONGEST_UID]
    said = [f"{one.name}:{one.value}" for name in ("DTSTART", "SUMMARY") for one in event.all(name)]
    return f"none-{sha256(' '.join(said).encode()).hexdigest()[:32]}"


def _sequence(event: Part) -> int:
    found = event.one("SEQUENCE")
    return int(found.value) if found and found.value.isdecimal() and len(found.value) < 10 else 0


def _item(uid: str, event: Part, singles: list[Part], clocks: Clocks, left: Counter[str]) -> ItemV1:
    span = _span(event, clocks)
    body = BodyV1(when=span, text=text_in(event, left))
    if event.all("EXRULE"):
        raise BadFile("except", event.all("EXRULE")[0].line)
    zone = zone_of(span.zone)
    out = _dates(event, "EXDATE", span, zone, clocks)
    more = _dates(event, "RDATE", span, zone, clocks)
    body = replace(
        _ruled(event, body, zone, clocks.steps),
        more=tuple(sorted(set(more) - {span.starts})),
        out=tuple(sorted(set(out))),
    )
    for one in singles:
        body = _changed(one, one.all("RECURRENCE-ID")[0], body, clocks, left)
    if not body.repeats:
        body = replace(body, when=_at_home(span, clocks.own), out=(), moved=())
    return ItemV1(uid=uid, body=body, note=note_in(event, left), off=_is_off(event))


def _alone(uid: str, event: Part, clocks: Clocks, left: Counter[str]) -> ItemV1:
    """One time of a series that is not in the file."""
    named = event.one("RECURRENCE-ID")
    body = BodyV1(when=_at_home(_span(event, clocks), clocks.own), text=text_in(event, left))
    name = f"{uid} {named.value if named else ''}"
    return ItemV1(uid=name[:LONGEST_UID], body=body, note=note_in(event, left), off=_is_off(event))


def _at_home(span: SpanV1, own: ZoneInfo) -> SpanV1:
    """What comes once and was written by the clock of Greenwich is kept by the person's own."""
    if span.whole or span.zone not in {"UTC", "Etc/UTC"}:
        return span
    ends = span.ends and _moved(span.ends, zone_of("UTC"), own)
    return SpanV1(starts=_moved(span.starts, zone_of("UTC"), own), ends=ends, zone=own.key)


def _moved(wall: datetime, zone: ZoneInfo, other: ZoneInfo) -> datetime:
    """What another clock shows then."""
    return instant(wall, zone).astimezone(other).replace(tzinfo=None, fold=0)


def _ruled(event: Part, body: BodyV1, zone: ZoneInfo, steps: Steps) -> BodyV1:
    rules = event.all("RRULE")
    if len(rules) > 1:
        raise BadFile("rules", rules[1].line)
    if not rules:
        return body
    try:
        rule, last = settle(rules[0].value, body.when.starts, zone, steps)
    except BadRule as bad:
        raise BadFile("many-times" if bad.why == "many" else bad.why, rules[0].line) from None
    return replace(body, rule=rule, last=last)


def _changed(one: Part, named: Property, body: BodyV1, clocks: Clocks, left: Counter[str]) -> BodyV1:
    if named.param("RANGE"):
        raise BadFile("range", named.line)
    was = _moments(named, body.when, zone_of(body.when.zone), clocks)[0]
    if _is_off(one):
        return replace(body, out=tuple(sorted({*body.out, was})))
    moved = MovedV1(was=was, when=_span(one, clocks), text=text_in(one, left))
    others = [other for other in body.moved if other.was != was]
    if len(others) >= MOST_DATES:
        raise BadFile("dates", one.line)
    return replace(body, moved=tuple(sorted([*others, moved], key=lambda each: each.was)))


def _is_off(event: Part) -> bool:
    found = event.one("STATUS")
    return found is not None and found.value.strip().upper() == "CANCELLED"


def _span(event: Part, clocks: Clocks) -> SpanV1:
    start = event.one("DTSTART")
    if start is None:
        raise BadFile("start", event.line)
    starts, whole, zone = _moment(start, start.value, clocks)
    all_day = event.one("X-MICROSOFT-CDO-ALLDAYEVENT")
    if all_day is not None and all_day.value.upper() == "TRUE" and starts.time() == time():
        whole = True
    ends, line = _ends(event, starts, zone, clocks, whole=whole), (event.one("DTEND") or start).line
    if ends is not None and ends < starts:
        raise BadFile("before", line)
    if ends is not None and ends - starts > LONGEST_SPAN:
        raise BadFile("long", line)
    return SpanV1(starts=starts, ends=ends, whole=whole, zone=zone.key)


def _ends(event: Part, starts: datetime, zone: ZoneInfo, clocks: Clocks, *, whole: bool) -> datetime | None:
    """By the clock of the start. Whole days are written with the day after the last; kept is the last."""
    end, long = event.one("DTEND"), event.one("DURATION")
    if end is not None:
        ends, _day, other = _moment(end, end.value, clocks)
        if not whole and other is not zone:
            ends = _moved(ends, other, zone)
    elif long is not None:
        ends = starts + _duration(long)
    else:
        return None
    if whole and starts < ends:
        return datetime.combine((ends - DAY).date(), time())
    return None if ends == starts and not whole else ends


def _duration(given: Property) -> timedelta:
    try:
        found = vDuration.from_ical(given.value)  # type: ignore[no-untyped-call]  # the library's
    except (ValueError, OverflowError):
        raise BadFile("time", given.line) from None
    if not isinstance(found, timedelta) or abs(found) > 2 * LONGEST_SPAN:
        raise BadFile("long", given.line)
    return found


def _moment(given: Property, value: str, clocks: Clocks) -> tuple[datetime, bool, ZoneInfo]:
    """The wall clock, whether it is a whole day, and whose clock it is."""
    match = MOMENT.fullmatch(value.strip())
    if match is None:
        raise BadFile("time", given.line)
    year, month, day, hour, minute, second, utc = match.groups()
    try:
        wall = datetime(  # noqa: DTZ001 - a wall clock
            int(year), int(month), int(day), int(hour or 0), int(minute or 0), min(int(second or 0), 59)
        )
    except ValueError:
        raise BadFile("time", given.line) from None
    if not EARLIEST <= wall.date() <= LATEST:
        raise BadFile("far", given.line)
    if hour is None:
        return wall, True, clocks.own
    if utc:
        return wall, False, zone_of("UTC")
    name = given.param("TZID")
    return wall, False, clocks.of(name, given.line) if name else clocks.own


def _dates(event: Part, name: str, span: SpanV1, zone: ZoneInfo, clocks: Clocks) -> list[datetime]:
    found: list[datetime] = []
    for given in event.all(name):
        if given.value.count(",") + len(found) >= MOST_DATES:
            raise BadFile("dates", given.line)
        found += _moments(given, span, zone, clocks)
    return found


def _moments(given: Property, span: SpanV1, zone: ZoneInfo, clocks: Clocks) -> list[datetime]:
    """By the clock of the series. A bare day means the time at which the series has it."""
    return list(_each(given, span, zone, clocks))


def _each(given: Property, span: SpanV1, zone: ZoneInfo, clocks: Clocks) -> Iterator[datetime]:
    for value in given.value.split(","):
        wall, whole, other = _moment(given, value.partition("/")[0], clocks)
        if whole or span.whole:
            yield datetime.combine(wall.date(), span.starts.time())
        else:
            yield (
                wall.replace(tzinfo=other).astimezone(zone).replace(tzinfo=None)
                if other is not zone
                else wall
            )
