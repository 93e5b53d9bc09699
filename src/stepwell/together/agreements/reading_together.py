"""What was agreed in one month, for the page that two read together."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import in_words
from stepwell.ground.vault.api import Keyring
from stepwell.together.agreements.content import StepV1
from stepwell.together.agreements.shelf import leaves, today_of_both
from stepwell.together.between.api import Chapter, Line, Month

# What both know of: an offer and a signature of one are on the way still.
SENTENCES = {
    "in-force": gettext_lazy("In force since {day}, signed by both."),
    "reviewed": gettext_lazy("Looked at again on {day}, and still right for both."),
    "withdrawn": gettext_lazy("Ended on {day}."),
    "expired": gettext_lazy("Ran out on {day}."),
}
CHANGED = gettext_lazy("Changed, and in force so since {day}, signed by both.")


def chapter() -> Chapter:
    return Chapter("agreements", gettext_lazy("What we agreed"), 30, _lines)


def _lines(keyring: Keyring, month: Month) -> Iterator[Line]:
    today = today_of_both(keyring, month.couple, timezone.now())
    found = []
    for leaf in leaves(keyring, month.couple, today):
        if leaf.circle != month.circle:
            continue
        told = [(step, seen) for seen, step in _seen(leaf.head.steps)]
        inside = [one for one in told if month.holds(one[0].at.astimezone(month.zone).date())]
        if inside:
            title = leaf.standing.title if leaf.standing else leaf.head.title
            more = tuple(_sentence(step, month, again=again) for step, again in inside)
            found.append((inside[0][0].at, Line(_("“{title}”").format(title=title), more)))
    yield from (line for _at, line in sorted(found, key=lambda one: (one[0], one[1].words)))


def _seen(steps: tuple[StepV1, ...]) -> Iterator[tuple[bool, StepV1]]:
    """Each step that both know of and that stood, and whether it came into force before."""
    before = False
    for at, step in enumerate(steps):
        back = (later.what == "hand-back" and later.number == step.number for later in steps[at:])
        if step.what in SENTENCES and not (step.what == "in-force" and any(back)):
            yield before, step
            before = before or step.what == "in-force"


def _sentence(step: StepV1, month: Month, *, again: bool) -> str:
    words = CHANGED if again and step.what == "in-force" else SENTENCES[step.what]
    return str(words).format(day=in_words(step.at.astimezone(month.zone).date(), "date"))
