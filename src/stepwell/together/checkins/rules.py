"""When somebody likes to be invited: for their own page, and for work that has no keyring."""

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from stepwell.ground.notices.api import Rule
from stepwell.ground.people.api import zone_of
from stepwell.ground.spaces.api import Couple, open_among
from stepwell.ground.vault.api import Keyring
from stepwell.together.checkins.models import Times, Yes
from stepwell.together.checkins.weekdays import weekdays_of

BOTH = 2


@dataclass(frozen=True)
class Invited:
    """own: one's own times. agreed: those for two that both said yes to. All in this person's zone."""

    own: tuple[Rule, ...]
    agreed: tuple[Rule, ...]


def invited(keyring: Keyring, zone: ZoneInfo, couple: Couple | None) -> Invited:
    """As a page asks, in its own circle and that of two while it is open. Two queries."""
    two = couple.circle if couple is not None and not couple.paused else None
    said = Yes.objects.filter(circle_id=two).values_list("times_id", flat=True) if two else ()
    both = {times for times, count in Counter(said).items() if count == BOTH}
    rows = Times.objects.filter(circle_id__in=[keyring.own, *([two] if two else [])]).order_by("at")
    return _sorted([row for row in rows if row.circle_id != two or row.id in both], both, zone)


def rules(person_id: UUID) -> list[Rule]:
    """As background work asks: this person's own times, and those that hold for two in an open space."""
    mine = Yes.objects.filter(person_id=person_id)
    told = Yes.objects.filter(circle_id__in=mine.values("circle_id"), times_id__in=mine.values("times_id"))
    counts = Counter(told.values_list("circle_id", "times_id"))
    both = [which for which, count in counts.items() if count == BOTH]
    # While a space rests its times rest with it, so that neither learns what the other does meanwhile.
    there = open_among(circle for circle, _times in both) if both else frozenset()
    agreed = {times for circle, times in both if circle in there}
    rows = Times.objects.filter(Q(person_id=person_id) | Q(id__in=agreed)).order_by("at")
    found = _sorted(list(rows), agreed, zone_of(person_id))
    return list(dict.fromkeys([*found.own, *found.agreed]))


def _sorted(rows: Sequence[Times], agreed: Set[UUID], zone: ZoneInfo) -> Invited:
    rules = {row.id: Rule(row.at, weekdays_of(row.weekdays), zone) for row in rows}
    return Invited(
        tuple(rules[row.id] for row in rows if row.id not in agreed),
        tuple(rules[row.id] for row in rows if row.id in agreed),
    )
