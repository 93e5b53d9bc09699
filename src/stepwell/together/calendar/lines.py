"""What stands on a day as lines that a page draws: plain words, formatted once."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stepwell.ground.ui.api import clock, date_words, short_date
from stepwell.together.calendar.content import TextV1
from stepwell.together.calendar.layout import Entry, OneDay, Reader
from stepwell.together.calendar.words import hours, other_clock, set_clock, title

# What stands for an object, and for a day of it, in an address that is asked for once.
PLACES = ("00000000-0000-4000-8000-000000000000", "1999-12-31")


@dataclass(frozen=True, slots=True)
class Line:
    """hours: when, or empty. name: whose it is, or who reads it. more: one line of what is told."""

    hours: str
    title: str
    url: str
    name: str
    more: str
    off: bool


@dataclass(frozen=True)
class DayLines:
    """heading: the day in words. note: that the clock is set. left: how many more stand on its own page."""

    day: date
    heading: str
    weekday: str
    note: str
    lines: tuple[Line, ...]
    left: int = 0
    today: bool = False

    @property
    def url(self) -> str:
        return _pattern("day", 1).replace(PLACES[0], self.day.isoformat())

    @cached_property
    def left_words(self) -> str:
        return ngettext("and {n} more", "and {n} more", self.left).format(n=self.left)


def lines_of(
    one: OneDay, reader: Reader, weekdays: tuple[str, ...], *, today: date, most: int = 0
) -> DayLines:
    shown = one.entries[:most] if most else one.entries
    return DayLines(
        day=one.day,
        heading=date_words(one.day),
        weekday=weekdays[one.day.weekday()],
        note=set_clock(reader.zone, one.day),
        lines=tuple(line_of(entry, reader, one.day) for entry in shown),
        left=len(one.entries) - len(shown),
        today=one.day == today,
    )


def apart_from_daily(days: list[DayLines]) -> tuple[list[Line], list[DayLines]]:
    """What stands on each of these days at the same hour, said once, and the days without it: so that four
    weeks of evenings do not hide the one plan."""
    every = set.intersection(*({_same(line) for line in one.lines} for one in days))
    once = [line for line in days[0].lines if _same(line) in every]
    rest = [replace(one, lines=tuple(line for line in one.lines if _same(line) not in every)) for one in days]
    return once, rest


def _same(line: Line) -> Line:
    return replace(line, url="")


def line_of(entry: Entry, reader: Reader, day: date) -> Line:
    if entry.slot is None:
        at = clock(entry.at) if entry.at is not None and entry.at.time() != entry.at.min.time() else ""
        return Line(at, entry.label, entry.url, "", "", False)
    slot, body = entry.slot, entry.body
    told = _told(slot.text, entry.whose == "mine")
    if body is not None:
        told.append(_clock(entry, reader.zone))
    if entry.changed:
        told.append(_("changed afterwards") if entry.late else _("changed"))
    if entry.off:
        told.append(_("called off"))
    return Line(
        hours(slot, day),
        title(body, slot.text.what),
        _url(entry),
        _name(entry, reader),
        " · ".join(one for one in told if one),
        entry.off,
    )


def _clock(entry: Entry, viewer: ZoneInfo) -> str:
    body, slot = entry.body, entry.slot
    if body is None or slot is None or slot.moved:
        return ""
    return other_clock(body.when, viewer, slot.was)


def _told(text: TextV1, mine: bool) -> list[str]:
    told = [text.where, _("with {whom}").format(whom=text.whom) if text.whom else ""]
    return told if mine else [*told, text.reach]


def _name(entry: Entry, reader: Reader) -> str:
    couple = reader.open_couple
    if couple is None:
        return ""
    if entry.whose == "theirs":
        return couple.partner_name
    if entry.whose == "both":
        return _("you both")
    return _("{name} can read it").format(name=couple.partner_name) if entry.shown else ""


def _url(entry: Entry) -> str:
    slot = entry.slot
    if slot is None or entry.key is None:
        return entry.url
    if entry.whose == "mine":
        if entry.body is not None and entry.body.repeats:
            return address("once", str(entry.key), f"{slot.was:%Y-%m-%d}")
        return address("plan", str(entry.key))
    if entry.whose == "theirs":
        return address("shown", str(entry.key))
    return f"{address('rituals')}#r{entry.key}"


def address(name: str, *given: str) -> str:
    """reverse(), asked once for each kind of address: a month holds hundreds of them."""
    url = _pattern(name, len(given))
    for place, value in zip(PLACES, given, strict=False):
        url = url.replace(place, value)
    return url


@cache
def _pattern(name: str, count: int) -> str:
    return reverse(f"calendar:{name}", args=PLACES[:count])


def short_heading(first: date, last: date) -> str:
    return _("{first} to {last}").format(first=short_date(first), last=short_date(last))
