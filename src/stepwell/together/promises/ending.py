"""Stopping to make a promise. It is stepping back: never refused, needs nobody, and leaves what was said."""

from datetime import date
from uuid import UUID, uuid5

from django.db import transaction

from stepwell.ground.record.api import Broken
from stepwell.ground.vault.api import ChangedIdentity, Keyring, NoSeat, read, write
from stepwell.together.promises import noting, recording
from stepwell.together.promises.content import PromiseV1, WordV1
from stepwell.together.promises.models import Note, Promise, Word


class NothingToEnd(Exception):
    """It is over already: its last day has passed, it was ended, or its space has."""


def end(keyring: Keyring, promise: UUID, *, form_id: UUID, reason: str, today: date) -> None:
    """From today on it falls no more. A reason is nobody's due and may be empty.

    Where nothing can be sealed for the two, or the record is not as it was, it ends all the same, and the
    word stays with its writer as a private note. Raises Promise.DoesNotExist, NothingToEnd.
    """
    with transaction.atomic():
        mine = Promise.objects.readable(keyring).filter(person_id=keyring.person_id)
        row: Promise = mine.select_for_update().get(id=promise)
        if row.ended_on is not None:
            if not reason or _ended_by(keyring, row, form_id):
                return
            raise NothingToEnd
        if row.last_day < today:
            raise NothingToEnd
        row.ended_on = row.last_day = today
        row.save()
        try:
            with transaction.atomic():
                _say_so(keyring, row, form_id, reason, today)
        except (NoSeat, ChangedIdentity, Broken):
            if reason:
                kept = uuid5(form_id, "end")
                noting.note(keyring, promise, form_id=kept, text=reason, today=today, always=True)


def _ended_by(keyring: Keyring, row: Promise, form_id: UUID) -> bool:
    """Whether this very form ended it, and its reason is kept."""
    said = Word.objects.within(keyring, row.circle_id).filter(form_id=form_id)
    noted = Note.objects.within(keyring, keyring.own).filter(form_id=uuid5(form_id, "end"))
    return said.exists() or noted.exists()


def _say_so(keyring: Keyring, row: Promise, form_id: UUID, reason: str, today: date) -> None:
    said: PromiseV1 = read(keyring, row)
    words = Word.objects.within(keyring, row.circle_id)
    word = Word(
        circle_id=row.circle_id,
        person_id=keyring.person_id,
        promise_id=row.id,
        number=words.filter(promise_id=row.id).count() + 1,
        day=today,
        said_on=today,
        form_id=form_id,
    )
    write(keyring, word, WordV1(said="ended", said_on=today, reason=reason))
    word.save(force_insert=True)
    if row.circle_id != keyring.own:
        recording.ended(keyring, row.circle_id, row.id, said, today, reason)
