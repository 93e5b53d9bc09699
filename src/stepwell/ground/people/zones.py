"""The time zones that somebody may live in, by region."""

from collections.abc import Sequence
from functools import cache
from zoneinfo import available_timezones

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Options = list[tuple[str, str]]
Groups = Sequence[tuple[str | Promise, str | Options]]

UTC = "UTC"
REGIONS: dict[str, str | Promise] = {
    "Africa": _("Africa"),
    "America": _("America"),
    "Antarctica": _("Antarctica"),
    "Arctic": _("Arctic"),
    "Asia": _("Asia"),
    "Atlantic": _("Atlantic"),
    "Australia": _("Australia"),
    "Europe": _("Europe"),
    "Indian": _("Indian Ocean"),
    "Pacific": _("Pacific"),
}


def town(zone: str) -> str:
    """ "Buenos Aires" with its country first, where the zone names one."""
    return zone.partition("/")[2].replace("_", " ").replace("/", " – ") or zone


@cache
def _towns() -> dict[str, Options]:
    """Read from the disk once: there are six hundred."""
    found: dict[str, Options] = {region: [] for region in REGIONS}
    for zone in sorted(available_timezones()):
        region = zone.partition("/")[0]
        if region in found and region != zone:
            found[region].append((zone, town(zone)))
    return found


def groups() -> Groups:
    """Options for a list to pick from: UTC, then each region with its towns."""
    return [(UTC, UTC), *((REGIONS[region], towns) for region, towns in _towns().items())]


def groups_with(zone: str) -> Groups:
    """The same, and `zone` too where it goes by an older name: nobody is moved by opening a page."""
    listed = zone == UTC or any(zone == one for towns in _towns().values() for one, _town in towns)
    return groups() if listed else [(zone, zone.replace("_", " ")), *groups()]
