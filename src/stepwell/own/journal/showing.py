"""Showing an entry to the other, part by part, and taking that back. To show is to seal a copy."""

from collections.abc import Iterable
from typing import Literal
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple, is_ready
from stepwell.ground.vault.api import ChangedIdentity, Keyring, NoSeat, read, read_many, write
from stepwell.own.journal.content import EntryV1, SaidV1, SharedV1, chosen, in_order
from stepwell.own.journal.models import Entry, Shared

AT_ONCE = 500
Why = Literal["over", "rests", "words"]


class NotNow(Exception):
    """Nothing is shown. why: there is nobody to show it to, the space rests, or the eight words have to be
    compared again first."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


class SeenOtherwise(Exception):
    """The entry says something else than it did when the preview was drawn. Nothing was shown."""


def show(
    keyring: Keyring, entry: UUID, parts: Iterable[str], couple: Couple | None, *, revision: int
) -> None:
    """Show exactly these parts of the revision that was looked at.

    Raises Entry.DoesNotExist, NotNow or SeenOtherwise, with nothing changed.
    """
    asked = in_order(parts)
    if not asked:
        raise ValueError("to show nothing is to withdraw")
    if couple is None or couple.paused:
        raise NotNow("rests" if couple else "over")
    with transaction.atomic():
        row = Entry.objects.within(keyring, keyring.own).select_for_update().get(id=entry)
        kept: EntryV1 = read(keyring, row)
        if kept.revision != revision:
            raise SeenOtherwise
        kept = replace(kept, shown=asked)
        write(keyring, row, kept)
        row.save()
        copy_into(keyring, row, kept, couple.circle)


def withdraw(keyring: Keyring, entry: UUID) -> None:
    """Nobody else can open it from now on, here or in a space that was left. What was read stays read."""
    copies(keyring, entry).delete()


def copies(keyring: Keyring, entry: UUID) -> QuerySet[Shared]:
    """Every copy of it, also in spaces that were left: taking back needs no seat."""
    return Shared.objects.readable(keyring).filter(origin_id=entry, person_id=keyring.person_id)


def copy_into(keyring: Keyring, row: Entry, kept: EntryV1, circle: UUID) -> None:
    """Seal what is shown of it into that circle, in place of an earlier copy, in the caller's transaction.

    Raises NotNow, with nothing written, when that circle cannot be written in at present.
    """
    mine = copies(keyring, row.id).filter(circle_id=circle)
    shared = mine.select_for_update().first()
    said = chosen(kept.said, kept.shown)
    # A copy without words would still tell that something was written that day.
    if said == SaidV1():
        mine.delete()
        return
    if shared is None:
        shared = Shared(circle_id=circle, origin_id=row.id, person_id=keyring.person_id)
    shared.day = row.day
    try:
        write(keyring, shared, SharedV1(sort=kept.sort, said=said))
    except (NoSeat, ChangedIdentity):
        raise NotNow("words") from None
    shared.save()


def follow(keyring: Keyring, row: Entry, kept: EntryV1, couple: Couple | None) -> None:
    """After a change: the copy for the two says what the entry says now.

    While the space rests nothing new is sealed for the two: `catch_up` does it when the owner is ready to go
    on, and after that again at once, since nobody reads it before both are. A copy in a space that was left
    stays as it was.
    """
    if couple is None or not copies(keyring, row.id).filter(circle_id=couple.circle).exists():
        return
    if not couple.paused or is_ready(keyring):
        _say_now(keyring, row, kept, couple.circle)


def catch_up(keyring: Keyring, circle: UUID) -> None:
    """Every copy of this person in that circle says what its entry says now. Nothing else is written."""
    mine = Shared.objects.within(keyring, circle).filter(person_id=keyring.person_id).order_by("id")
    own = Entry.objects.within(keyring, keyring.own)
    ids = list(mine.values_list("id", flat=True))
    for start in range(0, len(ids), AT_ONCE):
        some = list(mine.filter(id__in=ids[start : start + AT_ONCE]))
        rows = list(own.filter(id__in=[copy.origin_id for copy in some]))
        kept = {row.id: (row, said) for row, said in zip(rows, read_many(keyring, rows), strict=True)}
        for copy, shown in zip(some, read_many(keyring, some), strict=True):
            row, said = kept[copy.origin_id]
            if shown.said != chosen(said.said, said.shown) or copy.day != row.day:
                _say_now(keyring, row, said, circle)


def _say_now(keyring: Keyring, row: Entry, kept: EntryV1, circle: UUID) -> None:
    """Where it cannot be written the copy goes, so that what was changed is not read on."""
    try:
        copy_into(keyring, row, kept, circle)
    except NotNow:
        copies(keyring, row.id).filter(circle_id=circle).delete()
