"""A month as a grid. Plain strings: thirty days by the template would cost as much as opening the plans."""

from collections.abc import Iterable

from django.utils.html import conditional_escape as esc
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from stepwell.together.calendar.lines import DayLines, Line


def drawn(days: Iterable[DayLines], first_column: int) -> SafeString:
    """A list of days with headings. first_column: the weekday of the first, 1 is Monday."""
    today = esc(_("today"))
    cells = "".join(_cell(one, today) for one in days)
    return mark_safe(f'<ol class="grid from-{first_column:d}">{cells}</ol>')  # noqa: S308 - escaped below


def _cell(one: DayLines, today: str) -> str:
    look = " ".join(name for name, so in (("bare", not one.lines), ("today", one.today)) if so)
    said = f'<span class="hidden">, {today}</span>' if one.today else ""
    head = f'<span class="weekday">{esc(one.weekday)}</span> <span class="number">{one.day.day}</span>{said}'
    note = f'<p class="set">{esc(one.note)}</p>' if one.note else ""
    return f'<li class="{look}"><h3><a href="{esc(one.url)}">{head}</a></h3>{note}{_list(one)}</li>'


def _list(one: DayLines) -> str:
    if not one.lines:
        return ""
    left = f'<li><a href="{esc(one.url)}">{esc(one.left_words)}</a></li>' if one.left else ""
    return f"<ul>{''.join(_line(line) for line in one.lines)}{left}</ul>"


def _line(line: Line) -> str:
    look = ' class="off"' if line.off else ""
    who = f'<span class="who">{esc(line.name)}</span>' if line.name else ""
    off = f'<span class="hidden">, {esc(_("called off"))}</span>' if line.off else ""
    hours = f'<span class="hours">{esc(line.hours)}</span> ' if line.hours else ""
    return f'<li{look}><a href="{esc(line.url)}">{hours}{esc(line.title)}{off}</a>{who}</li>'
