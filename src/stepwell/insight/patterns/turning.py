"""Whether a level shifted and stayed, and between which days.

A likelihood ratio for one step on any day, under noise that remembers days and months (swings.py), so that a
slow swing or a steady drift does not pass for a turn. NEEDED was found by simulation: docs/patterns.md.
"""

from dataclasses import replace

import numpy as np

from stepwell.insight.patterns import sturdy
from stepwell.insight.patterns.covariates import slow
from stepwell.insight.patterns.diary import Diary, Numbers, Whole
from stepwell.insight.patterns.findings import Turn
from stepwell.insight.patterns.links import Link
from stepwell.insight.patterns.noise import gaps, whiten
from stepwell.insight.patterns.series import Series, scaled_factors
from stepwell.insight.patterns.swings import Bins, Swings, binned, scan, swings, without_step

NEEDED = 6.75  # log likelihood
BEYOND_DRIFT = 2.0
FEWEST = 40  # answered days
# with fewer answered days than ENOUGH more is needed: one for each MORE_FOR_FEW
ENOUGH, MORE_FOR_FEW = 150, 60
EDGE = 10  # answered days on each side
MOST = 3
PULL_IN = 2.5
DAYS_TRIED = 400
AT_ONCE = 32  # of them
WEEK = 7  # days on either side of the likeliest, which the range holds at least


def turns(diary: Diary, all_series: list[Series], shown: list[Link]) -> list[Turn]:
    """What is shown; `shown` links are allowed for, so that a habit taken up does not pass for a turn."""
    factors = scaled_factors(diary)
    noises: dict[tuple[str, bytes], Swings] = {}
    found = []
    for one in all_series:
        name = diary.outcomes[one.outcome]
        mine = [link for link in shown if (link.outcome, link.outcome_partner) == (name, one.partner)]
        columns = [factors[link.factor_partner][:, diary.factors.index(link.factor)] for link in mine]
        if len(one.rows) >= FEWEST:
            bins = binned(one.rows, diary.days)
            # a stray unanswered cell changes how many days a bin holds, and is not worth a noise of its own
            key = one.partner, bins.label.tobytes()
            if key not in noises:
                noises[key] = swings(bins)
            found += _turns(diary, one, columns, bins, noises[key])
    return found


def _turns(diary: Diary, one: Series, columns: list[Numbers], bins: Bins, noise: Swings) -> list[Turn]:
    rows = one.rows
    x = np.column_stack([np.ones(len(rows)), one.x[rows, 1], *[_filled(column[rows]) for column in columns]])
    y = _calm(one, diary.partners[one.partner].outcomes[rows, one.outcome])
    found: list[Turn] = []
    while len(found) < MOST:
        step = _strongest(bins, noise, x, y, one)
        if step is None:
            break
        at, first, last, change = step
        days = [diary.day(int(rows[row])) for row in (at, first, last)]
        found.append(Turn(diary.outcomes[one.outcome], one.partner, days[0], days[1], days[2], change, True))
        x = np.column_stack((x, (np.arange(len(rows)) >= at).astype(float)))
    return _merged(sorted(found, key=lambda turn: turn.day))


def _merged(turns: list[Turn]) -> list[Turn]:
    """By day. Neighbours that go the same way and whose ranges meet are one turn, told by its largest."""
    found: list[Turn] = []
    for turn in turns:
        last = found[-1] if found else None
        if last is None or turn.first > last.last or (turn.change > 0) != (last.change > 0):
            found.append(turn)
            continue
        day = max(last, turn, key=lambda one: abs(one.change)).day
        first, end = min(last.first, turn.first), max(last.last, turn.last)
        found[-1] = replace(last, day=day, first=first, last=end, change=last.change + turn.change)
    return found


def _filled(column: Numbers) -> Numbers:
    known = ~np.isnan(column)
    return np.where(known, column - (column[known].mean() if known.any() else 0.0), 0.0)


def _calm(one: Series, y: Numbers) -> Numbers:
    """y with single extreme days pulled in toward the slow curve, by more than a step between answers.

    The curve rings beside a true step; for a steady rater a nearer bound would make turns of that.
    """
    x = slow(one.x)[one.rows]
    curve = y - sturdy.left_over(sturdy.basis_of(x), y)
    bound = max(PULL_IN * 1.4826 * float(np.median(np.abs(y - curve))), sturdy.step_of(y))
    return curve + (y - curve).clip(-bound, bound) if bound > 0 else y


def _strongest(
    bins: Bins, noise: Swings, x: Numbers, y: Numbers, one: Series
) -> tuple[int, int, int, float] | None:
    """(row, first row, last row, change) of the most likely step, if it is likely enough."""
    bins_x, bins_y = bins.means(x), bins.means(y[:, None])[:, 0]
    found = scan(noise, bins_x, bins_y)
    before = bins.first
    gain = np.where((before < EDGE) | (before > len(y) - EDGE), -np.inf, found.gain)
    best = int(gain.argmax())
    if gain[best] - found.level < NEEDED + max(0.0, (ENOUGH - len(y)) / MORE_FOR_FEW):
        return None
    middle = np.arange(len(bins_y), dtype=float)
    drift = np.column_stack((bins_x, middle - middle.mean()))
    if gain[best] - without_step(noise, drift, bins_y) < BEYOND_DRIFT:
        return None
    share = np.exp(gain - gain[best])
    low, high = np.searchsorted(np.cumsum(share) / share.sum(), (0.05, 0.95)).tolist()
    low, high = min(low, best), max(high, best)
    first = int(bins.first[max(0, low - 1)])
    last = int(bins.first[high + 1]) - 1 if high + 1 < len(bins_y) else len(y) - 1
    at = _day(x, y, one, first, last)
    around = np.searchsorted(one.rows, (one.rows[at] - WEEK, one.rows[at] + WEEK + 1)).tolist()
    return at, min(first, around[0]), max(last, around[1] - 1), float(found.change[best])


def _day(x: Numbers, y: Numbers, one: Series, first: int, last: int) -> int:
    """The row between two rows on which a step fits best, by least squares with AR(1) days."""
    rows: Whole = one.rows
    at = np.arange(max(1, first), min(last, len(rows) - 1) + 1)
    at = at[:: 1 + len(at) // DAYS_TRIED]
    phi, gap = one.inertia.phi, gaps(rows)
    basis = sturdy.basis_of(whiten(x, phi, gap))
    rest = sturdy.left_over(basis, whiten(y[:, None], phi, gap)[:, 0])
    gain = []
    for some in np.array_split(at, 1 + len(at) // AT_ONCE):
        steps = (np.arange(len(rows))[:, None] >= some[None, :]).astype(float)
        free = sturdy.left_over(basis, whiten(steps, phi, gap))
        gain.append((free.T @ rest) ** 2 / np.maximum((free**2).sum(axis=0), 1e-9))
    return int(at[np.concatenate(gain).argmax()])
