"""Verbs of the one who was asked: answer, add to it, name a day, look away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple, NotNow, sealing_for_two
from stepwell.ground.vault.api import Keyring, read, read_many, write
from stepwell.together.questions.content import AnswerV1, AsideV1, PutV1, WhenV1
from stepwell.together.questions.limits import MOST_A_DAY, MOST_ADDED, EnoughForToday, EnoughSaid
from stepwell.together.questions.models import Aside, Put, Reply, When

MOST_ASIDE = 400


class Gone(Exception):
    """There is no such question to answer: taken back, not asked of this person, or never there."""


@dataclass(frozen=True)
class Asked:
    """A question that was put. mine: this person asked it. day: that the other named, or this person.
    over: the space it was put in has ended."""

    id: UUID
    origin_id: UUID
    mine: bool
    over: bool
    said: PutV1
    answers: tuple[AnswerV1, ...]
    day: date | None


def asked(keyring: Keyring, couple: Couple | None, put: UUID) -> Asked:
    """Of a space that has ended only what was answered there. Raises Put.DoesNotExist."""
    found = all_of(keyring, couple, [Put.objects.readable(keyring).get(id=put)])[0]
    if found.over and not found.answers:
        raise Put.DoesNotExist
    return found


def answered(keyring: Keyring) -> QuerySet[Put]:
    """What was asked and answered in every space that can be opened, the newest first."""
    said = Reply.objects.readable(keyring).values("put_id")
    return Put.objects.readable(keyring).filter(id__in=said).order_by("-day", "id")


def all_of(keyring: Keyring, couple: Couple | None, rows: Sequence[Put]) -> list[Asked]:
    """In the order of the rows, of whichever spaces; three queries, however many."""
    ids = [row.id for row in rows]
    answers = list(Reply.objects.readable(keyring).filter(put_id__in=ids).order_by("put_id", "number"))
    said: dict[UUID, list[AnswerV1]] = {}
    for row, content in zip(answers, read_many(keyring, answers), strict=True):
        said.setdefault(row.put_id, []).append(content)
    whens = list(When.objects.readable(keyring).filter(put_id__in=ids))
    days = {row.put_id: when.day for row, when in zip(whens, read_many(keyring, whens), strict=True)}
    return [
        Asked(
            id=row.id,
            origin_id=row.origin_id,
            mine=row.person_id == keyring.person_id,
            over=couple is None or row.circle_id != couple.circle,
            said=content,
            answers=tuple(said.get(row.id, ())),
            day=days.get(row.id),
        )
        for row, content in zip(rows, read_many(keyring, rows), strict=True)
    ]


def answer(keyring: Keyring, couple: Couple, put: UUID, *, form_id: UUID, text: str, today: date) -> None:
    """The first answer, or something added to it. The same form sent again is one row.

    Raises Gone, NotNow, EnoughSaid, EnoughForToday.
    """
    rows = Reply.objects.within(keyring, couple.circle)
    try:
        with transaction.atomic():
            if rows.filter(form_id=form_id).exists():
                return
            _hold(keyring, couple, put)
            number = rows.filter(put_id=put).count() + 1
            if number > MOST_ADDED:
                raise EnoughSaid
            if rows.filter(person_id=keyring.person_id, day=today).count() >= MOST_A_DAY:
                raise EnoughForToday
            row = Reply(
                circle_id=couple.circle,
                put_id=put,
                person_id=keyring.person_id,
                number=number,
                day=today,
                form_id=form_id,
            )
            _seal(keyring, row, AnswerV1(text=text, said_on=today))
            row.save(force_insert=True)
            When.objects.within(keyring, couple.circle).filter(put_id=put).delete()
    except IntegrityError:
        rows.get(form_id=form_id)


def say_when(keyring: Keyring, couple: Couple, put: UUID, day: date | None) -> None:
    """Name a day for the answer, another day, or none any more. Taking it out is possible at any time.

    Raises Gone, and NotNow for a day.
    """
    with transaction.atomic():
        _hold(keyring, couple, put, resting=day is None)
        rows = When.objects.within(keyring, couple.circle)
        row = rows.select_for_update().filter(put_id=put).first()
        if day is None:
            rows.filter(put_id=put).delete()
            return
        row = row or When(circle_id=couple.circle, put_id=put, person_id=keyring.person_id)
        _seal(keyring, row, WhenV1(day=day))
        row.save()


def named(keyring: Keyring, couple: Couple) -> list[tuple[UUID, date]]:
    """The days this person named for answers that are not given, the nearest first, each by its question."""
    rows = list(When.objects.within(keyring, couple.circle).filter(person_id=keyring.person_id))
    days = ((row.put_id, when.day) for row, when in zip(rows, read_many(keyring, rows), strict=True))
    return sorted(days, key=lambda each: (each[1], str(each[0])))


def _hold(keyring: Keyring, couple: Couple, put: UUID, *, resting: bool = False) -> None:
    """The question held until the transaction ends, so that taking back and answering follow one another."""
    theirs = Put.objects.within(keyring, couple.circle).exclude(person_id=keyring.person_id)
    row = theirs.select_for_update().filter(id=put).first()
    if row is None or read(keyring, row).taken_back_on:
        raise Gone
    if couple.paused and not resting:
        raise NotNow("rests")


def _seal(keyring: Keyring, row: Reply | When, content: AnswerV1 | WhenV1) -> None:
    with sealing_for_two():
        write(keyring, row, content)


def out_of_sight(keyring: Keyring) -> frozenset[UUID]:
    row = Aside.objects.one(keyring, keyring.own)
    return frozenset(read(keyring, row).put) if row else frozenset()


def look_away(keyring: Keyring, put: UUID, *, away: bool) -> None:
    """Only out of this person's own sight: nothing is written where the other could find it."""
    with transaction.atomic():
        row = Aside.objects.hold(keyring, keyring.own)
        kept: AsideV1 = read(keyring, row) if row else AsideV1()
        others = tuple(one for one in kept.put if one != put)
        row = row or Aside(circle_id=keyring.own)
        write(keyring, row, replace(kept, put=((*others, put) if away else others)[-MOST_ASIDE:]))
        row.save()
