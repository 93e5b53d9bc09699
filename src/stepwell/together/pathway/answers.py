"""What somebody asked themselves on a landing. It is theirs alone, and nothing follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from stepwell.ground.vault.api import Keyring, read_many, write
from stepwell.together.pathway.content import AnswersV1, Said
from stepwell.together.pathway.models import Answers

MOST_A_DAY = 24
A_PAGE = 12


class EnoughForToday(Exception):
    """As many were kept today as a day holds."""


@dataclass(frozen=True)
class Kept:
    id: UUID
    answers: AnswersV1


def keep(
    keyring: Keyring, *, form_id: UUID, landing: int, said: Mapping[str, Said], note: str, day: date
) -> UUID:
    """Keep them in one's own circle. The same form sent again gives the first id. Raises EnoughForToday."""
    content = AnswersV1(landing=landing, said=dict(said), note=note, day=day)
    try:
        with transaction.atomic():
            return _keep_once(keyring, form_id, content)
    except IntegrityError:
        own = Answers.objects.within(keyring, keyring.own)
        return UUID(str(own.values_list("id", flat=True).get(form_id=form_id)))


def _keep_once(keyring: Keyring, form_id: UUID, content: AnswersV1) -> UUID:
    own = Answers.objects.within(keyring, keyring.own)
    same = Q(form_id=form_id) | Q(day=content.day)
    earlier: dict[UUID, UUID] = dict(own.filter(same).values_list("form_id", "id"))
    if form_id in earlier:
        return earlier[form_id]
    if len(earlier) >= MOST_A_DAY:
        raise EnoughForToday
    row = Answers(circle_id=keyring.own, form_id=form_id, day=content.day)
    write(keyring, row, content)
    row.save(force_insert=True)
    return row.id


def earlier_than(keyring: Keyring, before: UUID | None) -> tuple[list[Kept], UUID | None]:
    """The newest first, a page of them, and before which id the next page begins, if there is one."""
    rows = Answers.objects.within(keyring, keyring.own).order_by("-id")
    some: list[Any] = list((rows.filter(id__lt=before) if before else rows)[: A_PAGE + 1])
    page = some[:A_PAGE]
    kept = [Kept(row.id, read) for row, read in zip(page, read_many(keyring, page), strict=True)]
    return kept, page[-1].id if len(some) > A_PAGE else None


def delete(keyring: Keyring, answers: UUID) -> None:
    """Raises Answers.DoesNotExist for another's as for none."""
    Answers.objects.within(keyring, keyring.own).get(id=answers).delete()
