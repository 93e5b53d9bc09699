"""What is added to a record, and how words are erased from it."""

from collections.abc import Mapping, Sequence
from datetime import UTC
from os import urandom
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from msgspec.structs import replace

from stepwell.ground.record.bound import told
from stepwell.ground.record.content import EventV1
from stepwell.ground.record.following import event_of, opened, up_to_date
from stepwell.ground.record.models import Event as Row
from stepwell.ground.record.models import Pen
from stepwell.ground.record.plain import canonical_words
from stepwell.ground.record.seen import remember
from stepwell.ground.record.shapes import Event, Head, NotSigned
from stepwell.ground.record.verify import KIND, committed, link
from stepwell.ground.spaces.api import names_in
from stepwell.ground.vault.api import Keyring, NoSeat, save_written, seats, sign, write

TAKEN_OUT = "record.words-taken-out"


def append(keyring: Keyring, circle: UUID, kind: str, text: Mapping[str, Any]) -> Event:
    """Add an event, signed by this person, inside the transaction of what it records.

    kind: small letters, as "agreement.signed". text: plain JSON (words, whole numbers, true, false, null,
    lists, and objects with words as names); it says all that one may want to know later. Others wait until
    that transaction ends. Raises Broken, ChangedIdentity, NoSeat; RuntimeError outside of a transaction and
    ValueError for a kind or a text of another shape.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("An event is added inside the transaction of what it records.")
    if not KIND.fullmatch(kind) or len(kind) > 64:
        raise ValueError(f"{kind!r} is no kind of event.")
    words = canonical_words(text)
    _hold_pen(keyring, circle)
    chain, _seen = up_to_date(keyring, circle)
    # The order is by number. A clock that was set back does not make an event older than the one before it.
    time = max(chain.time, timezone.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    r, me = urandom(32), keyring.person_id
    c = committed(r, words)
    h = link(circle.bytes, chain.i + 1, chain.h, time, kind, me.bytes, c)
    row = Row(circle_id=circle, i=chain.i + 1, h=h)
    content = EventV1(
        time=time,
        kind=kind,
        signer=me,
        name=names_in(keyring, circle).get(me, ""),
        c=c,
        signature=sign(keyring, h),
        text=words.decode(),
        r=r,
    )
    write(keyring, row, content)
    save_written(row)
    remember(keyring, circle, Head(row.i, h))
    return event_of(told(Head(row.i, h), content), content.name)


def erase(keyring: Keyring, circle: UUID, i: Sequence[int]) -> None:
    """Drop the words of these events and the key that fixed them. Each stays as a place that says so.

    Only words that this person signed, and only while everybody who signed has a seat: whoever left could not
    open the row again. To take away what two agreed, each erases their own. Raises NotSigned, NoSeat.
    """
    with transaction.atomic():
        _hold_pen(keyring, circle)
        rows = list(Row.objects.within(keyring, circle).filter(i__in=i))
        if len(rows) != len(set(i)):
            raise NotSigned
        for row in rows:
            content = opened(keyring, row)
            if content is None or content.signer != keyring.person_id or not _all_there(keyring, circle):
                raise NotSigned
            if content.text is not None:
                write(keyring, row, replace(content, text=None, r=None))
                save_written(row)


def take_out(keyring: Keyring, circle: UUID, i: int) -> None:
    """Erase the words of one event, and add an event that says so: what was taken out, by whom and when can
    be seen by both. Done twice it is done once. Raises Broken, NotSigned, NoSeat, ChangedIdentity."""
    with transaction.atomic():
        _hold_pen(keyring, circle)
        row = Row.objects.one(keyring, circle, i=i)
        content = opened(keyring, row) if row is not None else None
        if content is None or content.signer != keyring.person_id or content.kind == TAKEN_OUT:
            raise NotSigned
        if content.text is not None:
            erase(keyring, circle, [i])
            append(keyring, circle, TAKEN_OUT, {"event": i})


def may_take_out(keyring: Keyring, event: Event) -> bool:
    """Whether these are words of this person. While both have a seat they may take them out."""
    return event.signer == keyring.person_id and event.text is not None and event.kind != TAKEN_OUT


def both_there(keyring: Keyring, circle: UUID) -> bool:
    return circle in keyring.seated and _all_there(keyring, circle)


def _all_there(keyring: Keyring, circle: UUID) -> bool:
    return len(seats(keyring, circle)) > 1


def _hold_pen(keyring: Keyring, circle: UUID) -> None:
    if circle not in keyring.seated:
        raise NoSeat
    Pen.objects.select_for_update().get_or_create(circle_id=circle)
