"""When somebody likes to be invited, for work that has a bare person id and no keyring."""

from uuid import UUID
from zoneinfo import ZoneInfo

from stepwell.ground.notices.api import Rule
from stepwell.ground.people.api import zone_of
from stepwell.together.checkins.models import Times, Yes
from stepwell.together.checkins.schedule import Weekly, weekdays_of


def own_rules(person_id: UUID, zone: ZoneInfo) -> list[Weekly]:
    return [_weekly(row, zone) for row in Times.objects.filter(person_id=person_id).order_by("at")]


def agreed_rules(person_id: UUID, zone: ZoneInfo) -> list[Weekly]:
    """The times for two that both said yes to, in this person's zone."""
    said = Yes.objects.filter(person_id=person_id).values_list("circle_id", "times_id")
    return [
        _weekly(row, zone)
        for circle, times in said
        if Yes.objects.filter(circle_id=circle, times_id=times).count() == 2
        for row in Times.objects.filter(circle_id=circle, id=times)
    ]


def rules(person_id: UUID) -> list[Weekly]:
    """When this person likes to be invited: their own times, and those that hold for two, each once."""
    zone = zone_of(person_id)
    return list(dict.fromkeys([*own_rules(person_id, zone), *agreed_rules(person_id, zone)]))


def for_notices(person_id: UUID) -> list[Rule]:
    """The same for background work, which has no keyring and learns only when."""
    return [Rule(rule.at, rule.weekdays, rule.zone) for rule in rules(person_id)]


def _weekly(row: Times, zone: ZoneInfo) -> Weekly:
    return Weekly(row.at, weekdays_of(row.weekdays), zone)
