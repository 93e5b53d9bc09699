"""Plans in words: when, how often, and when it was changed."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from stepwell.ground.ui.api import clock, date_words, in_words
from stepwell.together.calendar.content import BodyV1, ChangeV1, SpanV1
from stepwell.together.calendar.reckoning import DAYS, parts_of
from stepwell.together.calendar.slots import Slot
from stepwell.together.calendar.zones import comes_twice, differ, place, turns, zone_of

ORDINALS = {
    "1": gettext_lazy("first"),
    "2": gettext_lazy("second"),
    "3": gettext_lazy("third"),
    "4": gettext_lazy("fourth"),
    "5": gettext_lazy("fifth"),
    "-1": gettext_lazy("last"),
}
PART_LABELS = {
    "what": gettext_lazy("What it is"),
    "where": gettext_lazy("Where I will be"),
    "whom": gettext_lazy("With whom"),
    "until": gettext_lazy("Until when"),
    "reach": gettext_lazy("How to reach me"),
}
HEADINGS = {
    "where": gettext_lazy("Where"),
    "whom": gettext_lazy("With whom"),
    "reach": gettext_lazy("How to reach"),
}
WAITS = {
    "rests": gettext_lazy("The space for two rests now. You may show it when it is open again."),
    "over": gettext_lazy("There is no space for two now, and so nobody to show it to."),
    "words": gettext_lazy("The words you both compare have to be compared again first."),
}


def title(body: BodyV1 | None, what: str) -> str:
    """What a plan is called where it was given no words: as little as can be."""
    if what:
        return what
    return _("Appointment") if body is not None and body.sort == "session" else _("A plan")


def hours(slot: Slot, day: date | None = None) -> str:
    """`18:00 to 19:30`. On a later day of something long: what is left of it."""
    if slot.whole:
        return _("All day")
    goes_on = day is not None and slot.day < day
    if goes_on and (slot.ends is None or slot.last != day):
        return _("All day")
    if goes_on and slot.ends is not None:
        return _("Until {until}").format(until=clock(slot.ends))
    if slot.ends is None:
        return clock(slot.starts)
    if day is not None and slot.ends.date() > slot.day and slot.ends.time() != time():
        return _("From {at}").format(at=clock(slot.starts))
    return _("{at} to {until}").format(at=clock(slot.starts), until=clock(slot.ends))


def when(slot: Slot) -> str:
    """`Saturday 21 November, 18:00 to 19:30`"""
    day = in_words(slot.day, "day")
    several = slot.last > slot.day
    if slot.whole:
        return _("{day} to {last}").format(day=day, last=in_words(slot.last, "day")) if several else day
    if slot.ends is not None and slot.ends.date() > slot.day:
        ends = {"until": clock(slot.ends), "last": in_words(slot.ends.date(), "day")}
        return _("{day}, {at}, to {last}, {until}").format(day=day, at=clock(slot.starts), **ends)
    return _("{day}, {hours}").format(day=day, hours=hours(slot))


def other_clock(span: SpanV1, viewer: ZoneInfo, start: datetime | None = None) -> str:
    """`09:30 in Kolkata` where the clock there shows another hour than the viewer's."""
    zone, at = zone_of(span.zone), start or span.starts
    if span.whole or not differ(zone, viewer, at):
        return ""
    return _("{at} in {place}").format(at=clock(at), place=place(span.zone))


def twice(span: SpanV1) -> bool:
    """The hour it begins comes twice that night, when the clock is set back."""
    return not span.whole and comes_twice(span.starts, zone_of(span.zone))


def set_clock(zone: ZoneInfo, day: date) -> str:
    """That the clock is set on this day, if it is."""
    by = turns(zone, day)
    if not by:
        return ""
    return _("The clock is set forward.") if by > timedelta() else _("The clock is set back.")


def changed_at(change: ChangeV1, zone: ZoneInfo) -> str:
    """`21 November, between 18:00 and 19:00`: to the hour, and no closer."""
    at = change.at.astimezone(zone)
    hour, after = clock(at), clock((change.at + timedelta(hours=1)).astimezone(zone))
    day = date_words(at.date())
    return _("{day}, between {hour} and {after}").format(day=day, hour=hour, after=after)


def how_often(body: BodyV1) -> str:
    """`every week on Tuesday, until 21 December`; empty for what comes once."""
    if not body.repeats:
        return ""
    words = _rule_words(body) if body.rule else _("on several days")
    parts = parts_of(body.rule) if body.rule else {}
    if body.last is not None and ("UNTIL" in parts or "COUNT" in parts):
        return _("{often}, until {last}").format(often=words, last=in_words(body.last.date(), "date"))
    return words


def _rule_words(body: BodyV1) -> str:
    parts = {
        name: value for name, value in parts_of(body.rule).items() if name not in ("UNTIL", "COUNT", "WKST")
    }
    frequency, every = parts.pop("FREQ"), int(parts.pop("INTERVAL", "1"))
    begins = body.when.starts
    if frequency == "DAILY" and not parts:
        return ngettext("every day", "every {n} days", every).format(n=every)
    if (
        frequency == "WEEKLY"
        and set(parts) <= {"BYDAY"}
        and not any(sign.isdigit() for sign in parts.get("BYDAY", ""))
    ):
        days = sorted(DAYS.index(day) for day in parts["BYDAY"].split(",")) if parts else [begins.weekday()]
        return _weekly(days, every)
    if frequency == "MONTHLY" and set(parts) <= {"BYMONTHDAY", "BYDAY"}:
        found = _monthly(parts, begins, every)
        if found:
            return found
    if frequency == "YEARLY" and _is_birthday(parts, begins):
        words = ngettext("every year on {day}", "every {n} years on {day}", every)
        return words.format(n=every, day=date_words(begins.date(), this_year=begins.year))
    return _("by a rule of its own")


def _weekly(days: list[int], every: int) -> str:
    if len(days) == 7:
        named = _("every day")
    elif days == [0, 1, 2, 3, 4]:
        named = _("Monday to Friday")
    else:
        named = ", ".join(str(WEEKDAYS[day]) for day in days)
    return ngettext("every week: {days}", "every {n} weeks: {days}", every).format(n=every, days=named)


def _monthly(parts: dict[str, str], begins: datetime, every: int) -> str:
    day, number = parts.get("BYDAY", ""), parts.get("BYMONTHDAY", "")
    if not parts or (not day and number.isdecimal()):
        words = ngettext("every month on day {day}", "every {n} months on day {day}", every)
        return words.format(n=every, day=number or begins.day)
    if not number and day[:-2] in ORDINALS and day[-2:] in DAYS:
        words = ngettext("every month on the {nth} {day}", "every {n} months on the {nth} {day}", every)
        return words.format(n=every, nth=ORDINALS[day[:-2]], day=WEEKDAYS[DAYS.index(day[-2:])])
    return ""


def _is_birthday(parts: dict[str, str], begins: datetime) -> bool:
    its_day = {"BYMONTH": str(begins.month), "BYMONTHDAY": str(begins.day)}
    return all(its_day.get(name) == value for name, value in parts.items())
