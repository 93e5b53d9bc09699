"""Made-up couples with planted truth, harder than ordinary: heavy tails, long memory, bursts, drop-outs.

Everything is assumed, nothing was observed in couples after a betrayal. One seed is one couple.
"""

from dataclasses import dataclass, field
from datetime import date
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from stepwell.insight.patterns.api import Diary, Partner

Numbers = npt.NDArray[np.float64]
Rng = np.random.Generator
LinkKey = tuple[str, str, str, str]  # outcome, its partner, factor, its partner

OUTCOMES = ("o:safety", "o:closeness", "o:trust")
POINTS = 2.0  # points of the outcome for one standard deviation
SIZES = (0.3, 0.5, 0.8)
BEFORE = 60  # days that warm the processes up
# who reports a factor: A alone, B alone, both
FACTORS = (
    *((f"t:{n}", "A") for n in ("phone", "late", "place", "date")),
    *((f"t:{n}", "B") for n in ("silence", "question", "memory")),
    *((f"h:{n}", "A") for n in ("walk", "friend")),
    *((f"h:{n}", "B") for n in ("sport", "music")),
    *((f"r:{n}", "AB") for n in ("tea", "evening")),
    *((f"p:{n}", "AB") for n in ("message", "home")),
    *((f"c:{n}", "A") for n in ("sleep", "work")),
    *((f"c:{n}", "B") for n in ("rest", "pain", "stress")),
)
NAMES = tuple(name for name, _ in FACTORS)
SIGN = {"t": -1, "h": 1, "r": 1, "p": 1, "c": 0}


@dataclass
class World:
    """links: planted effect in SDs by link; points: the same as it shows on a scale that ends at 0 and 10."""

    seed: int
    diary: Diary
    links: dict[LinkKey, float] = field(default_factory=dict)
    points: dict[LinkKey, float] = field(default_factory=dict)
    turns: list[tuple[str, str, date, float]] = field(default_factory=list)
    carried: list[tuple[str, str, str]] = field(default_factory=list)


def world(seed: int, days: int, *, empty: bool = False) -> World:
    """empty: nothing is linked to anything; all the rest (drift, turns, weekends) stays."""
    rng = np.random.default_rng(seed)
    start = date.fromordinal(738_000 + int(rng.integers(7)))
    weekend = ((np.arange(days) + start.weekday()) % 7 >= 5).astype(float)
    found = World(seed, Diary(start, days, OUTCOMES, NAMES, {}))
    factors = _reports(rng, _factors(rng, days, weekend))
    latent = _moods(rng, days, found, 0.0 if empty else float(rng.choice([0.0, 0.0, 0.15, 0.25])))
    for number, partner in enumerate("AB"):
        for outcome in range(3):
            latent[:, number, outcome] += _slow(rng, days, weekend)
            _turn(rng, found, latent[:, number, outcome], OUTCOMES[outcome], partner)
    if not empty:
        _plant(rng, found, factors, latent)
    centre = rng.uniform(4.5, 7.0, 3)
    for key, d in found.links.items():
        which, whose, owner = OUTCOMES.index(key[0]), "AB".index(key[1]), "AB".index(key[3])
        factor = factors[owner, :, NAMES.index(key[2])]
        found.points[key] = _on_the_scale(latent[:, whose, which], factor, d, float(centre[which]), key[2])
    found.diary = _answered(rng, found.diary, factors, latent, centre)
    return found


RATER_NAMES = ("t:real", *(f"t:{i}" for i in range(4)), *(f"h:{i}" for i in range(5)))
REAL: LinkKey = ("o:safety", "A", "t:real", "A")


def steady_rater(seed: int, days: int) -> World:
    """Nearly always 7; on a fifth of the days a trigger, and then four times in five 4."""
    rng = np.random.default_rng(seed)
    points = np.full(days, 7.0)
    other = rng.random(days) < 0.1
    points[other] += rng.choice([-2, -1, 1, 2], int(other.sum()))
    noted = _noted(rng, days, 0.2)
    points[(noted[:, 0] > 0) & (rng.random(days) < 0.8)] = 4.0
    return _rater(rng, points, noted, -2.4)


def rare_trigger(seed: int, days: int) -> World:
    """On one day in twenty a trigger, and then 3 points less."""
    rng = np.random.default_rng(seed)
    noted = _noted(rng, days, 0.05)
    level = 6.5 + ar(rng, days, 0.4, 1)[:, 0]
    points, without = (np.clip(np.round(level - drop * noted[:, 0]), 0, 10) for drop in (3, 0))
    there = noted[:, 0] > 0
    return _rater(rng, points, noted, float((points - without)[there].mean()) if there.any() else -3.0)


