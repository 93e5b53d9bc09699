"""What is said of a finding: of a signal, and never of what somebody is worth."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stepwell.own.understanding.api import Drawing, Heap, Sentence, bold, of_two, reach
from stepwell.together.between.content import LEAST, CarryV1
from stepwell.together.between.sources import signals

PLACES = 2
# So many days that both show, before something large could be told (see docs/patterns.md).
ENOUGH_DAYS = 100
Names = Mapping[UUID, str]


def label_of(carry: CarryV1) -> str:
    return str(signals().get(carry.signal, carry.signal))


def name_of(names: Names, person: UUID) -> str:
    return names.get(person) or _("one of you")


def of_carry(carry: CarryV1, names: Names) -> Sentence:
    told = format_html(
        _(
            "After a day on which {one}’s {signal} was a point higher, {other}’s was about {size} "
            "the next day."
        ),
        one=name_of(names, carry.from_),
        signal=label_of(carry),
        other=name_of(names, carry.to),
        size=bold(carry.effect, PLACES),
    )
    said = ngettext("From {n} day with the day before.", "From {n} days with the day before.", carry.pairs)
    return Sentence(told, f"{reach(carry.low, carry.high, PLACES)} {said.format(n=carry.pairs)}")


def of_past(carry: CarryV1, names: Names) -> str:
    """Of what was told once and no longer holds: no number."""
    said = _("{one}’s {signal}, and {other}’s on the next day")
    return said.format(
        one=name_of(names, carry.from_), signal=label_of(carry), other=name_of(names, carry.to)
    )


def drawn(carry: CarryV1, names: Names) -> Drawing:
    one, other = name_of(names, carry.from_), name_of(names, carry.to)
    n, rest = sum(carry.higher), sum(carry.other)
    higher = ngettext("{n} day after a higher one", "{n} days after a higher one", n).format(n=n)
    lower = ngettext("{n} day after a lower one", "{n} days after a lower one", rest).format(n=rest)
    heaps = Heap(higher, carry.higher, carry.mean_higher), Heap(lower, carry.other, carry.mean_other)
    words = _("{signal}: {other}, after days of {one}").format(
        signal=capfirst(label_of(carry)), other=other, one=one
    )
    head = (_("Points from what was to be expected"), _("After a higher day"), _("After a lower day"))
    drawing = of_two(words, *heaps, head=head, first=LEAST, middle=_("as expected"))
    (low, *first), *between, (high, *last) = drawing.rows
    further = _("{points} or further")
    rows = (further.format(points=low), *first), *between, (further.format(points=high), *last)
    return replace(drawing, rows=rows)


def of_waiting(days: int, *, rest: bool) -> str:
    """days: on which both show something. rest: something else is told. The same, whatever either chose."""
    more = ENOUGH_DAYS - days
    if more <= 0:
        return _("There are days enough by now for something large to show.")
    early = _("For all else it is too early to tell.") if rest else _("It is too early to tell.")
    said = ngettext(
        "After about {n} more day on which both of you show how it was, something large could show.",
        "After about {n} more days on which both of you show how it was, something large could show.",
        more,
    )
    return f"{early} {said.format(n=more)}"
