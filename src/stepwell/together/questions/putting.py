"""Putting a question to the other, and taking it back. To put is to seal a copy for the two."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple, open_space, sealing_for_two
from stepwell.ground.vault.api import ChangedIdentity, Keyring, NoSeat, read, write
from stepwell.together.questions.content import Place, PutV1
from stepwell.together.questions.limits import MOST_A_DAY, EnoughForToday
from stepwell.together.questions.models import Put, Question, Reply, When


def put(keyring: Keyring, question: UUID, *, place: Place, couple: Couple | None, today: date) -> None:
    """Once: the first copy stays as it is. Raises Question.DoesNotExist, NotNow, EnoughForToday."""
    kept = read(keyring, Question.objects.within(keyring, keyring.own).get(id=question))
    couple = open_space(couple)
    mine = Put.objects.within(keyring, couple.circle).filter(person_id=keyring.person_id)
    try:
        with sealing_for_two(), transaction.atomic():
            if mine.filter(origin_id=question).exists():
                return
            if mine.filter(day=today).count() >= MOST_A_DAY:
                raise EnoughForToday
            row = Put(circle_id=couple.circle, origin_id=question, person_id=keyring.person_id, day=today)
            write(keyring, row, PutV1(text=kept.text, place=place, put_on=today))
            row.save(force_insert=True)
    except IntegrityError:
        mine.get(origin_id=question)


def copies(keyring: Keyring, question: UUID) -> QuerySet[Put]:
    """Every copy of it, also in spaces that were left: taking back needs no seat."""
    found = Put.objects.readable(keyring)
    return found.filter(origin_id=question, person_id=keyring.person_id)


def take_back(keyring: Keyring, question: UUID, *, today: date) -> None:
    """Not answered: it is gone from the other's view, with the day they had named. Answered: it stays to be
    read, and says that it was taken back."""
    with transaction.atomic():
        for row in copies(keyring, question).select_for_update():
            _take_back(keyring, row, today)


def _take_back(keyring: Keyring, row: Put, today: date) -> None:
    if not Reply.objects.within(keyring, row.circle_id).filter(put_id=row.id).exists():
        When.objects.within(keyring, row.circle_id).filter(put_id=row.id).delete()
        row.delete()
        return
    said: PutV1 = read(keyring, row)
    if said.taken_back_on is None:
        try:
            write(keyring, row, replace(said, taken_back_on=today))
        except (NoSeat, ChangedIdentity):
            # In a space that was left nothing more can be written: it stays as it was answered.
            return
        row.save()
