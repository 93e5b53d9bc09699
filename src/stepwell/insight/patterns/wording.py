"""Sentences. Each holds its number and its range, says on how many days it rests, and claims no more."""

import re

from stepwell.insight.patterns.diary import is_rated
from stepwell.insight.patterns.findings import Carried, Coverage, Turn, Weekend
from stepwell.insight.patterns.links import Link
from stepwell.insight.patterns.rounding import digits

# Not even in somebody's own name for a thing: a sentence of ours does not seem to say these.
UNSAID = re.compile(
    r"\b(caus(?:e[ds]?|ing)|because of|leads to|makes you|proves|guarantee[ds]?"
    r"|always|never|faults?|blam(?:e[ds]?|ing))\b",
    re.IGNORECASE,
)
ONLY_TOGETHER = "This shows they go together, not why."


def spoken(name: str) -> str:
    """A column's name as a person reads it; of a word that is left unsaid only its first letter stays."""
    words = " ".join(name[2:].replace("_", " ").split())
    words = UNSAID.sub(lambda found: f"{found[0][0]}…", words)
    return words if name.startswith("o:") else f"“{words}”"


def about_link(link: Link) -> str:
    """What a shown link says, with its number as the JSON has it."""
    places = digits(link.low, link.high)
    whose = f"{link.outcome_partner}’s {spoken(link.outcome)}"
    size = _points(link.effect, link.low, link.high, places)
    return f"{_when(link)}, {whose} was about {size}. {ONLY_TOGETHER}"


def about_withdrawn(link: Link) -> str:
    """What is said of a link that was there before."""
    return f"This no longer holds: the {link.n} days up to now do not show that {_pair(link)} go together."


def about_emerging(link: Link) -> str:
    """No number, since it is not one to rely on."""
    begun = f"Something may go together in {_pair(link)}."
    if not link.inseparable:
        return f"{begun} {link.n} days are not enough to say."
    names = [_noted(*whose) for whose in ((link.factor_partner, link.factor), *link.overlaps)]
    listed = ", ".join(names[:-1]) + f" and {names[-1]}"
    return f"{begun} In these {link.n} days, {listed} go together too closely to be told apart."


def _pair(link: Link) -> str:
    return f"{_noted(link.factor_partner, link.factor)} and {link.outcome_partner}’s {spoken(link.outcome)}"


def _noted(owner: str, factor: str) -> str:
    return f"{spoken(factor)} ({owner})"


def about_turn(turn: Turn) -> str:
    way = "higher" if turn.change > 0 else "lower"
    when = f"Between {turn.first.isoformat()} and {turn.last.isoformat()}"
    whose = f"{turn.partner}’s {spoken(turn.outcome)}"
    size = f"about {abs(turn.change):.1f} points {way}"
    return f"{when}, {whose} settled {size}. What turned it is not known from this."


def about_carried(carried: Carried) -> str:
    places = max(2, digits(carried.low, carried.high))
    size = _points(carried.effect, carried.low, carried.high, places)
    after = f"After a day when {carried.from_}’s {spoken(carried.outcome)} was one point higher"
    return f"{after}, {carried.to}’s was, the next day, about {size}. {ONLY_TOGETHER}"


def about_weekend(weekend: Weekend) -> str:
    way = "higher" if weekend.effect > 0 else "lower"
    whose = f"{weekend.partner}’s {spoken(weekend.outcome)}"
    return f"At weekends, {whose} was about {abs(weekend.effect):.1f} points {way} than on other days."


def about_coverage(partner: str, coverage: Coverage, days: int) -> str:
    return f"{partner} answered on {coverage.checkins} of {days} days."


def too_early(more: int | None) -> str:
    """more: about how many further days; None where that is not known."""
    if more is None:
        return "It is too early to tell. The days so far are few, and that is fine."
    return (
        f"It is too early to tell. After about {more} more days with an answer, something large would show."
    )


def _points(effect: float, low: float, high: float, places: int) -> str:
    way = "higher" if effect > 0 else "lower"
    ends = sorted((abs(low), abs(high)))
    if low < 0.0 < high:
        ends[0] = 0.0
    size, low_end, high_end = (f"{value:.{places}f}" for value in (abs(effect), *ends))
    return f"{size} points {way} (plausible range {low_end} to {high_end})"


def _when(link: Link) -> str:
    named = f"{link.factor_partner} noted {spoken(link.factor)}"
    if is_rated(link.factor):
        who = f"{link.factor_partner} rated {spoken(link.factor)}"
        return f"Over {link.n} days, when {who} two usual swings higher"
    return f"On the {link.n_with} days when {named}"
