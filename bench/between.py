"""What carries over between two, after ten years of days that both showed, and a month to read together."""

from functools import partial
from typing import Any

from bench import cast
from bench.clock import cpu_ms
from bench.figure import Figure, Scale
from bench.pages import IN_PROCESS, page_ms, plain_ms
from bench.visitor import Visitor
from stepwell.ground.vault.api import Keyring, read_each
from stepwell.own.safety.testing import clear
from stepwell.site.wsgi import application
from stepwell.together.between.api import drop
from stepwell.together.between.testing import lay_beside
from stepwell.together.checkins.content import SIGNALS
from stepwell.together.checkins.models import Shared

SAME, CHANGED = 15.0, 500.0
FEWER = 20  # a computed page is slow enough to be measured by so many


def figures(scale: Scale) -> list[Figure]:
    pair = cast.long_life(scale.days)
    for member in (pair.one, pair.other):
        clear(member.fresh().keyring)
        lay_beside(member.keyring, SIGNALS)
    keyring, rounds = pair.one.fresh().keyring, min(scale.rounds, FEWER)
    same = page_ms(pair.one, "/between/", scale)
    changed = cpu_ms(partial(_anew, Visitor(application).enter(pair.one), keyring), rounds)
    opened = cpu_ms(partial(_open, keyring), rounds)
    copies = Shared.objects.within(keyring).count()
    told = f"{IN_PROCESS}; four signals that both chose, {copies:,} copies of two people."
    return [
        _limited("what carries over, 10 years, nothing changed", same, told, SAME),
        _limited("the same after a change", changed, "The same, with nothing kept from before.", CHANGED),
        Figure(
            "opening every copy (baseline)",
            f"{opened:.1f} CPU-ms",
            "The floor of the row above: each row taken from the database and opened, and nothing else.",
        ),
        Figure(
            "a month to read together",
            f"{page_ms(pair.one, '/between/month/', scale):.1f} CPU-ms",
            "Of the same two; the list of months goes back to the first.",
        ),
        Figure("plain Django page (baseline)", f"{plain_ms(scale):.1f} CPU-ms", "As among the pages."),
    ]


def _anew(visitor: Visitor, keyring: Keyring) -> None:
    drop(keyring)
    assert visitor.get("/between/").status == 200


def _open(keyring: Keyring) -> Any:
    return sum(1 for _row, _kept in read_each(keyring, Shared.objects.within(keyring).order_by("id")))


def _limited(what: str, measured: float, how: str, limit: float) -> Figure:
    return Figure(what, f"{measured:.1f} CPU-ms", how, f"at most {limit:g} CPU-ms", measured <= limit)
