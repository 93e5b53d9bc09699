"""CPU time of this process, and what a list of times says."""

import gc
from collections.abc import Callable, Sequence
from statistics import median, quantiles
from time import process_time, sleep

WARM = 20
PART = 10
BREATH = 0.15  # seconds between parts, so that not all of them meet the same neighbour


def cpu_ms(work: Callable[[], object], times: int, *, after: Callable[[], object] | None = None) -> float:
    """CPU-milliseconds that `work` takes, all threads and the kernel's part in it, once warm.

    The lowest median of ten in a row: a neighbour on the same cores slows some, and quickens none.
    `after` puts things back between two rounds and is not counted.
    """
    gc.collect()
    _spent(work, min(WARM, times), after)
    medians = []
    for _ in range(max(1, times // PART)):
        medians.append(median(_spent(work, min(PART, times), after)))
        if times > PART:
            sleep(BREATH)
    return min(medians)


def _spent(work: Callable[[], object], times: int, after: Callable[[], object] | None) -> list[float]:
    spent = []
    for _ in range(times):
        began = process_time()
        work()
        spent.append((process_time() - began) * 1000)
        if after:
            after()
    return spent


def p95(values: Sequence[float]) -> float:
    return quantiles(values, n=20)[-1] if len(values) > 1 else values[0]
