"""A diary that is only large."""

from datetime import date, timedelta

import numpy as np


def diary_csv(days: int, factors: int, outcomes: int, seed: int = 1, missed: float = 0.2) -> bytes:
    """Two people, a fifth of the days missed; the first factor lowers every outcome."""
    rng = np.random.default_rng(seed)
    kinds = ("t:", "h:", "r:", "p:", "c:")
    names = [f"o:{i}" for i in range(outcomes)] + [f"{kinds[i % 5]}{i}" for i in range(factors)]
    lines = [",".join(["date", "partner", *names])]
    for partner in "AB":
        mood = np.zeros(outcomes)
        for day in range(days):
            mood = 0.5 * mood + rng.normal(size=outcomes)
            if rng.random() < missed:
                continue
            noted = np.where(
                np.arange(factors) % 5 < 4, rng.random(factors) < 0.3, rng.integers(0, 11, factors)
            )
            points = np.clip(np.round(5 + 2 * mood - 1.2 * noted[0]), 0, 10)
            cells = (str(int(value)) for value in (*points.tolist(), *noted.tolist()))
            lines.append(",".join([(date(2016, 1, 1) + timedelta(day)).isoformat(), partner, *cells]))
    return ("\n".join(lines) + "\n").encode()