def weekday_rhythm(seed: int, days: int) -> World:
    """Each day of the week has its own level, and each factor its own day; nothing is linked."""
    rng = np.random.default_rng(seed)
    week = np.arange(days) % 7
    points = np.clip(np.round(5.5 + rng.normal(0, 1, 7)[week] + 1.2 * ar(rng, days, 0.4, 1)[:, 0]), 0, 10)
    its_day = rng.integers(0, 7, len(RATER_NAMES))
    usual = np.where(week[:, None] == its_day, 0.9, 0.1)
    return _rater(rng, points, (rng.random(usual.shape) < usual).astype(float), None)


def _noted(rng: Rng, days: int, share: float) -> Numbers:
    """(days, factors): the first on such a share of days, the others on a quarter."""
    shares = np.array([share, *[0.25] * (len(RATER_NAMES) - 1)])
    return (rng.random((days, len(RATER_NAMES))) < shares).astype(float)


def _rater(rng: Rng, points: Numbers, noted: Numbers, truth: float | None) -> World:
    """One person, a tenth of whose days are missed. truth: points of REAL, if it is linked."""
    missed = rng.random(len(points)) < 0.1
    points[missed], noted[missed] = np.nan, np.nan
    start = date.fromordinal(738_000 + int(rng.integers(7)))
    diary = Diary(start, len(points), ("o:safety",), RATER_NAMES, {"A": Partner(points[:, None], noted)})
    there = {} if truth is None else {REAL: truth}
    return World(0, diary, links=there, points=there)


def _on_the_scale(level: Numbers, factor: Numbers, d: float, centre: float, name: str) -> float:
    """What the factor's presence (or two standard deviations of it) changes, where the scale has ends."""
    if name.startswith("c:"):
        without, step = level - d / 2 * (factor - factor.mean()), d * float(factor.std())
        low, high = without - step / 2, without + step / 2
    else:
        low = level - d * factor
        high = low + d
    return float((np.clip(centre + POINTS * high, 0, 10) - np.clip(centre + POINTS * low, 0, 10)).mean())


def ar(rng: Rng, days: int, phi: float, columns: int, tail: float = np.inf) -> Numbers:
    """(days, columns) of unit variance; tail: degrees of freedom of the shocks."""
    shocks = rng.standard_normal((days + BEFORE, columns))
    if np.isfinite(tail):
        shocks /= np.sqrt(rng.chisquare(tail, shocks.shape) / tail * tail / (tail - 2))
    out = np.zeros_like(shocks)
    for day in range(1, len(out)):
        out[day] = phi * out[day - 1] + shocks[day] * np.sqrt(1 - phi**2)
    return out[BEFORE:]


def noise(rng: Rng, days: int, columns: int) -> Numbers:
    """(days, columns): an ordinary, a heavy-tailed or a long-remembering process."""
    kind = rng.choice(4, p=[0.2, 0.25, 0.4, 0.15])
    if kind == 0:
        return ar(rng, days, rng.uniform(0.3, 0.6), columns)
    if kind == 1:
        return ar(rng, days, rng.uniform(0.2, 0.5), columns, tail=3.0)
    if kind == 2:
        long = np.sqrt(0.35) * ar(rng, days, 0.96, columns) + np.sqrt(0.35) * ar(rng, days, 0.8, columns)
        return np.asarray(long + np.sqrt(0.3) * rng.standard_normal((days, columns)))
    mixed = np.sqrt(0.7) * ar(rng, days, 0.5, columns, tail=4.0)
    return np.asarray(mixed + np.sqrt(0.3) * rng.standard_t(3, (days, columns)) / np.sqrt(3))


def _factors(rng: Rng, days: int, weekend: Numbers) -> Numbers:
    """(days, factors): 0/1, or a process of unit variance for the rated ones."""
    found = np.zeros((days, len(NAMES)))
    for column, name in enumerate(NAMES):
        if name.startswith("c:"):
            drift = rng.choice([0.0, 0.0, 1.5]) * np.linspace(-0.5, 0.5, days)
            found[:, column] = noise(rng, days, 1)[:, 0] + drift
        else:
            found[:, column] = _present(rng, days, weekend)
    return found


def _present(rng: Rng, days: int, weekend: Numbers) -> Numbers:
    share = rng.uniform(0.10, 0.40)
    kind = rng.choice(6, p=[0.3, 0.14, 0.14, 0.14, 0.14, 0.14])
    if kind == 0:  # bursts: a few bad weeks
        wave = ar(rng, days, rng.uniform(0.8, 0.95), 1)[:, 0]
        return (rng.random(days) < np.where(wave > 0.7, 0.75, 0.05)).astype(float)
    usual = np.full(days, share)
    if kind == 1:  # a habit that grows, or ends
        usual = np.linspace(0.1, 0.6, days)[:: int(rng.choice([-1, 1]))]
    if kind == 2:
        usual = np.where(weekend > 0, 0.65, 0.15)
    if kind == 3:  # taken up part of the way
        usual = np.where(np.arange(days) > rng.uniform(0.25, 0.75) * days, 0.55, 0.1)
    cut = np.array([NormalDist().inv_cdf(1 - p) for p in usual])
    return np.asarray(ar(rng, days, rng.uniform(0.2, 0.6), 1)[:, 0] > cut, dtype=float)


