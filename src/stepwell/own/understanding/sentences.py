"""What is said of a finding. Each sentence holds its number, its range and its days, and claims no more."""

from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stepwell.ground.ui.api import date_words
from stepwell.own.understanding.content import LinkV1, SignalV1, TurnV1
from stepwell.own.understanding.sources import name_of

# With fewer answered days nothing is told of a link (see docs/patterns.md).
ENOUGH_DAYS = 48


@dataclass(frozen=True)
class Sentence:
    """big: with its number; small: its range and how many days it rests on."""

    big: SafeString
    small: str


def size(points: float, places: int = 1) -> str:
    said = _("{n} higher") if points > 0 else _("{n} lower")
    return said.format(n=f"{abs(points):.{places}f}")


def reach(low: float, high: float, places: int = 1) -> str:
    """The plausible range, away from nought first: 0.7 and 2.7."""
    near, far = sorted((low, high), key=abs)
    near = 0.0 if low < 0.0 < high else near
    said = (
        _("Likely between {near} and {far} higher.")
        if far > 0
        else _("Likely between {near} and {far} lower.")
    )
    return said.format(near=f"{abs(near):.{places}f}", far=f"{abs(far):.{places}f}")


def bold(points: float, places: int = 1) -> SafeString:
    return format_html('<b class="number">{}</b>', size(points, places))


def of_link(link: LinkV1, label: str) -> Sentence:
    if link.factor.startswith("p:"):
        big = _("On days with {factor}, your {signal} was about {size}.")
    else:
        big = _("On days with “{factor}”, your {signal} was about {size}.")
    told = format_html(big, factor=name_of(link.factor), signal=label, size=bold(link.effect))
    return Sentence(told, f"{reach(link.low, link.high)} {_days(link)}")


def _days(link: LinkV1) -> str:
    with_ = ngettext("{n} day with,", "{n} days with,", link.n_with).format(n=link.n_with)
    return f"{with_} {ngettext('{n} without.', '{n} without.', link.n_without).format(n=link.n_without)}"


def between(first: date, last: date) -> str:
    return _("{first} and {last}").format(first=date_words(first), last=date_words(last))


def of_turn(turn: TurnV1, label: str) -> Sentence:
    told = format_html(
        _("Some time between {dates}, your {signal} settled about {size}."),
        dates=between(turn.first, turn.last),
        signal=label,
        size=bold(turn.change),
    )
    days = len(turn.marks)
    small = ngettext("From {n} day around it.", "From {n} days around it.", days).format(n=days)
    return Sentence(
        told, f"{small} {_('No single day can be named, and what turned it is not known from this.')}"
    )


def way_of_turn(turn: TurnV1) -> str:
    """What its picture shows, for whoever does not see it."""
    said = _("It settled about {size}: in the middle {before} before, {after} after.")
    middles = {"before": f"{turn.before[1]:.1f}", "after": f"{turn.after[1]:.1f}"}
    return said.format(size=size(turn.change), **middles)


def of_weekend(said: SignalV1, label: str) -> Sentence:
    """No range is known of it, and the sentence says so."""
    told = format_html(
        _("On Saturdays and Sundays, your {signal} was about {size} than on other days."),
        signal=label,
        size=bold(said.weekend),
    )
    days = ngettext("From {n} day.", "From {n} days.", said.days).format(n=said.days)
    if said.week:
        weekends = ngettext("{n} day at a weekend,", "{n} days at a weekend,", said.week.n_with)
        others = ngettext("{n} other.", "{n} others.", said.week.n_without)
        days = f"{weekends.format(n=said.week.n_with)} {others.format(n=said.week.n_without)}"
    return Sentence(told, f"{days} {_('How far this may be off is not worked out.')}")


def of_waiting(said: SignalV1, *, noted: bool) -> str:
    """Of all of a signal, while there are not days enough for anything. noted: whether anything ever was."""
    if not noted:
        return _("Nothing was noted yet on these days that could be laid beside them.")
    if said.more is None:
        return _("It is too early to tell. Even something large mostly needs several months of days to show.")
    more = said.more
    told = ngettext(
        "It is too early to tell. After about {n} more day with an answer, something large could show.",
        "It is too early to tell. After about {n} more days with an answer, something large could show.",
        more,
    )
    return told.format(n=more)


def to_go(link: LinkV1) -> str:
    """About how many further answered days until something large could show beside this one; empty where
    that is not known."""
    if not link.more:
        return ""
    return ngettext("about {n} more day", "about {n} more days", link.more).format(n=link.more)


def of_overlap(link: LinkV1) -> str:
    every = [_("“{factor}”").format(factor=name_of(one)) for one in (link.factor, *link.overlaps)]
    names = _("{some} and {last}").format(some=", ".join(every[:-1]), last=every[-1])
    if link.same_days:
        said = _("{names} mostly came on the same days here, so they cannot be told apart.")
    else:
        said = _("{names} cannot be told apart on these days.")
    return said.format(names=names)


def noted(link: LinkV1) -> str:
    return ngettext("{n} day", "{n} days", link.n_with).format(n=link.n_with)
