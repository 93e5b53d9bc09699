"""python -m bench.phrasing_beside: another way to say it, beside a sentiment lexicon and sentence embeddings.

All on the same drafts in the same run. What it is measured beside is fetched once, by hash, into a folder of
its own: no part of Stepwell depends on it.
"""

import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from bench.minilm import MiniLM
from stepwell.insight.phrasing.examples import Example, examples
from stepwell.insight.phrasing.measure import Finder, score, told
from stepwell.insight.phrasing.rules import KINDS

FOLDER = Path(".stamps/beside")
WANTED = Path(__file__).with_suffix(".txt")
# What its authors call negative.
NEGATIVE = -0.05
# Strength of the ridge, and how sure one kind has to be.
RIDGE, SURE = 0.1, 0.5


def fetch() -> None:
    if not (FOLDER / "tokenizers").exists():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes"]
        subprocess.run([*pip, "--target", str(FOLDER), "-r", str(WANTED)], check=True)
    sys.path.insert(0, str(FOLDER))


def by_lexicon() -> Callable[[str], bool]:
    """VADER marks a draft whose compound score is negative. It knows no kinds."""
    analyzer: Any = import_module("vaderSentiment.vaderSentiment").SentimentIntensityAnalyzer()
    return lambda text: analyzer.polarity_scores(text)["compound"] <= NEGATIVE


def by_embeddings(model: MiniLM, learnt: Sequence[Example]) -> Finder:
    """One logistic regression for each kind over the embedding of the whole draft, classes weighed alike."""
    seen = model.encode([one.text for one in learnt])
    weights = {kind: _logistic(seen, np.array([kind in one.kinds for one in learnt])) for kind in KINDS}

    def finder(text: str) -> frozenset[str]:
        spot = np.append(model.encode([text])[0], 1.0)
        return frozenset(kind for kind, w in weights.items() if 1 / (1 + np.exp(-(spot @ w))) > SURE)

    return finder


def _logistic(seen: Any, wanted: Any) -> Any:
    rows = np.hstack([seen, np.ones((len(seen), 1))])
    weigh = np.where(wanted, 0.5 / wanted.mean(), 0.5 / (1 - wanted.mean()))
    sign = np.where(wanted, 1.0, -1.0)

    def loss(w: Any) -> tuple[float, Any]:
        margin = sign * (rows @ w)
        ridge = w * np.append(np.full(len(w) - 1, RIDGE), 0.0)
        slope = rows.T @ (-weigh * sign / (1 + np.exp(margin)))
        return float((weigh * np.logaddexp(0, -margin)).sum() + ridge @ w / 2), slope + ridge

    return minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x


def main() -> int:
    fetch()
    every = examples()
    apart = [one for one in every if one.held_apart]
    learnt = [one for one in every if not one.held_apart]
    sys.stdout.write(told("rules", score(apart)) + "\n")
    negative = by_lexicon()
    found = [negative(one.text) for one in apart if one.kinds]
    alarms = [negative(one.text) for one in apart if not one.kinds]
    sys.stdout.write(
        f"VADER: {len(apart)} drafts, found {sum(found) / len(found):.3f}, "
        f"false alarms {sum(alarms) / len(alarms):.3f}, kinds unknown to it\n"
    )
    sys.stdout.write(told("embeddings", score(apart, by_embeddings(MiniLM(FOLDER), learnt))) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
