"""Busy times for the calendar address: without words, closed with the address itself.

The row can be opened with the address and the server's key file together, so neither the database nor the
server at rest can read it. Its owner's own circle keeps the address, so that it can be written anew.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import timezone

from stepwell.ground.notices.api import close_feed, feed_is, open_feed
from stepwell.ground.vault.api import (
    CannotOpen,
    Keyring,
    lookup,
    open_for_server,
    read,
    read_many,
    seal_for_server,
    write,
)
from stepwell.together.calendar.content import FeedV1, PlanV1, SpanV1
from stepwell.together.calendar.models import Busy, FeedLink, Plan

# What is over is of no use to a calendar.
KEPT_BEHIND = timedelta(days=31)
MOST = 2_000


class BusyTime(msgspec.Struct, frozen=True, omit_defaults=True):
    """A plan without its words."""

    key: str
    when: SpanV1
    rule: str = ""
    last: datetime | None = None
    more: tuple[datetime, ...] = ()
    out: tuple[datetime, ...] = ()


def begin(keyring: Keyring) -> str:
    """A new address that carries busy times, too; a former one ends. Gives its secret, to be shown once."""
    with transaction.atomic():
        token = open_feed(keyring.person_id)
        row = _link(keyring) or FeedLink(circle_id=keyring.own)
        write(keyring, row, FeedV1(token=token))
        row.save()
        _put(keyring, token)
    return token


def end(keyring: Keyring) -> None:
    """The address ends, and with it everything it carried."""
    with transaction.atomic():
        close_feed(keyring.person_id)
        forget(keyring.person_id)
        FeedLink.objects.within(keyring, keyring.own).delete()


def forget(person_id: UUID) -> None:
    """The address ended somewhere else: what it carried goes at once."""
    Busy.objects.filter(person_id=person_id).delete()


def carries(keyring: Keyring) -> bool:
    """Whether an address is in use that carries busy times."""
    return _token(keyring) is not None


def follow(keyring: Keyring) -> None:
    """After plans changed: what the address gives is written anew. Nothing where there is none."""
    token = _token(keyring)
    if token is not None:
        _put(keyring, token)


def _link(keyring: Keyring) -> FeedLink | None:
    row: FeedLink | None = FeedLink.objects.one(keyring, keyring.own)
    return row


def _token(keyring: Keyring) -> str | None:
    row = _link(keyring)
    if row is None:
        return None
    token = str(read(keyring, row).token)
    return token if feed_is(keyring.person_id, token) else None


def _put(keyring: Keyring, token: str) -> None:
    rows = list(Plan.objects.within(keyring, keyring.own))
    busy = list(_busy(zip(rows, read_many(keyring, rows), strict=True), token))[:MOST]
    closed = seal_for_server(f"busy {token}", msgspec.json.encode(busy))
    Busy.objects.update_or_create(person_id=keyring.person_id, defaults={"closed": closed})


def _busy(plans: Iterable[tuple[Plan, PlanV1]], token: str) -> Iterator[BusyTime]:
    since = (timezone.now() - KEPT_BEHIND).replace(tzinfo=None)
    for row, plan in plans:
        body = plan.body
        over = body.last if body.rule else (body.when.ends or body.when.starts)
        if plan.off is not None or (over is not None and not body.more and over < since):
            continue
        key = _key(token, row.id, "")
        out = (*body.out, *(one.was for one in body.moved))
        yield BusyTime(key, body.when, body.rule, body.last, body.more, out)
        for one in body.moved:
            if one.was not in body.out:
                yield BusyTime(_key(token, row.id, one.was.isoformat()), one.when)


def _key(token: str, plan: UUID, was: str) -> str:
    """Says nothing by itself, and stays the same for a plan: so calendars update and never double."""
    return lookup("busy", f"{token} {plan} {was}").hex()[:32]


def busy_of(person_id: UUID, token: str) -> list[BusyTime]:
    """As the address asks, without a keyring. Empty where it carries none."""
    row = Busy.objects.filter(person_id=person_id).first()
    if row is None:
        return []
    try:
        return msgspec.json.decode(open_for_server(f"busy {token}", bytes(row.closed)), type=list[BusyTime])
    except CannotOpen:
        return []
