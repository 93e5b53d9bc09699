"""Notes: laid down for the other, read or not, let go of by either. There is no answer and no receipt."""

from collections.abc import Iterable
from uuid import UUID

from django.db import IntegrityError, transaction

from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import ChangedIdentity, Keyring, NoSeat, read_many, write
from stepwell.together.affection import listing, welcoming
from stepwell.together.affection.content import NoteV1
from stepwell.together.affection.models import Note

MOST = 30
Lies = tuple[Note, NoteV1]


class Shut(Exception):
    """Notes do not lie between the two now. Nothing was laid down."""


class Full(Exception):
    """As many notes of this person lie there as fit. Nothing was laid down."""


def lay(keyring: Keyring, couple: Couple, note: NoteV1, *, form_id: UUID) -> None:
    """Lay a note down for the other. The same form sent again lays one. Raises Shut or Full."""
    try:
        with transaction.atomic():
            if not welcoming.hold_open(keyring, couple):
                raise Shut
            mine = Note.objects.within(keyring, couple.circle).filter(person_id=keyring.person_id)
            if mine.filter(form_id=form_id).exists():
                return
            if mine.count() >= MOST:
                raise Full
            row = Note(circle_id=couple.circle, person_id=keyring.person_id, form_id=form_id)
            write(keyring, row, note)
            row.save(force_insert=True)
    except IntegrityError:  # the same form from another tab
        return
    except (NoSeat, ChangedIdentity):
        raise Shut from None


def mine(keyring: Keyring) -> list[Lies]:
    """What this person laid down and did not take back, in every space that they can open."""
    return _newest_first(keyring, Note.objects.readable(keyring).filter(person_id=keyring.person_id))


def theirs(keyring: Keyring, couple: Couple) -> list[Lies]:
    """What lies here from the other, without what this person let go of. The caller asked `is_open`."""
    gone = set(listing.own_of(keyring).put_away)
    rows = Note.objects.within(keyring, couple.circle).filter(person_id=couple.partner_id)
    return _newest_first(keyring, [row for row in rows if row.id not in gone])


def let_go(keyring: Keyring, couple: Couple | None, note: UUID) -> None:
    """One's own: gone for both, also in a space that was left. The other's: gone for oneself, and nothing
    tells. One that is not there changes nothing."""
    Note.objects.readable(keyring).filter(id=note, person_id=keyring.person_id).delete()
    if couple is None:
        return
    rows = Note.objects.within(keyring, couple.circle).filter(person_id=couple.partner_id)
    there = list(rows.values_list("id", flat=True))
    if note in there and welcoming.is_open(keyring, couple):
        listing.put_away(keyring, note, still_there=there)


def _newest_first(keyring: Keyring, rows: Iterable[Note]) -> list[Lies]:
    """By the day; those of one day by lot."""
    found = sorted(rows, key=lambda row: row.id)
    read = list(zip(found, read_many(keyring, found), strict=True))
    return sorted(read, key=lambda one: one[1].day, reverse=True)
