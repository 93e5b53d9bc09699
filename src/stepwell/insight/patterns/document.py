"""The JSON document, "patterns/1". The same findings give the same bytes."""

import json

from stepwell.insight.patterns.diary import is_rated
from stepwell.insight.patterns.findings import Carried, Findings, Staying, Turn, Weekend
from stepwell.insight.patterns.links import Link
from stepwell.insight.patterns.rounding import digits, number, significant
from stepwell.insight.patterns.states import state
from stepwell.insight.patterns.wording import about_link

LEVEL = 0.9


def in_bytes(findings: Findings) -> bytes:
    """One line of UTF-8 JSON, without a newline."""
    text = json.dumps(document(findings), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8")


def document(findings: Findings) -> dict[str, object]:
    return {
        "schema": "patterns/1",
        "n_days": findings.days,
        "as_of": findings.as_of.isoformat(),
        "partners": {
            name: {"checkins": c.checkins, "coverage": number(c.share, 2)}
            for name, c in findings.coverage.items()
        },
        "links": [_link(link) for link in findings.links],
        "turning_points": [_turn(turn) for turn in findings.turns],
        "inertia": [_staying(staying) for staying in findings.staying],
        "cross_partner": [_carried(carried) for carried in findings.carried],
        "rhythm": [_weekend(weekend) for weekend in findings.weekends],
    }


def _link(link: Link) -> dict[str, object]:
    places = digits(link.low, link.high)
    found: dict[str, object] = {
        "outcome": link.outcome,
        "outcome_partner": link.outcome_partner,
        "factor": link.factor,
        "factor_partner": link.factor_partner,
        "lag": 0,
        "direction": "raises" if link.effect > 0 else "lowers",
        "effect": number(link.effect, places),
        "unit": "plus_two_sd" if is_rated(link.factor) else "present_vs_absent",
        "ci": [number(link.low, places), number(link.high, places)],
        "level": LEVEL,
        "evidence": significant(link.evidence),
        "n": link.n,
        "n_with": link.n_with,
        "n_without": link.n_without,
        "reported": link.shown,
        "state": str(state(link)),
        "overlaps_with": _overlaps(link),
    }
    if link.shown:
        found["text"] = about_link(link)
    return found


def _overlaps(link: Link) -> list[str]:
    """Names of factors; the partner stands behind only where the other notes a thing of the same name."""
    told = (f"{name} ({owner})" if name == link.factor else name for owner, name in link.overlaps)
    return list(dict.fromkeys(told))


def _turn(turn: Turn) -> dict[str, object]:
    return {
        "outcome": turn.outcome,
        "partner": turn.partner,
        "date": turn.day.isoformat(),
        "date_range": [turn.first.isoformat(), turn.last.isoformat()],
        "change": number(turn.change, 1),
        "reported": turn.shown,
    }


def _staying(staying: Staying) -> dict[str, object]:
    return {
        "outcome": staying.outcome,
        "partner": staying.partner,
        "phi": number(staying.phi, 2),
        "ci": [number(staying.low, 2), number(staying.high, 2)],
    }


def _carried(carried: Carried) -> dict[str, object]:
    return {
        "outcome": carried.outcome,
        "from": carried.from_,
        "to": carried.to,
        "effect": number(carried.effect, 2),
        "ci": [number(carried.low, 2), number(carried.high, 2)],
        "reported": carried.shown,
    }


def _weekend(weekend: Weekend) -> dict[str, object]:
    return {
        "outcome": weekend.outcome,
        "partner": weekend.partner,
        "kind": "weekend",
        "effect": number(weekend.effect, 2),
        "reported": weekend.shown,
    }
