"""Whatever one of two chooses alone, the other's pages stay as they were, to the byte."""

from random import Random

import pytest

from stepwell.together.between.models import Both, Found
from stepwell.together.between.tests.cast import SIGNALS, Actor, Days

PAGES = ("/between/", "/between/choose/", "/between/month/", "/together/", "/mine/", "/along/")


@pytest.mark.parametrize("seed", range(6))
def test_no_set_of_one_sided_choices_is_seen(alma: Actor, ben: Actor, days: Days, seed: int) -> None:
    """Days enough that anything which both chose would be told; she chooses only what he did not."""
    lot = Random(seed)
    days.live(240)
    for _turn in range(3):
        his = {key for key in SIGNALS if lot.random() < 0.4}
        ben.chooses(*his)
        before = _seen(ben)
        for _again in range(3):
            alma.chooses(*(key for key in SIGNALS if key not in his and lot.random() < 0.7))
            if lot.random() < 0.3:
                alma.page  # noqa: B018 - a visit of hers, which may settle something
            assert _seen(ben) == before
            assert not Found.objects.exists()
        alma.chooses()
        assert _seen(ben) == before


def test_whose_yes_it_is_cannot_be_told_from_the_row(alma: Actor, ben: Actor, days: Days) -> None:
    sizes = set()
    for one, signals in ((alma, ("safety",)), (ben, ("safety", "calm")), (alma, ()), (ben, ())):
        one.chooses(*signals)
        sizes.add(len(Both.objects.get().sealed))
    assert len(sizes) == 1


def _seen(somebody: Actor) -> list[str]:
    exported = somebody.takes_everything()
    between = exported[exported.index('"between"') :][:2000] if '"between"' in exported else exported
    return [*(somebody.see(url) for url in PAGES), between]
