"""A hundred years of two people, with a turn in them, fit into the memory of a small machine."""

import tracemalloc
from datetime import date, timedelta

import numpy as np

from stepwell.insight.patterns.api import analyse, parse

DAYS, MOST = 36_000, 130_000_000  # of numbers, in bytes; what Python and its libraries need comes on top


def test_seventy_two_thousand_rows() -> None:
    rng = np.random.default_rng(3)
    lines = ["date,partner,o:safety,t:phone,c:sleep"]
    for partner in "AB":
        level = np.where(np.arange(DAYS) > DAYS // 2, 6.5, 5.0)
        points = np.clip(np.round(level + 1.2 * rng.normal(size=DAYS)), 0, 10).astype(int).tolist()
        phone, sleep = (rng.random(DAYS) < 0.3).astype(int).tolist(), rng.integers(0, 11, DAYS).tolist()
        days = [(date(1926, 1, 1) + timedelta(day)).isoformat() for day in range(DAYS)]
        cells = zip(days, points, phone, sleep, strict=True)
        lines += [f"{day},{partner},{one},{there},{slept}" for day, one, there, slept in cells]
    data = "\n".join(lines).encode()
    tracemalloc.start()
    try:
        found = analyse(parse(data))
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(found.turns) == 2, "the way that needs the most is taken"
    assert most < MOST
