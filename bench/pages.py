"""CPU time of the pages that people open most, beside a plain Django page in the same run."""

from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connections
from django.utils import timezone

from bench import cast
from bench.clock import cpu_ms
from bench.figure import Figure, Scale
from bench.plain import plain_django
from bench.visitor import Visitor
from stepwell.ground.people.testing import Member
from stepwell.site.wsgi import application
from stepwell.together.checkins.models import CheckIn, Shared

HOME_YOUNG, HOME_OLD, WEEKS, SAVING = 5.0, 10.0, 25.0, 6.0
FULL_SYNC = 2  # what `PRAGMA synchronous` answers for FULL
WORDS = [
    ("window", "in"), ("safety", "6"), ("closeness", "5"), ("trust", "4"), ("calm", "7"),
    ("feelings", "calm"), ("feelings", "hopeful"), ("body", "deep_breath"), ("hard", "tone"),
    ("helped", "walk"),
    ("noticed", "You rang when you said you would, and asked how the day had been."),
    ("intend", "Write if the train is late."),
]  # fmt: skip
SHOWN = [("who", "both"), *(("parts", part) for part in ("ratings", "window", "feelings", "noticed"))]
IN_PROCESS = (
    "Whole requests in this process, from the file server before Django through every middleware, "
    "with a real signed-in session"
)


def page_ms(member: Member, path: str, scale: Scale) -> float:
    visitor = Visitor(application).enter(member)
    assert visitor.get(path).status == 200, path
    return cpu_ms(lambda: visitor.get(path), scale.rounds)


def plain_ms(scale: Scale) -> float:
    with plain_django() as handler:
        visitor = Visitor(handler)
        assert visitor.get("/plain/").status == 200
        return cpu_ms(lambda: visitor.get("/plain/"), scale.rounds)


def pages(scale: Scale) -> list[Figure]:
    young, old = cast.ten_days(), cast.long_life(scale.days)
    plain = plain_ms(scale)
    home_young, home_old = page_ms(young.one, "/today/", scale), page_ms(old.one, "/today/", scale)
    weeks = page_ms(old.one, "/weeks/", scale)
    told = f"{IN_PROCESS}; {scale.rounds} once warm, the lowest median of ten in a row."
    return [
        _limited("home page, 10 days of life", home_young, told, HOME_YOUNG),
        _limited(
            "home page, 10 years × 2 people",
            home_old,
            f"The same, for one of two who kept {old.check_ins:,} check-ins over {scale.days:,} days.",
            HOME_OLD,
        ),
        Figure("home page, 10 years against 10 days", f"{home_old / home_young:.2f}", "The two above."),
        Figure(
            "home page, 10 years, against a plain page", f"{home_old / plain:.1f}", "The plain one is below."
        ),
        _limited("weeks page, 10 years", weeks, told, WEEKS),
        Figure(
            "plain Django page (baseline)",
            f"{plain:.1f} CPU-ms",
            "Django's own middleware, one view, one query in the same database, one small template; "
            "measured alike.",
        ),
    ]


def saving(scale: Scale) -> list[Figure]:
    writer = cast.long_life(scale.days).one
    alone, shown = save_ms(writer, [("who", "me")], scale), save_ms(writer, SHOWN, scale)
    level = synchronous()
    told = (
        f"A whole form sent to the page, to the answer after the commit; {scale.saves} of them, "
        "the lowest median of ten in a row. "
        f"Asked during the run, `PRAGMA synchronous` says {level} (FULL is {FULL_SYNC}) "
        f"and `PRAGMA journal_mode` says {pragma('journal_mode')}."
    )
    saved = _limited("saving a check-in, committed", alone, told, SAVING)
    return [
        saved if level == FULL_SYNC else replace(saved, holds=False),
        Figure(
            "saving a check-in and showing four parts of it",
            f"{shown:.1f} CPU-ms",
            "The same with a copy sealed for the other, in one transaction.",
        ),
    ]


def save_ms(member: Member, who: list[tuple[str, str]], scale: Scale) -> float:
    visitor = Visitor(application).enter(member)
    forms: list[list[tuple[str, str]]] = []

    def send() -> None:
        answer = visitor.post("/check-ins/new/", forms.pop())
        assert answer.status == 303, answer.body.decode()[-2000:]

    def prepare() -> None:
        _forget_today(member)
        forms.append([*visitor.form("/check-ins/new/").items(), *WORDS, *who])

    prepare()
    return cpu_ms(send, scale.saves, after=prepare)


def _forget_today(member: Member) -> None:
    """A day holds so many check-ins and no more."""
    today = timezone.now().astimezone(ZoneInfo(cast.ZONE)).date()
    for model in (CheckIn, Shared):
        model._base_manager.filter(person_id=member.id, day=today).delete()


def pragma(name: str) -> Any:
    with connections["default"].cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        return cursor.fetchone()[0]


def synchronous() -> int:
    return int(pragma("synchronous"))


def _limited(what: str, found: float, how: str, limit: float) -> Figure:
    return Figure(what, f"{found:.1f} CPU-ms", how, f"at most {limit:g} CPU-ms", found <= limit)
