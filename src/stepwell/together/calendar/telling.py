"""Days on which something two do again and again stood in the calendar, handed to what looks for patterns."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from stepwell.ground.people.api import today_of
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring, stamp_of
from stepwell.own.understanding.api import Source, Told
from stepwell.together.calendar.models import Ritual, RitualYes
from stepwell.together.calendar.rituals import agreed
from stepwell.together.calendar.slots import starts_between
from stepwell.together.calendar.words import title

KIND = "r:two:"


def source() -> Source:
    return Source("calendar", days=_days, stamp=_stamp, name=_name)


def _days(keyring: Keyring) -> Iterator[Told]:
    """Of what both say yes to, each time up to now that nobody left out. Whether it was done nobody tells."""
    couple = couple_of(keyring)
    if couple is None or couple.paused:
        return
    today = today_of(keyring.person_id)
    for ritual in agreed(keyring, couple):
        named = f"{KIND}{title(ritual.body, ritual.body.text.what)}"
        for starts in starts_between(ritual.body, date.min, today):
            yield Told(starts.date(), noted=(named,))


def _stamp(keyring: Keyring) -> str:
    couple = couple_of(keyring)
    if couple is None or couple.paused:
        return ""
    yes = RitualYes.objects.filter(circle_id=couple.circle).count()
    return f"{yes} {stamp_of(keyring, Ritual, couple.circle)}"


def _name(factor: str) -> str:
    if not factor.startswith(KIND):
        return ""
    return _("“{what}” in your calendar").format(what=factor.removeprefix(KIND))
