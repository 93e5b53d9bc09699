"""The clock's work: who is due, and one mail to each. It holds no key, so it knows when and never what."""

import logging
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from stepwell.ground.notices import letters
from stepwell.ground.notices.models import Due, MailAddress, MailOn, QuietHours, SentOn
from stepwell.ground.notices.rules import next_moment
from stepwell.ground.notices.times import is_quiet
from stepwell.ground.people.api import today_of, zone_of
from stepwell.ground.vault.api import CannotOpen, open_for_server

log = logging.getLogger(__name__)

HANDFUL = 4
AT_ONCE = 100
# An invitation that comes late is noise.
TOO_LATE = timedelta(hours=1)
AGAIN_AFTER = (timedelta(minutes=2), timedelta(minutes=8), timedelta(minutes=20))
# A weekly rule falls within eight days; a later moment was worked out while the clock was wrong.
FAR = timedelta(days=9)


def tick(now: datetime | None = None) -> int:
    """Send what is due. Returns how many mails the mail server took. Any number of processes may call it."""
    now = now or timezone.now()
    _bring_back_from_the_future(now)
    due = list(Due.objects.filter(at__lte=now).order_by("at")[:AT_ONCE])
    return sum(_one(each, now) for each in due)


def _one(due: Due, now: datetime) -> bool:
    if not _claim(due, now) or now - due.moment > TOO_LATE or not _may_be_written_to(due, now):
        return False
    address = MailAddress.objects.filter(pk=due.person_id).first()
    if address is None:
        return False
    try:
        message = letters.invitation(
            due.person_id,
            open_for_server("mail", bytes(address.address)).decode(),
            open_for_server("mail stop", bytes(address.stop_token)).decode(),
        )
    except CannotOpen:
        log.warning("A mail address was sealed with another key file than this server's. No mail was sent.")
        return False
    try:
        letters.send(message)
    except OSError as error:
        log.warning("The mail server did not take a mail (%s).", type(error).__name__)
        _try_again(due, now)
        return False
    _count(due.person_id, now)
    return True


def _claim(due: Due, now: datetime) -> bool:
    """Move the row on to the next moment before anything is sent: of two processes one gets it.

    A crash in between loses one invitation, which is nothing; it never sends one twice.
    """
    mine = Due.objects.filter(pk=due.person_id, at=due.at, tries=due.tries)
    following = next_moment(due.person_id, now)
    if following is None:
        return bool(mine.delete()[0])
    return bool(mine.update(at=following, moment=following, tries=0))


def _try_again(due: Due, now: datetime) -> None:
    if due.tries >= len(AGAIN_AFTER):
        return
    at = now + AGAIN_AFTER[due.tries]
    following = next_moment(due.person_id, now)
    if following is None or following <= at or at - due.moment > TOO_LATE:
        return
    waiting = Due.objects.filter(pk=due.person_id, at=following, tries=0)
    waiting.update(at=at, moment=due.moment, tries=due.tries + 1)


def _may_be_written_to(due: Due, now: datetime) -> bool:
    if not MailOn.objects.filter(pk=due.person_id).exists():
        return False
    zone = zone_of(due.person_id)
    quiet = QuietHours.objects.filter(pk=due.person_id).first()
    if quiet and is_quiet(now, quiet.begins, quiet.ends, zone):
        return False
    today = now.astimezone(zone).date()
    sent = SentOn.objects.filter(person_id=due.person_id, day=today).values_list("count", flat=True).first()
    return (sent or 0) < HANDFUL


def _count(person_id: UUID, now: datetime) -> None:
    day = today_of(person_id, now=now)
    SentOn.objects.filter(person_id=person_id).exclude(day=day).delete()
    try:
        with transaction.atomic():
            SentOn.objects.create(person_id=person_id, day=day, count=1)
    except IntegrityError:
        SentOn.objects.filter(person_id=person_id, day=day).update(count=F("count") + 1)


def _bring_back_from_the_future(now: datetime) -> None:
    for due in Due.objects.filter(at__gt=now + FAR)[:AT_ONCE]:
        _claim(due, now)
