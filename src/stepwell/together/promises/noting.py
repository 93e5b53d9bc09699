"""Private notes beside a promise, one's own or the other's. Nobody else can tell that there are any."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import Keyring, read_many, write
from stepwell.together.promises.content import NoteV1
from stepwell.together.promises.finding import visible
from stepwell.together.promises.limits import MOST_A_DAY, MOST_NOTES, EnoughForToday
from stepwell.together.promises.models import Note


def note(
    keyring: Keyring, promise: UUID, *, form_id: UUID, text: str, today: date, always: bool = False
) -> None:
    """The caller knows that this person can open the promise. The same form again is one row.

    Raises EnoughForToday, unless the words would be lost without it.
    """
    own = Note.objects.within(keyring, keyring.own)
    try:
        with transaction.atomic():
            if own.filter(form_id=form_id).exists():
                return
            if not always and own.filter(day=today).count() >= MOST_A_DAY:
                raise EnoughForToday(MOST_A_DAY)
            row = Note(circle_id=keyring.own, promise_id=promise, day=today, form_id=form_id)
            write(keyring, row, NoteV1(text=text, written_on=today))
            row.save(force_insert=True)
    except IntegrityError:
        own.get(form_id=form_id)


def notes(keyring: Keyring, promise: UUID) -> list[tuple[UUID, NoteV1]]:
    """The newest first, at most so many as a page holds."""
    own = Note.objects.within(keyring, keyring.own).filter(promise_id=promise)
    rows = list(own.order_by("-id")[:MOST_NOTES])
    return [(row.id, kept) for row, kept in zip(rows, read_many(keyring, rows), strict=True)]


def out_of_sight(keyring: Keyring, couple: Couple | None) -> list[tuple[UUID, UUID, NoteV1]]:
    """(promise, note, what it says) of notes whose promise is drawn no more: its space has ended, or it went
    with its maker's account. The newest first, at most so many as a page holds."""
    own = Note.objects.within(keyring, keyring.own).exclude(
        promise_id__in=visible(keyring, couple).values("id")
    )
    rows = list(own.order_by("-id")[:MOST_NOTES])
    return [(row.promise_id, row.id, kept) for row, kept in zip(rows, read_many(keyring, rows), strict=True)]


def forget(keyring: Keyring, promise: UUID, note: UUID) -> None:
    """Raises Note.DoesNotExist."""
    with transaction.atomic():
        own = Note.objects.within(keyring, keyring.own).select_for_update()
        own.get(id=note, promise_id=promise).delete()
