"""Verbs on one's own private list."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from msgspec.structs import replace

from stepwell.ground.vault.api import Keyring, read, write
from stepwell.together.questions import putting
from stepwell.together.questions.content import QuestionV1, Want
from stepwell.together.questions.limits import MOST_A_DAY, EnoughForToday
from stepwell.together.questions.models import Question


class ChangedElsewhere(Exception):
    """The question was changed in another place since the page was opened. kept: what stands there now."""

    def __init__(self, kept: QuestionV1) -> None:
        super().__init__()
        self.kept = kept


def keep(keyring: Keyring, *, form_id: UUID, text: str, want: Want, today: date) -> UUID:
    """Keep one question. The same form sent again gives the first id. Raises EnoughForToday."""
    own = Question.objects.within(keyring, keyring.own)
    try:
        with transaction.atomic():
            earlier: Question | None = own.filter(form_id=form_id).first()
            if earlier:
                return earlier.id
            if own.filter(day=today).count() >= MOST_A_DAY:
                raise EnoughForToday
            row = Question(circle_id=keyring.own, day=today, form_id=form_id)
            write(keyring, row, QuestionV1(text=text, want=want, written_on=today))
            row.save(force_insert=True)
    except IntegrityError:
        row = own.get(form_id=form_id)
    return row.id


def mine(keyring: Keyring, question: UUID) -> tuple[Question, QuestionV1]:
    """Raises Question.DoesNotExist for another's as for none."""
    row = Question.objects.within(keyring, keyring.own).get(id=question)
    return row, read(keyring, row)


def listed(keyring: Keyring, question: UUID) -> bool:
    """Whether it still stands on this person's list: what was answered outlives it."""
    return Question.objects.within(keyring, keyring.own).filter(id=question).exists()


def change(keyring: Keyring, question: UUID, *, text: str, want: Want, revision: int) -> None:
    """What was put to the other stays as it was asked. Raises ChangedElsewhere, with nothing changed."""
    with transaction.atomic():
        row = Question.objects.within(keyring, keyring.own).select_for_update().get(id=question)
        kept: QuestionV1 = read(keyring, row)
        if (kept.text, kept.want) == (text, want):
            return
        if revision != kept.revision:
            raise ChangedElsewhere(kept)
        write(keyring, row, replace(kept, text=text, want=want, revision=revision + 1))
        row.save()


def delete(keyring: Keyring, question: UUID, *, today: date) -> None:
    """From the private list. What was put to the other is taken back with it."""
    with transaction.atomic():
        row = Question.objects.within(keyring, keyring.own).select_for_update().get(id=question)
        putting.take_back(keyring, row.id, today=today)
        row.delete()
