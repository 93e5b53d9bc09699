"""Times for two, as the calendar draws them beside plans. One's own times stand on no page for two."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from stepwell.ground.people.api import zone_of
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.together.calendar.api import Dated
from stepwell.together.checkins.rules import invited


def dates(keyring: Keyring, first: date, last: date) -> Iterable[Dated]:
    """From `first` to `last`, both included; nothing while the space rests."""
    couple = couple_of(keyring)
    if couple is None or couple.paused:
        return
    agreed = invited(keyring, zone_of(keyring.person_id), couple).agreed
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        for rule in agreed:
            if day.weekday() in rule.weekdays:
                yield Dated(day, rule.at, _("A check-in, each alone"), reverse("checkins:times"), None)
