"""The door of this room: what the first page after sign-in shows of it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from stepwell.ground.notices.api import next_of_all
from stepwell.ground.people.api import Someone
from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import Keyring, read
from stepwell.together.checkins.content import AnswersV1
from stepwell.together.checkins.lines import Line, lines
from stepwell.together.checkins.models import CheckIn, Shared
from stepwell.together.checkins.rules import invited

__all__ = ["FromOther", "TodayView", "latest_shared_by_other", "today"]


@dataclass(frozen=True)
class TodayView:
    """next_at: the next time an invitation falls (aware, UTC), or None without times.
    joint: both chose that time.
    written_today: something of one's own was kept on this day, in the person's zone."""

    next_at: datetime | None
    joint: bool
    written_today: bool


@dataclass(frozen=True)
class FromOther:
    """The newest day the other shows something of. words: a text of theirs, or empty. lines: all of it.

    There is no hour in it, and nothing tells when it was written or shown.
    """

    name: str
    day: date
    words: str
    lines: tuple[Line, ...]


def today(keyring: Keyring, person: Someone, couple: Couple | None) -> TodayView:
    """A few short queries, none of them growing with the years. Raises Locked."""
    now = timezone.now()
    times = invited(keyring, person.zone, couple)
    agreed_at = next_of_all(times.agreed, now)
    next_at = min(filter(None, (next_of_all(times.own, now), agreed_at)), default=None)
    day = now.astimezone(person.zone).date()
    written = CheckIn.objects.one(keyring, keyring.own, day=day)
    joint = next_at is not None and next_at == agreed_at
    return TodayView(next_at, joint, written is not None)


def latest_shared_by_other(keyring: Keyring, couple: Couple | None) -> FromOther | None:
    """None when alone, while the space rests, and when nothing is shown: these look alike."""
    if couple is None or couple.paused:
        return None
    theirs = Shared.objects.within(keyring, couple.circle).filter(person_id=couple.partner_id)
    row = theirs.order_by("-day", "-id").first()
    if row is None:
        return None
    answers: AnswersV1 = read(keyring, row).answers
    return FromOther(couple.partner_name, row.day, answers.noticed or answers.intend, tuple(lines(answers)))
