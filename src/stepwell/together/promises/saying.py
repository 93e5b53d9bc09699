"""What became of a promise, on one of its days, by the word of who made it and of nobody else."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction

from stepwell.ground.spaces.api import Couple, NotNow, open_space, sealing_for_two
from stepwell.ground.vault.api import Keyring, read, write
from stepwell.together.promises import making, recording
from stepwell.together.promises.content import (
    NEEDS_PLAN,
    DaysV1,
    InsteadV1,
    Outcome,
    PromiseV1,
    WordV1,
)
from stepwell.together.promises.days import falls_on
from stepwell.together.promises.finding import Told, by_day, promised, seen, words_of
from stepwell.together.promises.limits import MOST_CORRECTED, MOST_WORDS_A_DAY, EnoughForToday
from stepwell.together.promises.models import Promise, Word


class NoSuchDay(Exception):
    """The promise does not fall on that day."""


class NotYet(Exception):
    """The day has not come: it can still be changed with notice, and nothing else can be said of it."""


class TooLate(Exception):
    """The day has passed: it can be kept or not kept, and no longer be changed with notice."""


class NoPlan(Exception):
    """What is changed or not kept needs its reason, and a plan with its day."""


class ChangedElsewhere(Exception):
    """Something was said of this day since the page was opened. told: all of it."""

    def __init__(self, told: list[Told]) -> None:
        super().__init__()
        self.told = told


@dataclass(frozen=True)
class Plan:
    """What is promised in place of it, for one day."""

    what: str
    day: date


def may_say(said: PromiseV1, day: date, today: date) -> tuple[Outcome, ...]:
    """What can be said of that day now. On the day itself all of it, until that day is over."""
    if day < today:
        return ("kept", "not_kept")
    if day == today:
        return ("kept", "changed", "not_kept")
    return ("kept", "changed") if said.days.repeat == "once" else ("changed",)


def say(
    keyring: Keyring,
    promise: UUID,
    day: date,
    *,
    couple: Couple | None,
    form_id: UUID,
    outcome: Outcome,
    reason: str,
    plan: Plan | None,
    known: int,
    today: date,
) -> None:
    """Put down a word. known: how far the page knew what was said of that day, from `finding.seen`.

    A word of the same day is put right in its place; one of an earlier day stays, and this comes after it.
    Raises Promise.DoesNotExist, NoSuchDay, NotYet, TooLate, NoPlan, ChangedElsewhere, EnoughForToday, NotNow,
    and Broken of the record.
    """
    try:
        with sealing_for_two(), transaction.atomic():
            row = _held(keyring, promise)
            if _said_before(keyring, row, form_id):
                return
            _refuse(keyring, row, couple)
            said: PromiseV1 = read(keyring, row)
            _allow(row, said, day, outcome, today)
            everything = words_of(keyring, [promised(keyring, couple, row, said)])[promise]
            told = by_day(everything)[day]
            if known != seen(told):
                raise ChangedElsewhere(told)
            word = WordV1(
                said=outcome,
                said_on=today,
                reason=reason,
                plan=_plan(keyring, row, told, plan, (outcome, reason, day, form_id, today)),
            )
            _put_down(keyring, row, said, day, word, told, len(everything), form_id)
    except IntegrityError:
        if not Word.objects.readable(keyring).filter(form_id=form_id, person_id=keyring.person_id).exists():
            raise


def _held(keyring: Keyring, promise: UUID) -> Promise:
    """My promise, held until the transaction ends: two words at once follow one another."""
    mine = Promise.objects.readable(keyring).filter(person_id=keyring.person_id)
    row: Promise = mine.select_for_update().get(id=promise)
    return row


def _said_before(keyring: Keyring, row: Promise, form_id: UUID) -> bool:
    return Word.objects.within(keyring, row.circle_id).filter(form_id=form_id).exists()


def _refuse(keyring: Keyring, row: Promise, couple: Couple | None) -> None:
    """While the space rests nothing new is said to the other, and after its end nothing at all."""
    if row.circle_id == keyring.own:
        return
    if couple is None or couple.circle != row.circle_id:
        raise NotNow("over")
    open_space(couple)


def _allow(row: Promise, said: PromiseV1, day: date, outcome: Outcome, today: date) -> None:
    if not falls_on(said.days, day, ended_on=row.ended_on):
        raise NoSuchDay
    if outcome not in may_say(said, day, today):
        raise TooLate if day < today else NotYet


def standing_plan(keyring: Keyring, told: list[Told]) -> UUID | None:
    """The plan that was made for this day before and is not ended: a second one is not asked for."""
    plans = [each.word.plan for each in told if each.word.plan]
    rows = Promise.objects.readable(keyring).filter(id__in=plans[-1:], ended_on=None)
    return plans[-1] if plans and rows.exists() else None


def _plan(
    keyring: Keyring,
    row: Promise,
    told: list[Told],
    plan: Plan | None,
    about: tuple[Outcome, str, date, UUID, date],
) -> UUID | None:
    outcome, reason, day, form_id, today = about
    before = standing_plan(keyring, told)
    if outcome not in NEEDS_PLAN:
        return before
    if not reason or (plan is None and before is None):
        raise NoPlan
    if plan is None:
        return before
    made = PromiseV1(
        what=plan.what,
        days=DaysV1(first=plan.day, until=plan.day),
        made_on=today,
        instead_of=InsteadV1(promise=row.id, day=day),
    )
    return making.put_down(keyring, row.circle_id, made, uuid5(form_id, "plan")).id


def _put_down(
    keyring: Keyring,
    row: Promise,
    said: PromiseV1,
    day: date,
    word: WordV1,
    told: list[Told],
    number: int,
    form_id: UUID,
) -> None:
    rows = Word.objects.within(keyring, row.circle_id)
    put_right = told[-1] if told and told[-1].word.said_on == word.said_on else None
    if put_right:
        if put_right.word.corrected >= MOST_CORRECTED:
            raise EnoughForToday(MOST_CORRECTED)
        kept = rows.get(id=put_right.id)
        word = WordV1(
            said=word.said,
            said_on=word.said_on,
            reason=word.reason,
            plan=word.plan,
            corrected=put_right.word.corrected + 1,
        )
    else:
        if rows.filter(person_id=keyring.person_id, said_on=word.said_on).count() >= MOST_WORDS_A_DAY:
            raise EnoughForToday(MOST_WORDS_A_DAY)
        kept = Word(
            circle_id=row.circle_id,
            person_id=keyring.person_id,
            promise_id=row.id,
            number=number + 1,
            day=day,
            said_on=word.said_on,
        )
    kept.form_id = form_id
    write(keyring, kept, word)
    kept.save()
    if row.circle_id != keyring.own:
        recording.word(keyring, row.circle_id, row.id, said, day, (kept.id, word))
