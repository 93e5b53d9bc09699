"""Talks, on the page of a month that two read together: that they were had, and nothing of what was said."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import in_words
from stepwell.ground.vault.api import Keyring
from stepwell.together.between.api import Chapter, Line, Month
from stepwell.together.dialogue.models import Taken, Talk


def chapter() -> Chapter:
    return Chapter("talks", gettext_lazy("Talks"), 60, _lines)


def _lines(keyring: Keyring, month: Month) -> Iterator[Line]:
    """Of a talk whose words went, and of which nobody showed anything, nothing is left to tell it by."""
    within = {"day__gte": month.first, "day__lte": month.last}
    kept = Talk.objects.within(keyring, month.circle).filter(over=True, **within)
    shown = Taken.objects.within(keyring, month.circle).filter(**within)
    for day in sorted({*kept.values_list("day", flat=True), *shown.values_list("day", flat=True)}):
        yield Line(_("You talked on {day}.").format(day=in_words(day, "date")))
