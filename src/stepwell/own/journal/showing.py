"""Showing an entry to the other, part by part, and taking that back. To show is to seal a copy."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction
from msgspec.structs import astuple, replace

from stepwell.ground.spaces.api import Copies, Couple, open_space
from stepwell.ground.vault.api import Keyring, read, write
from stepwell.own.journal.content import EntryV1, SaidV1, SharedV1, chosen, in_order
from stepwell.own.journal.models import Entry, Shared


class SeenOtherwise(Exception):
    """The entry says something else than it did when the preview was drawn. Nothing was shown."""


def _said(kept: EntryV1) -> SharedV1 | None:
    said = chosen(kept.said, kept.shown)
    return None if said == SaidV1() else SharedV1(sort=kept.sort, said=said)


COPIES = Copies(Entry, Shared, _said)


def stands(row: Entry, kept: EntryV1, day: date, copy: SharedV1) -> bool:
    """Whether the copy, which tells of `day`, says what was last chosen of the entry as it is now."""
    said = _said(kept)
    return day == row.day and said is not None and _in_no_order(said) == _in_no_order(copy)


def _in_no_order(shared: SharedV1) -> tuple[object, ...]:
    """A form gives chosen words in an order of its own, and that is no change of what was said."""
    parts = astuple(shared.said)
    return shared.sort, *(part if isinstance(part, str) else frozenset(part) for part in parts)


def show(
    keyring: Keyring, entry: UUID, parts: Iterable[str], couple: Couple | None, *, revision: int
) -> None:
    """Show exactly these parts of the revision that was looked at.

    Raises Entry.DoesNotExist, NotNow or SeenOtherwise, with nothing changed.
    """
    asked = in_order(parts)
    if not asked:
        raise ValueError("to show nothing is to withdraw")
    couple = open_space(couple)
    with transaction.atomic():
        row = Entry.objects.within(keyring, keyring.own).select_for_update().get(id=entry)
        kept: EntryV1 = read(keyring, row)
        if kept.revision != revision:
            raise SeenOtherwise
        kept = replace(kept, shown=asked)
        write(keyring, row, kept)
        row.save()
        COPIES.seal(keyring, row, kept, couple.circle)


def withdraw(keyring: Keyring, entry: UUID) -> None:
    """Nobody else can open it from now on, here or in a space that was left. What was read stays read."""
    COPIES.of(keyring, entry).delete()
