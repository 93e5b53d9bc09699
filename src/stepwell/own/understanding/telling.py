"""What a page tells of one signal, and in which order: findings before their reader, and those put away."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from stepwell.own.understanding import drawing, sentences
from stepwell.own.understanding.content import AwayV1, LinkV1, SignalV1, TurnV1
from stepwell.own.understanding.putting_away import WEEKEND, one_of, turn_key
from stepwell.own.understanding.sources import name_of

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

WHYS: "dict[str, StrOrPromise]" = {"later": _("Not now"), "no_help": _("Not helpful to me")}


@dataclass(frozen=True)
class Finding:
    """key: what names it where it is put away. factor: empty where it is none."""

    key: str
    said: sentences.Sentence
    name: str
    drawn: drawing.Drawing | None = None
    factor: str = ""
    better: bool = False

    @property
    def table(self) -> SafeString:
        """The rows of the drawing's table; made here, since a template takes three times as long."""
        rows = self.drawn.rows if self.drawn else ()
        return mark_safe("".join(_row(*row) for row in rows))  # noqa: S308 - every cell is escaped

    @property
    def more(self) -> bool:
        """Whether somebody may wish for more of it."""
        return self.better and wished_for(self.factor)


def _row(first: str, *rest: str) -> str:
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in rest)
    return f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'


@dataclass(frozen=True)
class PutAway:
    key: str
    name: str
    why: "StrOrPromise"


@dataclass(frozen=True)
class Told:
    better: tuple[Finding, ...] = ()
    harder: tuple[Finding, ...] = ()
    turns: tuple[Finding, ...] = ()
    weekend: Finding | None = None
    away: tuple[PutAway, ...] = ()

    @property
    def none(self) -> bool:
        return not (self.better or self.harder or self.turns or self.weekend)


def told(said: SignalV1, label: str, put: AwayV1) -> Told:
    """label: the signal in words. put: what this person has put away, of any signal."""
    links = [_link(link, label) for link in in_state(said, "supported")]
    turns = [_turn(turn, label) for turn in said.turns]
    weekend = _weekend(said, label)
    every = [*links, *turns, *([weekend] if weekend else [])]
    gone = {one.key: kept for one in every if (kept := one_of(put, said.key, one.key))}
    here = [one for one in links if one.key not in gone]
    return Told(
        better=tuple(one for one in here if one.better),
        harder=tuple(one for one in here if not one.better),
        turns=tuple(one for one in turns if one.key not in gone),
        weekend=weekend if weekend and weekend.key not in gone else None,
        away=tuple(PutAway(one.key, one.name, WHYS[gone[one.key].why]) for one in every if one.key in gone),
    )


def wished_for(factor: str) -> bool:
    """Not what sets something off, even where it goes along with better days."""
    return not factor.startswith("t:")


def keys_of(said: SignalV1) -> Iterator[str]:
    """Names of all that is told with a number, put away or not."""
    yield from (link.factor for link in in_state(said, "supported"))
    yield from (turn_key(turn) for turn in said.turns)
    if said.weekend:
        yield WEEKEND


def in_state(said: SignalV1, state: str) -> list[LinkV1]:
    return sorted((link for link in said.links if link.state == state), key=lambda one: -one.n_with)


def overlapping(said: SignalV1, put: AwayV1) -> list[str]:
    """What cannot be told apart, each of it once, in sentences. None that would name what was put away."""
    told: dict[frozenset[str], str] = {}
    for link in (*in_state(said, "emerging"), *in_state(said, "nothing_clear")):
        names = frozenset((link.factor, *link.overlaps))
        if link.overlaps and not any(one_of(put, said.key, name) for name in names):
            told.setdefault(names, sentences.of_overlap(link))
    return list(told.values())


def _link(link: LinkV1, label: str) -> Finding:
    return Finding(
        key=link.factor,
        said=sentences.of_link(link, label),
        name=name_of(link.factor),
        drawn=drawing.of_link(link, capfirst(label)),
        factor=link.factor,
        better=link.effect > 0,
    )


def _turn(turn: TurnV1, label: str) -> Finding:
    dates = sentences.between(turn.first, turn.last)
    return Finding(
        key=turn_key(turn),
        said=sentences.of_turn(turn, label),
        name=str(_("What turned between {dates}")).format(dates=dates),
        drawn=drawing.of_turn(turn, f"{capfirst(label)}. {dates}. {sentences.way_of_turn(turn)}"),
    )


def _weekend(said: SignalV1, label: str) -> Finding | None:
    if not said.weekend:
        return None
    return Finding(
        key=WEEKEND,
        said=sentences.of_weekend(said, label),
        name=str(_("Saturdays and Sundays")),
        drawn=drawing.of_week(said.week, capfirst(label)) if said.week else None,
    )
