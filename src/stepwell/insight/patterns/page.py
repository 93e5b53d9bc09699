"""The findings as a page of plain text, for people."""

from collections.abc import Iterable

from stepwell.insight.patterns import wording
from stepwell.insight.patterns.findings import Findings
from stepwell.insight.patterns.links import Link
from stepwell.insight.patterns.states import State, more_days, state

FOOT = (
    "Days that resemble their neighbours, slow drift, weekends and missed days are allowed for;\n"
    "so is the number of things that were looked at. Most of what is true and small stays unseen.\n"
    "A link on the same day does not say which came first."
)


def page(findings: Findings) -> str:
    """UTF-8 text that ends with a newline."""
    shown = [link for link in findings.links if link.shown]
    parts = [
        f"{findings.days} days, up to {findings.as_of.isoformat()}",
        "\n".join(wording.about_coverage(p, c, findings.days) for p, c in findings.coverage.items()),
        _section("What goes along with better days", (wording.about_link(x) for x in shown if x.effect > 0)),
        _section("What goes along with harder days", (wording.about_link(x) for x in shown if x.effect <= 0)),
        _section("What is turning", (wording.about_turn(x) for x in findings.turns if x.shown)),
        _section(
            "What carries over between the two",
            (wording.about_carried(x) for x in findings.carried if x.shown),
        ),
        _section(
            "What comes round each week", (wording.about_weekend(x) for x in findings.weekends if x.shown)
        ),
        _section("What no longer holds", _withdrawn(findings.links)),
        _section("What may be emerging", _emerging(findings.links)),
        _rest(findings),
        FOOT,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(heading: str, sentences: Iterable[str]) -> str:
    lines = [f"  {sentence}" for sentence in sentences]
    return "\n".join([heading, *lines]) if lines else ""


def _withdrawn(links: Iterable[Link]) -> Iterable[str]:
    return (wording.about_withdrawn(link) for link in links if state(link) is State.WITHDRAWN)


def _emerging(links: Iterable[Link]) -> Iterable[str]:
    return (wording.about_emerging(link) for link in links if state(link) is State.EMERGING)


def _rest(findings: Findings) -> str:
    states = [state(link) for link in findings.links]
    unclear = states.count(State.NOTHING_CLEAR)
    lines = []
    if State.SUPPORTED not in states and (not states or State.TOO_EARLY in states):
        more = [days for link in findings.links if link.enough and (days := more_days(link)) is not None]
        lines.append(wording.too_early(min(more) if more else None))
    if unclear:
        lines.append(f"Nothing clear yet for {unclear} of the {len(states)} pairs that were looked at.")
    return "\n".join(lines)
