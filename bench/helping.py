"""What somebody needs at three in the morning: the page of numbers, and a search in the library."""

from pathlib import Path

from bench import cast
from bench.clock import cpu_ms
from bench.figure import Figure, Scale
from bench.pages import IN_PROCESS, page_ms
from bench.serving import fetch, serving
from bench.visitor import Visitor
from stepwell.own.learning.api import readings
from stepwell.site.wsgi import application

WIRE, HELP, SEARCH = 40, 3.0, 10.0
# One word, several, a beginning, what everybody has, what nobody has, and the longest that the form takes.
ASKED = (
    "shame",
    "he lies to me again",
    "trust",
    "the",
    "zeppelin quasar",
    "what to do when I cannot sleep " * 3,
)


def figures(scale: Scale, base: Path) -> list[Figure]:
    return [_wire(base), *_help(scale), _search(scale)]


def _wire(base: Path) -> Figure:
    with serving(base / "help") as (served, _seconds):
        status, size, _body = fetch(served.port, "/help/", Accept_Encoding="br, gzip")
    assert status == 200
    kb = size / 1000
    return Figure(
        "help page over the wire",
        f"{kb:.1f} kB",
        "Head and body as sent to somebody signed out, asked for with `Accept-Encoding: br, gzip`. The look "
        "of it is that of every page and comes with the first visit.",
        f"at most {WIRE} kB",
        kb <= WIRE,
    )


def _help(scale: Scale) -> list[Figure]:
    nobody = Visitor(application)
    assert nobody.get("/help/").status == 200
    out = cpu_ms(lambda: nobody.get("/help/"), scale.rounds)
    signed_in = page_ms(cast.ten_days().one, "/help/", scale)
    told = f"{IN_PROCESS}; {scale.rounds} once warm, the lowest median of ten in a row."
    return [
        _limited(
            "help page, signed out", out, told.replace("with a real signed-in session", "signed out"), HELP
        ),
        _limited("help page, signed in", signed_in, told, HELP),
    ]


def _search(scale: Scale) -> Figure:
    nobody = Visitor(application)
    times = {
        words: cpu_ms(lambda words=words: _ask(nobody, words), scale.rounds // 3 or 1) for words in ASKED
    }
    slowest = max(times, key=lambda words: times[words])
    told = (
        f"A search posted to the library of {len(readings())} articles, whole requests as above; "
        f"{len(ASKED)} questions, of which the slowest counts: “{slowest[:40].strip()}”."
    )
    return _limited("library search, the slowest of its kinds", times[slowest], told, SEARCH)


def _ask(visitor: Visitor, words: str) -> None:
    answer = visitor.post("/reading/", [("words", words)])
    assert answer.status == 200, answer.status


def _limited(what: str, found: float, how: str, limit: float) -> Figure:
    return Figure(what, f"{found:.1f} CPU-ms", how, f"at most {limit:g} CPU-ms", found <= limit)
