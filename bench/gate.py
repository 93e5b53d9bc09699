"""Whether the gate can be read off a clock.

`python -m bench.gate [REQUESTS]` prints a p-value for each pair (by_lot.py); 2,000 of each unless it says
otherwise.
"""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bench.by_lot import Ask, Compared, compared, figure, printed
from bench.figure import Figure, Scale

if TYPE_CHECKING:
    from bench.visitor import Visitor
    from stepwell.ground.vault.api import Keyring
    from stepwell.own.safety.content import LeafV1

REQUESTS = 2_000
WARM = 30


def comparisons(requests: int = REQUESTS) -> list[Compared]:
    """Alma's page of the gate and Ben's landing page, unanswered and for each cause that there is; then Ben's
    for a word of hers that was never said, and for each fate of one that was.

    It is one couple throughout. Before each request what Alma did is set to one of two, drawn by lot, outside
    the measured time: what differs between the samples is that, and nothing else.
    """
    from bench.visitor import Visitor
    from stepwell.ground.people.testing import make_person
    from stepwell.ground.spaces.testing import make_couple
    from stepwell.own.safety import leaf
    from stepwell.site.wsgi import application

    alma, ben = make_person("Kaja"), make_person("Lev")
    make_couple(alma, ben)
    keyring = alma.fresh().keyring
    hers = _asking(Visitor(application).enter(alma), "/mine/ground/")
    his = _asking(Visitor(application).enter(ben), "/landings/")
    found = []
    for cause, content in _causes().items():
        ways = [lambda how=how: leaf.change(keyring, how) for how in (_bare, lambda _, said=content: said)]
        found += _of(ways, {"her own page": hers, "his page": his}, f"unanswered and {cause}", requests)
    never, fates = _fates(keyring)
    for fate, way in fates.items():
        found += _of([never, way], {"his page": his}, f"a word never said and one {fate}", requests)
    return found


def _of(ways: Sequence[Ask], asks: dict[str, Ask], what: str, requests: int) -> list[Compared]:
    # What setting the leaf left behind in this process is none of the page's, so it is asked for twice.
    twice = {f"{whose}, {what}": (ask, ask) for whose, ask in asks.items()}
    return compared(ways, twice, requests, warm=WARM)


def _fates(keyring: "Keyring") -> tuple[Ask, dict[str, Ask]]:
    """Alma's word for the next landing: never said, and by its fate. None of them is for Ben to know."""
    from stepwell.ground.spaces.api import couple_of
    from stepwell.own.safety import leaf
    from stepwell.together.pathway import ready
    from stepwell.together.pathway.models import Place
    from stepwell.together.pathway.place import seen

    cleared = _causes()["cleared"]
    couple = couple_of(keyring)
    assert couple

    def never() -> None:
        Place.objects.within(keyring, couple.circle).delete()
        leaf.change(keyring, _bare)

    def said(content: "LeafV1") -> None:
        never()
        leaf.change(keyring, lambda _: content)
        ready.say_ready(keyring, seen(keyring, couple).turn)

    def taken_back() -> None:
        said(cleared)
        ready.take_back(keyring)

    held, counts = (lambda: said(_bare())), (lambda: said(cleared))
    return never, {"held back": held, "that counts": counts, "taken back": taken_back}


def _bare(_before: object = None) -> "LeafV1":
    from stepwell.own.safety.content import LeafV1

    return LeafV1()


def _causes() -> "dict[str, LeafV1]":
    from stepwell.own.safety.content import AnswersV1, LeafV1
    from stepwell.own.safety.leaf import today
    from stepwell.own.safety.questions import asked

    yes = {"cleared": (), "yes": ("a", "k"), "humiliated": ("h",), "own violence": ("hurt",)}
    keys = asked(apart=False)
    said = {cause: {key: key in some for key in keys} for cause, some in yes.items()}
    return {
        cause: LeafV1(answers=AnswersV1(day=today(), said=answers), rounds=1)
        for cause, answers in said.items()
    }


def _asking(visitor: "Visitor", page: str) -> Ask:
    def ask() -> None:
        assert visitor.get(page).status == 200, page

    return ask


def figures(scale: Scale) -> list[Figure]:
    return [figure("the gate", comparisons(scale.gate), scale.gate, "python -m bench.gate")]


if __name__ == "__main__":
    sys.exit(printed(comparisons, REQUESTS))
