"""Findings as pictures: each with words that say the same, and a table. Lengths are units of its box.

Laid together as plain text, since there are a thousand circles on a page: words come in through `_text` and
`_svg`, which escape them, and all else is numbers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stepwell.ground.ui.api import short_date
from stepwell.own.understanding.content import LinkV1, TurnV1

WIDTH, LEFT, RIGHT = 350, 12, 338
APART, RADIUS = 7, 2.7
MOST_HIGH = 18  # circles on top of each other
HALF, ROOM = 5, 16  # of a scale of ten; and what a number beside the end of it takes
TURN_HIGH, TURN_BASE, TURN_TOP = 176, 146, 16
SPAN_ROOM, DATE_ROOM = 56, 50  # half of a span in words, and a date


@dataclass(frozen=True)
class Drawing:
    """svg: what stands inside the figure. key: what one circle is, in words."""

    svg: SafeString
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    key: str = ""


@dataclass(frozen=True)
class Heap:
    """words: what these days are. counts: how many stand at each of eleven places. mean: in points."""

    words: str
    counts: Sequence[int]
    mean: float

    @property
    def each(self) -> int:
        """How many days one full circle of its row is."""
        return max(1, -(-max(self.counts) // MOST_HIGH))


def of_link(link: LinkV1, words: str) -> Drawing:
    """Days with it, and other days, over 0 to 10."""
    with_ = ngettext("{n} day with", "{n} days with", link.n_with).format(n=link.n_with)
    return of_two(words, *_heaps(link, with_), head=(_("Rating"), _("Days with"), _("Other days")))


def of_week(link: LinkV1, words: str) -> Drawing:
    """Saturdays and Sundays, and other days, over 0 to 10."""
    with_ = ngettext("{n} day at a weekend", "{n} days at a weekend", link.n_with).format(n=link.n_with)
    return of_two(words, *_heaps(link, with_), head=(_("Rating"), _("At a weekend"), _("Other days")))


def _heaps(link: LinkV1, with_: str) -> tuple[Heap, Heap]:
    without = ngettext("{n} other day", "{n} other days", link.n_without).format(n=link.n_without)
    return Heap(with_, link.with_, link.mean_with), Heap(without, link.without, link.mean_without)


def of_two(
    words: str,
    one: Heap,
    other: Heap,
    *,
    head: tuple[str, ...],
    first: int = 0,
    middle: str = "",
) -> Drawing:
    """Two rows of circles over eleven places, and a stroke at the average of each row.

    A circle is one day, or in all of its row as many, where there are very many; the last of a heap is
    smaller by as much as it is fewer. first: what the first place is called. middle: the name of nought where
    it is in the middle.
    """
    upper, base = _row(one, 12, "day with", first)
    lower, end = _row(other, base + 36, "day", first)
    rule, below = "", []
    if middle:
        rule = f'<path class="grid" d="M{_at(-first)} 18V{end + 16}"/>'
        below.append(_text(_at(-first), end + 28, middle, "middle"))
    said = _("{with_}, average {mean_with}. {without}, average {mean_without}.").format(
        with_=one.words,
        mean_with=_average(one.mean, first),
        without=other.words,
        mean_without=_average(other.mean, first),
    )
    svg = _svg(end + (34 if middle else 20), f"{words}. {said}", [rule, upper, lower, *below])
    pairs = zip(one.counts, other.counts, strict=True)
    rows = tuple((_signed(at, first), str(some), str(rest)) for at, (some, rest) in enumerate(pairs, first))
    return Drawing(svg, head, rows, _key(one.each, other.each))


def _key(above: int, below: int) -> str:
    """What a circle is. The rows are of different counts, and where they differ each says its own."""
    if above == below == 1:
        return _("Each circle is one day.")
    if above == below:
        return _("A full circle is {n} days, a smaller one fewer.").format(n=above)
    said = (
        ngettext("Above, a circle is {n} day.", "Above, a full circle is {n} days.", above).format(n=above),
        ngettext("Below, a circle is {n} day.", "Below, a full circle is {n} days.", below).format(n=below),
        _("A smaller one is fewer."),
    )
    return " ".join(said)


def _signed(place: int, first: int) -> str:
    """With its sign, on a scale that has both."""
    return f"{place:+d}".replace("-", "\u2212") if first < 0 and place else str(place)


def _average(mean: float, first: int) -> str:
    return (f"{mean:+.1f}" if first < 0 else f"{mean:.1f}").replace("-", "\u2212")


def _at(value: float) -> float:
    return round(LEFT + (RIGHT - LEFT) * value / 10, 1)


def _row(heap: Heap, top: int, look: str, first: int) -> tuple[str, int]:
    """The row with the ends of its scale, and where its base line is."""
    each = heap.each
    heights = [-(-count // each) for count in heap.counts]
    base = top + 12 + APART * max(*heights, 1)
    ups = [round(base - 5.5 - APART * n, 1) for n in range(max(heights))]
    circles = "".join(
        f'<circle class="{look}" cx="{x}" cy="{y}" r="{_radius(count - n * each, each)}"/>'
        for x, height, count in zip(map(_at, range(len(heights))), heights, heap.counts, strict=True)
        for n, y in enumerate(ups[:height])
    )
    x = _at(heap.mean - first)
    line = f'<path class="base" d="M4 {base}H346"/><path class="tick" d="M{x} {base - 3}v10"/>'
    # Inward from the ends of the scale; outward from a nought that has a line in the middle.
    left = (heap.mean - first > HALF) == (first == 0)
    beside, anchor = (x - 5, "end") if left else (x + 5, "")
    average = _text(round(beside, 1), base + 14, _average(heap.mean, first), anchor, "strong")
    return f"{_text(4, top, heap.words, look='strong')}{circles}{line}{average}{_ends(x, base, first)}", base


def _radius(days: int, each: int) -> float:
    """Its area is as many days as it stands for."""
    return RADIUS if days >= each else round(RADIUS * float(days / each) ** 0.5, 2)


def _ends(mean: float, base: int, first: int) -> str:
    """The ends of the scale, but for one at which the average already stands."""
    spots = [(_at(at), _signed(at + first, first)) for at in (0, 10)]
    return "".join(_text(x, base + 14, words, "middle") for x, words in spots if abs(x - mean) > ROOM)


def of_turn(turn: TurnV1, words: str) -> Drawing:
    """Days as circles, the usual half of them before and after as a band, and the span of dates hatched."""
    last = max(turn.marks[-1][0], (turn.last - turn.start).days, 1)

    def across(days: float) -> float:
        return round(LEFT + (RIGHT - LEFT) * days / last, 1)

    begins, ends = across((turn.first - turn.start).days), across((turn.last - turn.start).days)
    sides = ((LEFT, begins, turn.before), (ends, RIGHT, turn.after))
    bands = "".join(
        f'<path class="band" d="M{x} {_high(high)}H{to}V{_high(low)}H{x}Z"/>'
        f'<path class="line" d="M{x} {_high(mid)}H{to}"/>'
        for x, to, (low, mid, high) in sides
        if to > x
    )
    circles = "".join(
        f'<circle class="day" cx="{across(n)}" cy="{_high(v)}" r="2.2"/>' for n, v in turn.marks
    )
    grid = "".join(f'<path class="grid" d="M{LEFT} {_high(v)}H{RIGHT}"/>' for v in (5, 10))
    drawn = [
        f"{grid}{bands}{_hatch(begins, ends)}{circles}",
        f'<path class="base" d="M{LEFT} {TURN_BASE}H{RIGHT}"/>',
        *(_text(0, _high(v) - 3, str(v)) for v in (5, 10)),
        *_dates(turn, begins, ends),
    ]
    rows = (
        (_("before"), *_said(turn.before)),
        (_("after"), *_said(turn.after)),
    )
    head = (_("Days"), _("Lower quarter below"), _("Middle"), _("Upper quarter above"))
    return Drawing(_svg(TURN_HIGH, words, drawn), head, rows)


def _said(quarters: Iterable[float]) -> tuple[str, ...]:
    return tuple(f"{value:.1f}" for value in quarters)


def _high(value: float) -> float:
    return round(TURN_BASE - (TURN_BASE - TURN_TOP) * value / 10, 1)


def _hatch(begins: float, ends: float) -> str:
    """Slanted strokes over the span in which it turned: no day of it is marked."""
    lean, step = 10.0, 6.0
    strokes, x = [], begins
    while x <= ends:
        to = min(x + lean, ends)
        cut = round(TURN_BASE - (TURN_BASE - TURN_TOP) * (to - x) / lean, 1)
        strokes.append(f"M{round(x, 1)} {TURN_BASE}L{round(to, 1)} {cut}")
        x += step
    edges = "".join(f"M{edge} {TURN_TOP}V{TURN_BASE}" for edge in (begins, ends))
    return f'<path class="turn" d="{"".join(strokes)}{edges}"/>'


def _dates(turn: TurnV1, begins: float, ends: float) -> list[str]:
    """Of the span in one piece, and of the first and the last day where there is room beside it."""
    span = f"{short_date(turn.first)} – {short_date(turn.last)}"
    middle = min(max((begins + ends) / 2, LEFT + SPAN_ROOM), RIGHT - SPAN_ROOM)
    spots = [(round(middle, 1), "middle", span)]
    if middle - SPAN_ROOM - LEFT > DATE_ROOM:
        spots.append((LEFT, "start", short_date(turn.start)))
    if RIGHT - middle - SPAN_ROOM > DATE_ROOM:
        spots.append((RIGHT, "end", short_date(turn.start + timedelta(days=turn.marks[-1][0]))))
    y = TURN_BASE + 18
    return [_text(x, y, words, anchor) for x, anchor, words in spots]


def _text(x: float, y: float, words: str, anchor: str = "", look: str = "") -> str:
    looks = f'class="{look}" ' if look else ""
    anchored = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text {looks}x="{x}" y="{y}"{anchored}>{escape(words)}</text>'


def _svg(height: float, words: str, parts: Iterable[str]) -> SafeString:
    box = f'viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(words)}"'
    return mark_safe(f"<svg {box}>{''.join(parts)}</svg>")  # noqa: S308 - words are escaped, all else is numbers
