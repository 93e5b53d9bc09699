"""Diaries for tests: Alma is A, Ben is B."""

from datetime import date, timedelta

import numpy as np

from stepwell.insight.patterns.api import Diary, Partner

START = date(2026, 1, 3)
NAMES = ("t:phone", "t:late", "h:walk", "r:tea", "p:message", "c:sleep")


def diary(
    days: int = 200, *, seed: int = 1, drop: float = 1.5, shift: float = 0.0, carry: float = 0.0
) -> Diary:
    """A's phone lowers both outcomes of A by `drop` points; nothing else is linked to anything."""
    rng = np.random.default_rng(seed)
    mood = rng.standard_normal((days, 2, 2))
    for day in range(1, days):
        mood[day] += 0.4 * mood[day - 1]
        mood[day, 0] += carry * mood[day - 1, 1]
    factors = (rng.random((days, 2, len(NAMES))) < 0.3).astype(float)
    factors[:, :, 5] = rng.integers(2, 9, (days, 2))
    mood[:, 0] -= drop * factors[:, 0, :1]
    mood[days // 2 :, 1] += shift
    points = np.clip(np.round(5.5 + mood), 0, 10)
    missed = rng.random((days, 2)) < 0.15
    missed[[0, -1]] = False
    points[missed] = np.nan
    factors[missed] = np.nan
    partners = {name: Partner(points[:, i], factors[:, i]) for i, name in enumerate("AB")}
    return Diary(START, days, ("o:safety", "o:trust"), NAMES, partners)


def rows(one: Diary) -> list[str]:
    """The lines of its CSV below the heading."""
    found = []
    for name, partner in one.partners.items():
        values = np.column_stack((partner.outcomes, partner.factors))
        for day, cells in enumerate(values.tolist()):
            if any(cell == cell for cell in cells):
                said = ("" if cell != cell else f"{cell:g}" for cell in cells)
                found.append(",".join([(one.start + timedelta(day)).isoformat(), name, *said]))
    return found


def heading(one: Diary) -> str:
    return ",".join(("date", "partner", *one.outcomes, *one.factors))


def csv(one: Diary) -> bytes:
    return "\n".join([heading(one), *rows(one), ""]).encode()
