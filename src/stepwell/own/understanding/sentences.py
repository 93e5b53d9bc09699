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

# With fewer answered days the engine tells of nothing (see docs/patterns.md).
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
    with_ = ngettext("{n} day with,", "{n} days with,", link.n_with).format(n=link.n_with)
    without = ngettext("{n} without.", "{n} without.", link.n_without).format(n=link.n_without)
    return Sentence(told, f"{reach(link.low, link.high)} {with_} {without}")


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


def of_weekend(points: float, label: str, days: int) -> Sentence:
    told = format_html(
        _("On Saturdays and Sundays, your {signal} was about {size} than on other days."),
        signal=label,
        size=bold(points),
    )
    return Sentence(told, ngettext("From {n} day.", "From {n} days.", days).format(n=days))


def more_days(said: SignalV1) -> int | None:
    """About how many further days until something large could show; None where that is not known."""
    short = max(ENOUGH_DAYS - said.days, 0)
    return max(said.more or 0, short) or None


def of_waiting(more: int | None) -> str:
    """Of all of a signal. more: about how many further days; None where that is not known."""
    if more is None:
        return _("It is too early to tell. There are few days so far, and that is fine.")
    said = ngettext(
        "It is too early to tell. After about {n} more day with an answer, something large could show.",
        "It is too early to tell. After about {n} more days with an answer, something large could show.",
        more,
    )
    return said.format(n=more)


def noted(link: LinkV1) -> str:
    return ngettext("{n} day", "{n} days", link.n_with).format(n=link.n_with)
