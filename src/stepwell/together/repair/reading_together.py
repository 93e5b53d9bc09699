"""The plan for storms, on the page of a month that two read together."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import in_words
from stepwell.ground.vault.api import Keyring
from stepwell.together.between.api import Chapter, Line, Month
from stepwell.together.repair.shelf import shown


def chapter() -> Chapter:
    return Chapter("repair", gettext_lazy("The plan for storms"), 35, _lines)


def _lines(keyring: Keyring, month: Month) -> Iterator[Line]:
    """That it came into force, where it did in this month; what stands in it has its own page."""
    standing = shown(keyring, month.couple).standing
    if standing and month.holds(day := standing.since.astimezone(month.zone).date()):
        yield Line(_("In force since {day}, signed by both.").format(day=in_words(day, "date")))
