"""A sealed model of which each person has one row, in their own circle; the room's constraint says so."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.db import IntegrityError, transaction

from stepwell.ground.vault.content import Content
from stepwell.ground.vault.keyring import Keyring
from stepwell.ground.vault.rows import SealedRow, read, write

R = TypeVar("R", bound=SealedRow)
C = TypeVar("C", bound=Content)


def read_own(keyring: Keyring, model: type[R], empty: C) -> C:
    """What stands in this person's row; `empty` where there is none. Raises Locked, CannotOpen."""
    row = _rows(model).one(keyring, keyring.own)
    return read(keyring, row) if row else empty


def hold_own(keyring: Keyring, model: type[R], empty: C) -> tuple[R, C]:
    """The row of this person with its content, held until the transaction ends; made where none is."""
    row = _rows(model).hold(keyring, keyring.own)
    if row is None:
        row = model(circle_id=keyring.own)
        write(keyring, row, empty)
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:  # the same person, in another tab, was first
            row = _rows(model).hold(keyring, keyring.own)
    return row, read(keyring, row)


def change_own(keyring: Keyring, model: type[R], empty: C, how: Callable[[C], C]) -> C:
    """Read, change, write as one step; what `how` raises changes nothing, and no change writes nothing.

    how: may be called twice. Returns what stands there now.
    """
    with transaction.atomic():
        if _rows(model).one(keyring, keyring.own) is None and how(empty) == empty:
            return empty
        row, before = hold_own(keyring, model, empty)
        after = how(before)
        if after != before:
            write(keyring, row, after)
            row.save()
        return after


def _rows(model: type[SealedRow]) -> Any:
    return model.objects
