"""Verbs on one's own entries. Every one starts from the keyring of their owner."""

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from msgspec.structs import replace

from stepwell.ground.vault.api import Keyring, new_id, read, write
from stepwell.own.journal import showing
from stepwell.own.journal.content import AsideV1, EntryV1, SaidV1, Sort
from stepwell.own.journal.models import Entry
from stepwell.own.understanding.api import drop

MOST_A_DAY = 48
MOST_ASIDE = 6


class EnoughForToday(Exception):
    """This person kept as many entries today as a day holds."""


class ChangedElsewhere(Exception):
    """The entry was changed in another place since the page was opened. Both wordings are kept."""


def keep(
    keyring: Keyring,
    *,
    form_id: UUID,
    sort: Sort,
    said: SaidV1,
    day: date,
    now: datetime,
    prompt: str = "",
) -> UUID:
    """Keep one entry, which tells of `day`. `now` is the owner's wall clock.

    The same form sent again gives the first id, however often and however close together it comes.
    """
    own = Entry.objects.within(keyring, keyring.own)
    try:
        with transaction.atomic():
            earlier: Entry | None = own.filter(form_id=form_id).first()
            if earlier:
                return earlier.id
            if own.filter(made_on=now.date()).count() >= MOST_A_DAY:
                raise EnoughForToday
            row = Entry(circle_id=keyring.own, day=day, made_on=now.date(), form_id=form_id)
            at = now.replace(second=0, microsecond=0)
            write(keyring, row, EntryV1(sort=sort, said=said, written_at=at, prompt=prompt))
            row.save(force_insert=True)
    except IntegrityError:
        row = own.get(form_id=form_id)
    return row.id


def mine(keyring: Keyring, entry: UUID) -> tuple[Entry, EntryV1]:
    """My entry with its content. Raises Entry.DoesNotExist for another's as for none."""
    row = Entry.objects.within(keyring, keyring.own).get(id=entry)
    return row, read(keyring, row)


def held(keyring: Keyring, entry: UUID) -> tuple[Entry, EntryV1]:
    """The same, held until the transaction ends: two changes at once follow one another."""
    row = Entry.objects.within(keyring, keyring.own).select_for_update().get(id=entry)
    return row, read(keyring, row)


def change(keyring: Keyring, entry: UUID, *, said: SaidV1, day: date, revision: int) -> None:
    """Put other words in place of those of this revision. What was shown stays as it was looked at before it
    was shown, until it is looked at and shown again.

    Raises ChangedElsewhere when another change came first: it stays, and these words are kept aside.
    """
    with transaction.atomic():
        row, kept = held(keyring, entry)
        if (said, day) == (kept.said, row.day):
            return
        late = revision != kept.revision and said != kept.said
        if not late:
            row.day = day
            kept = replace(kept, said=said, revision=kept.revision + 1)
        elif len(kept.aside) < MOST_ASIDE and said not in [other.said for other in kept.aside]:
            kept = replace(kept, aside=(*kept.aside, AsideV1(id=new_id(), said=said)))
        write(keyring, row, kept)
        row.save()
    if late:
        raise ChangedElsewhere


def let_go(keyring: Keyring, entry: UUID, wording: UUID) -> None:
    """Delete one wording that was kept aside. One that is gone already is no error."""
    with transaction.atomic():
        row, kept = held(keyring, entry)
        write(keyring, row, replace(kept, aside=tuple(one for one in kept.aside if one.id != wording)))
        row.save()


def delete(keyring: Keyring, entry: UUID) -> None:
    """The entry, every copy of it that was shown, and what was found in it."""
    with transaction.atomic():
        row, _ = held(keyring, entry)
        showing.withdraw(keyring, row.id)
        drop(keyring)
        row.delete()
