"""Dates in words. Formatted here: Django's localised filters cost more than opening the sealed row."""

from datetime import date, datetime, tzinfo
from functools import lru_cache

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _


@lru_cache(maxsize=16)
def _names(language: str | None) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Weekdays from Monday, months, short months, in the language that is active now."""
    del language  # only part of the cache key
    weekdays = (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )
    months = (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"),
        _("July"), _("August"), _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip
    short = (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), pgettext("short month", "May"), _("Jun"),
        _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )  # fmt: skip
    return weekdays, months, short


def day(moment: date, *, this_year: int | None = None) -> str:
    """Saturday 21 November, with the year where it is not this one."""
    weekdays, months, _short = _names(get_language())
    parts = {"weekday": weekdays[moment.weekday()], "day": moment.day, "month": months[moment.month - 1]}
    return _with_year(_("{weekday} {day} {month}").format(**parts), moment, this_year)


def date_words(moment: date, *, this_year: int | None = None) -> str:
    """21 November"""
    parts = {"day": moment.day, "month": _names(get_language())[1][moment.month - 1]}
    return _with_year(_("{day} {month}").format(**parts), moment, this_year)


def short_date(moment: date, *, this_year: int | None = None) -> str:
    """21 Nov"""
    parts = {"day": moment.day, "short_month": _names(get_language())[2][moment.month - 1]}
    return _with_year(_("{day} {short_month}").format(**parts), moment, this_year)


def clock(moment: datetime) -> str:
    """20:34"""
    return f"{moment.hour:02d}:{moment.minute:02d}"


def _with_year(words: str, moment: date, this_year: int | None) -> str:
    if moment.year == (this_year or timezone.now().year):
        return words
    return _("{date} {year}").format(date=words, year=moment.year)


def in_words(moment: date | datetime, style: str, zone: tzinfo | None = None) -> str:
    """Styles: `day`, `date`, `short`; with a moment also `time`, `moment` and `long`.

    A moment is moved into `zone` first. A plain date has no zone and stays as it is.
    """
    if isinstance(moment, datetime):
        moment = moment.astimezone(zone or timezone.get_current_timezone())
    year = timezone.now().astimezone(zone or timezone.get_current_timezone()).year
    if style == "short":
        return short_date(moment, this_year=year)
    if style == "date":
        return date_words(moment, this_year=year)
    if style == "day" or not isinstance(moment, datetime):
        return day(moment, this_year=year)
    if style == "time":
        return clock(moment)
    if style == "moment":
        return _("{date}, {time}").format(date=date_words(moment, this_year=year), time=clock(moment))
    if style == "long":
        return _("{date} at {time}").format(date=day(moment, this_year=year), time=clock(moment))
    raise ValueError(f"{style!r} is no style of a date. Styles: day, date, short, time, moment, long.")


def stamp(moment: date | datetime, style: str = "day", zone: tzinfo | None = None) -> SafeString:
    """The words inside `<time>`. A day is stamped with its day alone: the hour is not everyone's to know."""
    words = in_words(moment, style, zone)
    if isinstance(moment, datetime):
        moment = moment.astimezone(zone or timezone.get_current_timezone())
        exact = style in {"time", "moment", "long"}
        machine = moment.isoformat(timespec="minutes") if exact else moment.date().isoformat()
    else:
        machine = moment.isoformat()
    return format_html('<time datetime="{}">{}</time>', machine, words)
