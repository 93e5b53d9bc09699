"""A few requests are worked on at once; what stretches a password stands aside."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from threading import Barrier, BrokenBarrierError

import pytest

from stepwell.ground.people.line import place
from stepwell.ground.people.turns import AT_ONCE, aside, turn

LONG, SHORT = 10.0, 0.3
Within = Callable[[], AbstractContextManager[None]]


def meet(number: int, patience: float, within: Within) -> bool:
    """Whether so many who have a turn, and go on to this, are all there at the same time."""
    met = Barrier(number)

    def one(_which: int) -> None:
        with turn(), within():
            met.wait(patience)

    with ThreadPoolExecutor(number) as threads:
        try:
            list(threads.map(one, range(number)))
        except BrokenBarrierError:
            return False
    return True


def test_so_many_have_a_turn_at_once_and_no_more() -> None:
    assert meet(AT_ONCE, LONG, nullcontext)
    assert not meet(AT_ONCE + 1, SHORT, nullcontext)


@pytest.mark.parametrize("within", [aside, place])
def test_who_stands_aside_leaves_the_turn_to_another(within: Within) -> None:
    assert meet(AT_ONCE + 1, LONG, within)
    assert meet(AT_ONCE, LONG, nullcontext), "each was taken up again, and let go"
    assert not meet(AT_ONCE + 1, SHORT, nullcontext)


def test_aside_twice_is_aside_once_and_without_a_turn_it_is_nothing() -> None:
    with aside(), aside():
        pass
    with turn(), aside(), aside():
        pass
    assert meet(AT_ONCE, LONG, nullcontext)
    assert not meet(AT_ONCE + 1, SHORT, nullcontext)
