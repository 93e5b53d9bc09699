"""The days of agreements that the calendar draws beside plans: the next look, and the last day."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from stepwell.ground.vault.api import Keyring
from stepwell.together.agreements.api import in_force
from stepwell.together.calendar.api import Dated


def days_of_agreements(keyring: Keyring, first: date, last: date) -> Iterator[Dated]:
    """Both ends inclusive. Only what is in force: a day that is merely offered is nobody's yet."""
    for one in in_force(keyring):
        told = (
            (one.review_on, _("A look at “{title}”")),
            (one.until, _("The last day of “{title}”")),
        )
        for day, words in told:
            if day and first <= day <= last:
                yield Dated(day=day, at=None, label=words.format(title=one.title), url=one.url, mine=None)
