"""Findings that their reader does not want before them. They are told again when they are asked for."""

from collections.abc import Callable

from django.db import IntegrityError, transaction
from msgspec.structs import replace

from stepwell.ground.vault.api import Keyring, read, write
from stepwell.own.understanding.content import AwayOneV1, AwayV1, TurnV1, Why
from stepwell.own.understanding.models import Away

MOST = 400
WEEKEND = "weekend"
Changing = Callable[[AwayV1], tuple[AwayOneV1, ...]]


def away(keyring: Keyring) -> AwayV1:
    """Raises Locked."""
    row = Away.objects.one(keyring, keyring.own)
    return read(keyring, row) if row else AwayV1()


def turn_key(turn: TurnV1) -> str:
    """Names a turn for as long as its span and its direction hold, see `is_of`."""
    way = "up" if turn.change > 0 else "down"
    return f"turn {way} {turn.first.isoformat()} {turn.last.isoformat()}"


def is_of(kept: str, key: str) -> bool:
    """Whether what was put away is this finding. The span of a turn shifts a little as days come in: it is
    the same turn while the spans have a day in common and it goes the same way."""
    if not kept.startswith("turn ") or not key.startswith("turn "):
        return kept == key
    (_, way, first, last), (_, other_way, other_first, other_last) = kept.split(), key.split()
    return way == other_way and first <= other_last and other_first <= last


def one_of(kept: AwayV1, signal: str, key: str) -> AwayOneV1 | None:
    return next((one for one in kept.away if one.signal == signal and is_of(one.key, key)), None)


def put_away(keyring: Keyring, signal: str, key: str, why: Why) -> None:
    """Pressed twice it is put away once; the later why stands."""
    _change(keyring, lambda kept: (*_without(kept, signal, key), AwayOneV1(signal=signal, key=key, why=why)))


def bring_back(keyring: Keyring, signal: str, key: str) -> None:
    """What was not put away stays where it is."""
    _change(keyring, lambda kept: _without(kept, signal, key))


def _without(kept: AwayV1, signal: str, key: str) -> tuple[AwayOneV1, ...]:
    return tuple(one for one in kept.away if one.signal != signal or not is_of(one.key, key))


def _change(keyring: Keyring, how: Changing) -> None:
    for last_try in (False, True):
        try:
            with transaction.atomic():
                row = Away.objects.hold(keyring, keyring.own)
                before: AwayV1 = read(keyring, row) if row else AwayV1()
                after = replace(before, away=how(before)[-MOST:])
                if after != before:
                    row = row or Away(circle_id=keyring.own)
                    write(keyring, row, after)
                    row.save()
            return
        except IntegrityError:  # the same person, in another tab, made the row first
            if last_try:
                raise
