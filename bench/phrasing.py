"""Another way to say it: how long a draft takes, and how well drafts kept apart are told apart."""

from bench.clock import cpu_ms, p95
from bench.figure import Figure, Scale
from stepwell.insight.phrasing.api import look
from stepwell.insight.phrasing.baseline import by_keywords
from stepwell.insight.phrasing.examples import examples
from stepwell.insight.phrasing.measure import Score, score

A_DRAFT, LONGEST = 5.0, 1000.0
FOUND, ALARMS, MACRO = 0.90, 0.10, 0.65
# One stretch after another that much of the book has to look at.
HEAVY = (
    "you never do it because if you loved me i only said whatever so calm down or else you idiot but you too "
)


def figures(scale: Scale) -> list[Figure]:
    return [*_time(scale), *_told_apart()]


def _time(scale: Scale) -> list[Figure]:
    drafts = [one.text for one in examples()][:: 1 if scale.whole else 100]
    look(drafts[0])
    each = [cpu_ms(lambda text=text: look(text), 1) for text in drafts]
    mean, slow = sum(each) / len(each), p95(each)
    heavy = (HEAVY * 1000)[:100_000]
    whole = cpu_ms(lambda: look(heavy), 1)
    return [
        Figure(
            "a draft looked at",
            f"{mean:.1f} CPU-ms, the slowest twentieth from {slow:.1f}",
            f"Every labelled example once, {len(drafts)} drafts, rules and weights already read.",
            f"at most {A_DRAFT:g} CPU-ms",
            mean <= A_DRAFT,
        ),
        Figure(
            "a draft of 100,000 characters",
            f"{whole:.0f} CPU-ms",
            "One sentence without a stop, of words that most rules ask for.",
            f"at most {LONGEST:g} CPU-ms",
            whole <= LONGEST,
        ),
    ]


def _told_apart() -> list[Figure]:
    apart = [one for one in examples() if one.held_apart]
    rules, words = score(apart), score(apart, by_keywords)
    how = f"{len(apart)} labelled examples kept apart from the tuning of rules and weights."
    clean = "Drafts with nothing to mark, of the same."
    owned = "Drafts that own anger and pain, of the same."
    return [
        _at_least("drafts with something to mark, found", rules.found, FOUND, how),
        _at_most("false alarms", rules.alarms, ALARMS, clean),
        _at_most("false alarms on owned anger and pain", rules.owned, ALARMS, owned),
        _at_least("macro-F1 over the six kinds", rules.macro, MACRO, how),
        Figure("a list of forty words (baseline)", _in_short(words), "The same drafts in the same run."),
    ]


def _at_least(what: str, measured: float, aim: float, how: str) -> Figure:
    return Figure(what, f"{measured:.2f}", how, f"at least {aim:.2f}", measured >= aim)


def _at_most(what: str, measured: float, aim: float, how: str) -> Figure:
    return Figure(what, f"{measured:.2f}", how, f"at most {aim:.2f}", measured <= aim)


def _in_short(found: Score) -> str:
    return f"found {found.found:.2f}, false alarms {found.alarms:.2f}, macro-F1 {found.macro:.2f}"
