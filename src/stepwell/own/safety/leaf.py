"""Reading and turning the leaf. An ordinary day and a day of hard answers leave the same kind of trace.

The row's number is in clear. It begins each day at the day's own number with a draw by lot added, and goes
on by small draws. So one copy of the database tells the last day on which a leaf was turned, and everybody's
is turned on each day they open the program, whether or not they have ever looked at this room.
"""

import secrets
from collections.abc import Callable
from datetime import UTC, date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from stepwell.ground.vault.api import Conflict, Keyring, read, write
from stepwell.own.safety.content import LeafV1, filled
from stepwell.own.safety.models import Leaf

A_DAY = 4096
FIRST_DRAW, NEXT_DRAW = 2048, 16
EPOCH = date(1970, 1, 1)

Change = Callable[[LeafV1], LeafV1]


def today() -> date:
    """The day by which this room counts, the same everywhere: it has no use for anybody's hour."""
    now: datetime = timezone.now()
    return now.astimezone(UTC).date()


def leaf_of(keyring: Keyring) -> LeafV1:
    """What stands on this person's leaf; an empty one where they have none yet. Raises Locked."""
    row = Leaf.objects.one(keyring, keyring.own)
    return read(keyring, row) if row else LeafV1()


def change(keyring: Keyring, how: Change) -> LeafV1:
    """Read, change, write as one step. Raises TooMuch when it would not fit, Conflict after many others."""
    for _ in range(5):
        try:
            with transaction.atomic():
                return _change(keyring, how)
        except IntegrityError:
            continue  # the first leaf was made meanwhile
    raise Conflict


def turn_over(keyring: Keyring) -> None:
    """Called where everybody passes each day: makes the leaf, or turns it, once a day. It changes no word."""
    row = Leaf.objects.one(keyring, keyring.own)
    if row is not None and row.version >= _day_number():
        return
    change(keyring, lambda leaf: leaf)


def _change(keyring: Keyring, how: Change) -> LeafV1:
    row = Leaf.objects.hold(keyring, keyring.own)
    before: LeafV1 = read(keyring, row) if row else LeafV1()
    after = filled(how(before))
    new = row is None
    row = row or Leaf(circle_id=keyring.own)
    # `write` counts one up from here. The row is held, so nobody else can have turned it meanwhile.
    row.version = _next_number(row.version) - 1
    write(keyring, row, after)
    row.save(force_insert=new, force_update=not new)
    return after


def _day_number() -> int:
    return (today() - EPOCH).days * A_DAY


def _next_number(before: int) -> int:
    if before < _day_number():
        return _day_number() + secrets.randbelow(FIRST_DRAW)
    return before + 1 + secrets.randbelow(NEXT_DRAW)
