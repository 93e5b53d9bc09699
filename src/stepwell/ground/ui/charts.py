"""Charts as plain structures of shapes and words, which `ui/chart.html` turns into SVG and a table.

Between two written values the line is straight, a week without one stays open: no curve invents a day.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stepwell.ground.ui.dates import short_date
from stepwell.ground.ui.pictures import (
    BOTTOM,
    FIRST,
    HIGHEST,
    LAST,
    LEFT,
    RIGHT,
    TOP,
    Dot,
    Label,
    Picture,
    Row,
    Table,
)
from stepwell.ground.ui.ratings import Rated, Week, runs, without_holes

LABEL_ROOM = 58  # between the middles of two dates
NONE_ROOM = 30
DENSE = 30  # weeks: beyond, a ring around each dot would cut the line to pieces


def draw_weeks(weeks: Sequence[Week], *, signal: str, ident: str = "weeks") -> Picture:
    """A dot for the middle of each week, a line between neighbours, and a band from lowest to highest.

    `signal` names what was rated, `ident` must be unique in the page. Raises ValueError without any value.
    """
    whole = list(without_holes(weeks))
    if not any(week.middle is not None for week in whole):
        raise ValueError("A chart needs at least one week with a value.")
    xs = [_round(_across(at, len(whole))) for at in range(len(whole))]
    bands, lines, dots, nones = [], [], [], []
    for written, span in runs(whole):
        if written:
            bands.append(_band(xs, whole, span))
            lines.append(_line(xs, whole, span))
            dots += [Dot(xs[at], _height(whole[at].middle)) for at in span]
        elif _wide_enough(xs, span):
            nones.append(Label(_round((xs[span[0]] + xs[span[-1]]) / 2), BOTTOM - 6, _("none")))
    starts = [week.start for week in whole]
    return Picture(
        ident=ident,
        title=_("{signal} by week, {first} to {last}").format(
            signal=signal, first=short_date(starts[0]), last=short_date(starts[-1] + timedelta(days=6))
        ),
        description=_describe_weeks(whole),
        bands=tuple(bands),
        lines=tuple(line for line in lines if "L" in line),
        dots=tuple(dots),
        radius=3.6 if len(whole) <= DENSE else 2,
        dense=len(whole) > DENSE,
        grid=tuple(_height(value) for value in (5, HIGHEST)),
        ticks=tuple(x for x, week in zip(xs, whole, strict=True) if week.middle is not None),
        labels=(*_scale(), *_dates(xs, starts), *nones),
        key=(("line", _("the middle of each week")), ("band", _("lowest to highest"))),
        table=_weeks_table(whole, signal),
    )


def draw_days(ratings: Sequence[Rated], *, signal: str, ident: str = "days") -> Picture:
    """A dot for each rating, nothing between them: for the first weeks, which make no line yet."""
    if not ratings:
        raise ValueError("A chart needs at least one rating.")
    ordered = sorted(ratings, key=lambda one: one.day)
    first, last = ordered[0].day, ordered[-1].day
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    xs = [_round(_across(at, len(days))) for at in range(len(days))]
    written = {rated.day for rated in ordered}
    return Picture(
        ident=ident,
        title=_("{signal} by day, {first} to {last}").format(
            signal=signal, first=short_date(first), last=short_date(last)
        ),
        description=_describe_days(ordered),
        bands=(),
        lines=(),
        dots=tuple(Dot(xs[(rated.day - first).days], _height(rated.value)) for rated in ordered),
        radius=4.6,
        grid=tuple(_height(value) for value in (5, HIGHEST)),
        ticks=tuple(x for x, day in zip(xs, days, strict=True) if day in written),
        labels=(*_scale(), *_dates(xs, days)),
        key=(("dot", _("what you wrote on a day")),),
        table=Table(
            caption=_("{signal}, 0 to 10, from your own check-ins").format(signal=signal),
            head=(_("Day"), _("Rating")),
            rows=tuple(Row(short_date(rated.day), (number(rated.value),)) for rated in ordered),
        ),
    )


def number(value: float | None) -> str:
    """4, 4.5; never 4.0"""
    return "" if value is None else f"{value:.1f}".removesuffix(".0")


def _round(value: float) -> float:
    return round(value, 1)


def _across(at: int, count: int) -> float:
    if count == 1:
        return (FIRST + LAST) / 2
    return FIRST + (LAST - FIRST) * at / (count - 1)


def _height(value: float | None) -> float:
    return _round(BOTTOM - (BOTTOM - TOP) * (value or 0) / HIGHEST)


def _points(pairs: Sequence[tuple[float, float]]) -> str:
    return "L".join(f"{x} {y}" for x, y in pairs)


def _band(xs: Sequence[float], weeks: Sequence[Week], span: range) -> str:
    upper = [(xs[at], _height(weeks[at].high)) for at in span]
    lower = [(xs[at], _height(weeks[at].low)) for at in reversed(span)]
    return f"M{_points([*upper, *lower])}Z"


def _line(xs: Sequence[float], weeks: Sequence[Week], span: range) -> str:
    return f"M{_points([(xs[at], _height(weeks[at].middle)) for at in span])}"


def _wide_enough(xs: Sequence[float], span: range) -> bool:
    before = xs[max(span[0] - 1, 0)]
    after = xs[min(span[-1] + 1, len(xs) - 1)]
    return after - before >= NONE_ROOM


def _scale() -> list[Label]:
    return [Label(LEFT - 8, _round(_height(value) + 4.2), str(value), "end") for value in (0, 5, HIGHEST)]


def _dates(xs: Sequence[float], days: Sequence[date]) -> list[Label]:
    """As many dates as have room, the first and the last among them."""
    y = BOTTOM + 18
    if len(days) == 1:
        return [Label(xs[0], y, _plain(days[0]))]
    apart = (xs[-1] - xs[0]) / (len(xs) - 1)
    steps = (1, 2, 4, 8, 13, 26, 52, 104, 208, len(days))
    step = next(n for n in steps if n * apart >= LABEL_ROOM or n >= len(days))
    shown = [at for at in range(0, len(days), step) if xs[-1] - xs[at] >= LABEL_ROOM]
    labels = [Label(xs[at], y, _plain(days[at])) for at in shown]
    return [*labels, Label(RIGHT, y, _plain(days[-1]), "end")]


def _plain(day: date) -> str:
    """Below the axis there is no room for a year; the title and the table name it."""
    return short_date(day, this_year=day.year)


def _describe_weeks(weeks: Sequence[Week]) -> str:
    middles = [week.middle for week in weeks if week.middle is not None]
    empty = sum(1 for week in weeks if week.middle is None)
    parts = [
        _("The middle of a week lies between {low} and {high}.").format(
            low=number(min(middles)), high=number(max(middles))
        )
    ]
    if empty:
        parts.append(
            ngettext("One week has no entries.", "{count} weeks have no entries.", empty).format(count=empty)
        )
    parts.append(_("The table holds every number."))
    return " ".join(parts)


def _describe_days(ratings: Sequence[Rated]) -> str:
    values = [rated.value for rated in ratings]
    return _("The ratings lie between {low} and {high}. The table holds every number.").format(
        low=number(min(values)), high=number(max(values))
    )


def _weeks_table(weeks: Sequence[Week], signal: str) -> Table:
    rows = []
    for week in weeks:
        if week.middle is None:
            rows.append(Row(short_date(week.start), (_("no entries"), "0"), empty=True))
            continue
        reach = _("{low} to {high}").format(low=number(week.low), high=number(week.high))
        rows.append(Row(short_date(week.start), (number(week.middle), reach, str(week.count))))
    return Table(
        caption=_("{signal}, 0 to 10, from your own check-ins").format(signal=signal),
        head=(_("Week from"), _("Middle"), _("Range"), _("Check-ins")),
        rows=tuple(rows),
    )