def _moods(rng: Rng, days: int, found: World, carry: float) -> Numbers:
    """(days, 2, 3): each outcome is half the person's mood; partners share some; some carry over."""
    mood = noise(rng, days, 2)
    mood[:, 1] = 0.3 * mood[:, 0] + np.sqrt(0.91) * mood[:, 1]
    out = np.sqrt(0.5) * mood[:, :, None] + np.sqrt(0.5) * noise(rng, days, 6).reshape(days, 2, 3)
    if carry:
        outcome, to = int(rng.integers(3)), int(rng.integers(2))
        kept = rng.uniform(0.2, 0.5)
        own = out[:, to, outcome]
        extra = np.zeros(days)
        for day in range(1, days):
            extra[day] = kept * extra[day - 1] + carry * out[day - 1, 1 - to, outcome]
        out[:, to, outcome] = own + extra
        found.carried.append((OUTCOMES[outcome], "AB"[1 - to], "AB"[to]))
    return np.asarray(out)


def _slow(rng: Rng, days: int, weekend: Numbers) -> Numbers:
    drift = rng.normal(0, 0.4) * np.linspace(-0.5, 0.5, days)
    return np.asarray(drift + rng.choice([0.0, 0.0, 0.35]) * weekend)


def _turn(rng: Rng, found: World, level: Numbers, outcome: str, partner: str) -> None:
    for _ in range(int(rng.choice([0, 1, 2], p=[0.6, 0.3, 0.1]))):
        at = int(rng.uniform(0.15, 0.85) * len(level))
        change = float(rng.choice([-1, 1]) * rng.uniform(0.6, 1.2))
        level[at:] += change
        found.turns.append((outcome, partner, found.diary.day(at), change * POINTS))


def _reports(rng: Rng, factors: Numbers) -> Numbers:
    """(2, days, factors): what each notes; of what both note, one in four notes differs."""
    reports = np.array([factors, factors])
    both = np.array([owners == "AB" for _, owners in FACTORS])
    differs = (rng.random(factors.shape) < 0.25) & both
    other = factors[rng.permutation(len(factors))]
    reports[1] = np.where(differs, other, factors)
    return reports


def _plant(rng: Rng, found: World, factors: Numbers, latent: Numbers) -> None:
    """One or two links for each outcome of each person; two factors only copy planted ones."""
    sources = []
    for number, partner in enumerate("AB"):
        for outcome in range(3):
            for column in rng.choice(len(NAMES) - 2, int(rng.integers(1, 3)), replace=False) + 1:
                owners = FACTORS[column][1]
                sign = SIGN[NAMES[column][0]] or int(rng.choice([-1, 1]))
                d = float(rng.choice(SIZES)) * sign * (1 if rng.random() > 0.1 else -1)
                half = 0.5 if NAMES[column].startswith("c:") else 1.0
                owner = partner if partner in owners else owners[0]
                latent[:, number, outcome] += d * half * factors["AB".index(owner), :, column]
                key = (OUTCOMES[outcome], partner, NAMES[column], owner)
                found.links[key] = d
                sources.append(int(column))
    source = next((c for c in sources if not NAMES[c].startswith("c:")), None)
    if source is not None and not any(key[2] == NAMES[0] for key in found.links):
        copies = rng.random(factors.shape[1]) < 0.6
        factors[:, :, 0] = np.where(copies, factors[:, :, source], factors[:, :, 0])


def _answered(rng: Rng, diary: Diary, factors: Numbers, latent: Numbers, centre: Numbers) -> Diary:
    days = diary.days
    partners = {}
    for number, partner in enumerate("AB"):
        points = np.clip(np.round(centre + POINTS * latent[:, number]), 0, 10)
        missed = _missed(rng, latent[:, number].mean(axis=1))
        reported = np.array([partner in owners for _, owners in FACTORS])
        mine = np.where(reported, _seen(factors[number]), np.nan)
        points[missed] = np.nan
        mine[missed] = np.nan
        points[rng.random(points.shape) < 0.01] = np.nan
        partners[partner] = Partner(points, mine)
    return Diary(diary.start, days, diary.outcomes, diary.factors, partners)


def _seen(factors: Numbers) -> Numbers:
    rated = np.array([name.startswith("c:") for name in NAMES])
    points = np.clip(np.round(5 + 2 * factors), 0, 10)
    return np.where(rated, points, factors)


def _missed(rng: Rng, mood: Numbers) -> npt.NDArray[np.bool_]:
    """A fifth of the days, harder days more often; some stop for weeks and come back."""
    missed = rng.random(len(mood)) < 1 / (1 + np.exp(1.6 + 0.7 * mood / (mood.std() + 1e-9)))
    if rng.random() < 0.35 and len(mood) > 100:
        begin = int(rng.uniform(0.1, 0.8) * len(mood))
        missed[begin : begin + int(rng.integers(10, 45))] = True
    return np.asarray(missed)
