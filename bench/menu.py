"""The list of what one would welcome: its page, the visits of a round as whole requests, and the clock.

`python -m bench.menu [REQUESTS]` prints a p-value for each pair of samples (by_lot.py).
"""

import sys
from collections.abc import Callable, Sequence
from time import process_time
from typing import TYPE_CHECKING

from bench.by_lot import Ask, Compared, compared, figure, printed
from bench.figure import Figure, Scale

if TYPE_CHECKING:
    from stepwell.ground.people.testing import Member

PAGE, VISIT = 15.0, 100.0
REQUESTS = 400
WARM = 5


class Two:
    """A couple with full lists of two hundred lines, and what each may do through their browser."""

    def __init__(self, one: str, other: str) -> None:
        from bench.visitor import Visitor
        from stepwell.ground.people.testing import make_person
        from stepwell.ground.spaces.testing import make_couple
        from stepwell.own.safety.testing import clear
        from stepwell.site.wsgi import application
        from stepwell.together.menu.limits import MOST_OWN
        from stepwell.together.menu.testing import write_lines

        self.members = [make_person(one), make_person(other)]
        make_couple(*self.members)
        for which, member in enumerate(self.members):
            clear(member.fresh().keyring)
            write_lines(member.keyring, *[f"line {number} of {which}" for number in range(MOST_OWN)])
        self.browsers = [Visitor(application).enter(member) for member in self.members]
        # Taken once from a page that does nothing, so that a press is one request.
        self.tokens = [browser.form("/menu/write/")["csrfmiddlewaretoken"] for browser in self.browsers]

    def member(self, which: int) -> "Member":
        return self.members[which].fresh()

    def nothing_asked(self) -> None:
        from stepwell.together.menu.models import Asked, Both, Secret

        for model in (Asked, Both, Secret):
            model.objects.all().delete()

    def mark_all(self, which: int, mark: str) -> None:
        """Every line of their own, and no idea: the two lists have no line in common."""
        from stepwell.together.menu import sheet

        keyring = self.member(which).keyring
        kept = sheet.sheet_of(keyring)
        marks = {line.id: mark for line in sheet.lines(kept) if not line.idea}
        sheet.mark(keyring, marks, revision=kept.revision, after=lambda _sheet: None)  # type: ignore[arg-type]

    def ask(self, which: int) -> None:
        from stepwell.together.menu.testing import ask_for_round

        ask_for_round(self.member(which).keyring, clears=False)

    def look(self, which: int) -> None:
        assert self.browsers[which].get("/menu/").status == 200

    def press(self, which: int) -> None:
        answer = self.browsers[which].post("/menu/round/", [("csrfmiddlewaretoken", self.tokens[which])])
        assert answer.status == 303


def comparisons(requests: int) -> list[Compared]:
    two = Two("Nele", "Ove")
    first = [lambda: _not_asked(two), lambda: _asked(two, 0)]
    answers = [lambda: _marked(two, "n"), lambda: _marked(two, "w")]
    return [
        _of("his page: she never asked, or she has", first, lambda: two.look(1), requests, before=two.look),
        _of("his asking: he is first, or second", first, lambda: two.press(1), requests, before=two.look),
        _of("his asking: she welcomes nothing, or everything", answers, lambda: two.press(1), requests),
        _of(
            "his page after asking: he was first, or second",
            [lambda: _asked(two, 1), lambda: _asked(two, 0, 1)],
            lambda: two.look(1),
            requests,
        ),
        _of(
            "her visit that ends it: he welcomes nothing, or everything, and nothing is shared",
            [lambda: _ended(two, "n"), lambda: _ended(two, "w")],
            lambda: two.look(0),
            requests,
        ),
    ]


def _not_asked(two: Two) -> None:
    """After the same work: what a machine did just before is no secret, and it slows the next page down."""
    _asked(two, 0)
    two.nothing_asked()


def _asked(two: Two, *order: int) -> None:
    two.nothing_asked()
    for which in order:
        two.ask(which)


def _marked(two: Two, mark: str) -> None:
    two.nothing_asked()
    two.mark_all(0, mark)
    two.ask(0)


def _ended(two: Two, mark: str) -> None:
    two.nothing_asked()
    two.mark_all(1, mark)
    two.ask(0)
    two.ask(1)


def _of(
    what: str, ways: Sequence[Ask], ask: Ask, requests: int, *, before: Callable[[int], None] | None = None
) -> Compared:
    first: Ask = (lambda: before(1)) if before else (lambda: None)
    return compared(ways, {what: (first, ask)}, requests, warm=WARM)[0]


def _cpu(set_up: Ask, ask: Ask, times: int) -> float:
    least = float("inf")
    for _ in range(times):
        set_up()
        began = process_time()
        ask()
        least = min(least, (process_time() - began) * 1000)
    return least


def figures(scale: Scale) -> list[Figure]:
    from bench.pages import IN_PROCESS, page_ms

    two = Two("Kalle", "Liv")
    for which in (0, 1):
        two.mark_all(which, "w")
    page = page_ms(two.members[0], "/menu/", scale)
    times = max(scale.rounds // 10, 2)
    visits = [
        ("who asks first", _cpu(two.nothing_asked, lambda: two.press(0), times)),
        ("who asks second", _cpu(lambda: _asked(two, 0), lambda: two.press(1), times)),
        ("who ends it by looking", _cpu(lambda: _asked(two, 0, 1), lambda: two.look(0), times)),
    ]
    requests = scale.gate // 3 or 2
    return [
        Figure(
            "the list, 200 lines",
            f"{page:.1f} CPU-ms",
            f"{IN_PROCESS}; 40 ideas and 160 lines of one's own.",
            f"at most {PAGE:g} CPU-ms",
            page <= PAGE,
        ),
        *[
            Figure(
                f"a visit of a round, 200 lines: {name}",
                f"{ms:.0f} CPU-ms",
                "A whole request in this process, the least of several.",
                f"at most {VISIT:g} CPU-ms",
                ms <= VISIT,
            )
            for name, ms in visits
        ],
        figure("a round", comparisons(requests), requests, "python -m bench.menu"),
    ]


if __name__ == "__main__":
    sys.exit(printed(comparisons, REQUESTS))
