"""How somebody is now, by their own word, and what follows from it for them alone."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from stepwell.ground.vault.api import Keyring, read, read_many
from stepwell.own.selfcare.content import GaugeV1
from stepwell.own.selfcare.keeping import keep_once
from stepwell.own.selfcare.models import Gauge
from stepwell.own.selfcare.practice import State

# A state is a state of now: what somebody pressed in the morning says nothing about the evening.
FRESH = timedelta(hours=4)
TOO_MUCH = 7
A_LOT = 8
LATELY = timedelta(days=7)


@dataclass(frozen=True)
class Now:
    """state: over, inside or numb. distress: 0 to 10 where it was given with `over`. at: aware."""

    state: State
    distress: int | None
    at: datetime


def keep(
    keyring: Keyring, *, form_id: UUID, state: State, distress: int | None = None, now: datetime
) -> UUID:
    """Keep how somebody is. `now` is their wall clock. Raises EnoughForToday."""
    told = GaugeV1(
        state=state,
        distress=distress if state == "over" else None,
        at=now.replace(microsecond=0),
    )
    return keep_once(keyring, Gauge, form_id, now.date(), lambda: told)


def now(keyring: Keyring) -> Now | None:
    """The gauge that was kept last, if it is a few hours old at most. Raises Locked."""
    row = Gauge.objects.newest(keyring, keyring.own)
    if row is None:
        return None
    kept: GaugeV1 = read(keyring, row)
    # A clock may have been set back or forth: what lies a little ahead is as fresh as what lies behind.
    if abs(timezone.now() - kept.at) > FRESH:
        return None
    return Now(kept.state, kept.distress, kept.at)


def too_much(keyring: Keyring) -> bool:
    """Whether this person is over the edge of what they can take in now: 7 or more, or numb.

    Joint tasks then stop for them, and nothing of it is told to anybody else.
    """
    found = now(keyring)
    return found is not None and (found.state == "numb" or (found.distress or 0) >= TOO_MUCH)


def often_a_lot(keyring: Keyring) -> bool:
    """Whether somebody kept 8 or more twice within a week: then a person to talk to may help more."""
    since = timezone.now() - LATELY
    rows = Gauge.objects.within(keyring, keyring.own).filter(day__gte=since.date() - timedelta(days=1))
    kept = read_many(keyring, rows)
    return sum(1 for gauge in kept if gauge.at >= since and (gauge.distress or 0) >= A_LOT) > 1


def delete(keyring: Keyring, gauge: UUID) -> None:
    """Raises Gauge.DoesNotExist for another's as for none."""
    Gauge.objects.within(keyring, keyring.own).get(id=gauge).delete()
