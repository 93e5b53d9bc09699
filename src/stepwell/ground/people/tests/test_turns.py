"""A few requests are worked on at once; what stretches a password stands aside."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Barrier, BrokenBarrierError, Event

import pytest

from stepwell.ground.people.line import place
from stepwell.ground.people.turns import AT_ONCE, aside, turn

LONG, SHORT = 10.0, 0.3


def _together(work: Callable[[Barrier], None], number: int, patience: float) -> list[Exception | None]:
    """What became of so many that each want all the others to be where they are."""
    met = Barrier(number)

    def one() -> None:
        with turn():
            work(met)

    with ThreadPoolExecutor(number) as threads:
        asked: list[Future[None]] = [threads.submit(one) for _ in range(number)]
        if patience == SHORT:
            Event().wait(SHORT)
            met.abort()
        return [each.exception(timeout=LONG) for each in asked]  # type: ignore[misc]  # no BaseException comes


def _meet(met: Barrier) -> None:
    met.wait(LONG)


def test_so_many_have_a_turn_at_once_and_no_more() -> None:
    assert _together(_meet, AT_ONCE, LONG) == [None] * AT_ONCE
    found = _together(_meet, AT_ONCE + 1, SHORT)
    assert {type(each) for each in found} == {BrokenBarrierError}


@pytest.mark.parametrize("standing", [aside, place])
def test_who_stands_aside_leaves_the_turn_to_another(standing: Callable[..., object]) -> None:
    def work(met: Barrier) -> None:
        with standing():  # type: ignore[attr-defined]  # either of the two
            met.wait(LONG)

    many = AT_ONCE + 2
    assert _together(work, many, LONG) == [None] * many
    assert _together(_meet, AT_ONCE, LONG) == [None] * AT_ONCE, "and takes it up again"


def test_aside_twice_is_aside_once_and_without_a_turn_it_is_nothing() -> None:
    with aside(), aside():
        pass
    with turn(), aside(), aside():
        pass
    assert _together(_meet, AT_ONCE, LONG) == [None] * AT_ONCE
