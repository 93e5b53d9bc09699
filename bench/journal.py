"""CPU time of a journal of ten years: its list, its search through everything, and a baseline in the open."""

import random
import sqlite3
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from bench import cast
from bench.clock import cpu_ms
from bench.figure import Figure, Scale
from bench.pages import IN_PROCESS, page_ms
from bench.visitor import Visitor
from stepwell.ground.people.testing import Member, make_person
from stepwell.own.journal.testing import keep_entry
from stepwell.own.understanding.api import drop
from stepwell.site.wsgi import application

LIST, SEARCH, ALONG = 25.0, 150.0, 15.0
ZONE = "Europe/Berlin"
PAGE = 2000
SYLLABLES = ("an", "be", "do", "er", "fa", "go", "hi", "in", "ke", "la", "mo", "ov", "qua", "re", "si", "ta")
RARE = "zeppelin"


def text(lot: random.Random) -> str:
    words: list[str] = []
    while sum(map(len, words)) + len(words) < PAGE:
        words.append("".join(lot.choices(SYLLABLES, k=lot.randint(1, 4))))
    return " ".join(words)[:PAGE]


def figures(scale: Scale) -> list[Figure]:
    member, lot = make_person("Klara", zone=ZONE), random.Random(6)
    now = timezone.now().astimezone(ZoneInfo(ZONE))
    count = max(int(scale.days * 1.37), 4)
    pages = [text(lot) for _ in range(count)]
    pages[count // 2] += f" {RARE}"
    with transaction.atomic():
        for at, page in enumerate(pages):
            then = now - timedelta(days=at * scale.days // count)
            words = {"triggers": ("tone",), "helped": ("walk",), "feelings": ("tired", "hopeful")}
            keep_entry(member.keyring, page, now=then, **words)
    told = f"{IN_PROCESS}; {count:,} pages of {PAGE:,} letters over {scale.days:,} days."
    listed, blank = page_ms(member, "/journal/", scale), page_ms(member, "/journal/find/", scale)
    rare = find_ms(member, RARE, scale)
    plain = plain_ms(pages, scale)
    first, again = along_ms(scale)
    return [
        Figure("list of a month", f"{listed:.1f} CPU-ms", told, f"at most {LIST:g} CPU-ms", listed <= LIST),
        Figure(
            "search that finds one page of all",
            f"{rare:.1f} CPU-ms",
            f"The same; each page is opened. The empty form takes {blank:.1f}.",
            f"at most {SEARCH:g} CPU-ms",
            rare <= SEARCH,
        ),
        Figure("the same words unsealed, in SQLite (baseline)", f"{plain:.1f} CPU-ms", "One LIKE, no page."),
        Figure(
            "what goes along, when nothing changed",
            f"{again:.1f} CPU-ms",
            f"{IN_PROCESS}; for one of two who kept check-ins on {scale.days:,} days.",
            f"at most {ALONG:g} CPU-ms",
            again <= ALONG,
        ),
        Figure("the same, after a change", f"{first:.0f} CPU-ms", "Every check-in is opened and computed."),
    ]


def find_ms(member: Member, words: str, scale: Scale) -> float:
    visitor = Visitor(application).enter(member)
    fields = [*visitor.form("/journal/find/").items(), ("words", words)]

    def look() -> None:
        assert words in visitor.post("/journal/find/", fields).body.decode()

    return cpu_ms(look, max(scale.rounds // 10, 2))


def along_ms(scale: Scale) -> tuple[float, float]:
    member = cast.long_life(scale.days).one
    again = page_ms(member, "/along/", scale)
    visitor = Visitor(application).enter(member)

    def look() -> None:
        assert visitor.get("/along/").status == 200

    first = cpu_ms(look, 3, after=lambda: drop(member.fresh().keyring))
    return first, again


def plain_ms(pages: list[str], scale: Scale) -> float:
    with sqlite3.connect(":memory:") as store:
        store.execute("CREATE TABLE page (text)")
        store.executemany("INSERT INTO page VALUES (?)", [(page,) for page in pages])

        def look() -> None:
            found = store.execute("SELECT count(*) FROM page WHERE text LIKE ?", (f"%{RARE}%",))
            assert found.fetchone() == (1,)

        return cpu_ms(look, max(scale.rounds // 10, 2))
