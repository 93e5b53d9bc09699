"""What a person may say about mail and their calendar. Everything is off until they do."""

import secrets
from datetime import datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from stepwell.ground.notices import letters
from stepwell.ground.notices.feeds import tell_ended
from stepwell.ground.notices.models import (
    Asked,
    Due,
    Feed,
    MailAddress,
    MailOn,
    QuietHours,
    SentOn,
    Unconfirmed,
)
from stepwell.ground.notices.rules import rearm
from stepwell.ground.vault.api import lookup, seal_for_server

A_DAY, AN_HOUR = timedelta(days=1), timedelta(hours=1)
MOST_A_DAY = 3
ROWS = (MailAddress, Unconfirmed, MailOn, QuietHours, Due, SentOn, Feed, Asked)


def new_token() -> str:
    return secrets.token_urlsafe(24)


class EnoughQuestions(Exception):
    """This person asked as often as a day allows, or a question went to that address within the hour."""


def ask(person_id: UUID, address: str) -> None:
    """Send the one question to an address.

    Raises EnoughQuestions, with nothing changed and nothing sent, and OSError when the mail server does not
    take it.
    """
    asked = _count(person_id, address)
    token = new_token()
    Unconfirmed.objects.update_or_create(
        person_id=person_id,
        defaults={
            "address": seal_for_server("mail", address.encode()),
            "token": lookup("mail confirm", token),
            "until": timezone.now() + A_DAY,
        },
    )
    try:
        letters.send(letters.question(person_id, address, token))
    except OSError:
        # Nothing reached anybody: it may be tried again as soon as the mail server is back.
        asked.delete()
        raise


def _count(person_id: UUID, address: str) -> Asked:
    """A refusal counts towards the day as well: asking is no way to find out what others were asked."""
    now = timezone.now()
    Asked.objects.filter(at__lte=now - A_DAY).delete()
    found = lookup("mail asked", address.casefold())
    # Written before it is counted: fifty at once are fifty.
    this = Asked.objects.create(person_id=person_id, address=found, at=now)
    lately = Asked.objects.filter(address=found, at__gt=now - AN_HOUR).exclude(pk=this.pk)
    if Asked.objects.filter(person_id=person_id).count() > MOST_A_DAY or lately.exists():
        # It does not count for the address: nobody keeps another from giving theirs.
        Asked.objects.filter(pk=this.pk).update(address=b"")
        raise EnoughQuestions
    return this


def waiting(token: str, now: datetime | None = None) -> Unconfirmed | None:
    found = Unconfirmed.objects.filter(token=lookup("mail confirm", token)).first()
    return found if found and found.until > (now or timezone.now()) else None


def confirm(token: str) -> bool:
    """The address is the person's own from here, and mail is on. A link works once."""
    with transaction.atomic():
        found = waiting(token)
        if found is None or not Unconfirmed.objects.filter(pk=found.pk, token=found.token).delete()[0]:
            return False
        stop = new_token()
        MailAddress.objects.update_or_create(
            person_id=found.person_id,
            defaults={
                "address": found.address,
                "stop": lookup("mail stop", stop),
                "stop_token": seal_for_server("mail stop", stop.encode()),
            },
        )
        turn_on(found.person_id)
        return True


def turn_on(person_id: UUID) -> None:
    with transaction.atomic():
        if MailAddress.objects.filter(pk=person_id).exists():
            MailOn.objects.get_or_create(person_id=person_id)
            rearm(person_id)


def turn_off(person_id: UUID) -> None:
    with transaction.atomic():
        MailOn.objects.filter(pk=person_id).delete()
        rearm(person_id)


def who_stops(token: str) -> UUID | None:
    found = MailAddress.objects.filter(stop=lookup("mail stop", token)).first()
    return found.person_id if found else None


def keep_quiet(person_id: UUID, begins: time | None, ends: time | None) -> None:
    """Without both times there are no quiet hours."""
    if begins is None or ends is None or begins == ends:
        QuietHours.objects.filter(pk=person_id).delete()
        return
    QuietHours.objects.update_or_create(person_id=person_id, defaults={"begins": begins, "ends": ends})


def forget_address(person_id: UUID) -> None:
    with transaction.atomic():
        for rows in (MailAddress, Unconfirmed, MailOn):
            rows.objects.filter(pk=person_id).delete()
        rearm(person_id)


def open_feed(person_id: UUID) -> str:
    """A new calendar address. The former one, if any, stops working with this. Shown once, kept nowhere."""
    token = new_token()
    with transaction.atomic():
        tell_ended(person_id)
        Feed.objects.update_or_create(
            person_id=person_id, defaults={"token": lookup("feed", token), "since": timezone.now().date()}
        )
    return token


def close_feed(person_id: UUID) -> None:
    with transaction.atomic():
        tell_ended(person_id)
        Feed.objects.filter(pk=person_id).delete()


def feed_is(person_id: UUID, token: str) -> bool:
    """Whether this is the address that is in use."""
    return Feed.objects.filter(pk=person_id, token=lookup("feed", token)).exists()


def forget_all(person_id: UUID) -> None:
    for rows in ROWS:
        rows.objects.filter(person_id=person_id).delete()
