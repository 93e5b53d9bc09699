"""What a person is called: sealed under their own key, never in clear."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils import timezone

from stepwell.ground.people.models import Person
from stepwell.ground.vault.api import Content, Keyring, Kind, Master, change_state, get_state

NAME = "profile"


class ProfileV1(Content, frozen=True, kw_only=True):
    name: str


PROFILE = Kind("people.profile", ProfileV1)


@dataclass(frozen=True, slots=True)
class Someone:
    """The signed-in person, as pages need them."""

    id: UUID
    name: str
    zone: ZoneInfo
    language: str
    theme: str = ""

    @property
    def today(self) -> date:
        """What day it is where this person is."""
        return timezone.now().astimezone(self.zone).date()


def someone(row: Person, holder: Keyring | Master) -> Someone:
    kept = get_state(holder, NAME, PROFILE)
    return Someone(row.id, kept.name if kept else "", ZoneInfo(row.zone), row.language, row.theme)


def call(holder: Keyring | Master, name: str) -> None:
    called = ProfileV1(name=name)
    change_state(holder, NAME, PROFILE, lambda _earlier: called)


def zone_of(person_id: UUID) -> ZoneInfo:
    zone = Person.objects.filter(pk=person_id).values_list("zone", flat=True).first()
    return ZoneInfo(zone or "UTC")


def today_of(*people: UUID, now: datetime | None = None) -> date:
    """What day it is where somebody is; of several, where it is earliest: for none of them is it tomorrow."""
    moment = now or timezone.now()
    return min(moment.astimezone(zone_of(person)).date() for person in people)


def language_of(person_id: UUID) -> str:
    return Person.objects.filter(pk=person_id).values_list("language", flat=True).first() or "en"
