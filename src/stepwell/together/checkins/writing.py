"""Verbs on one's own check-ins. Every one starts from the keyring of their owner."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple, NotNow
from stepwell.ground.vault.api import Keyring, new_id, read, write
from stepwell.own.understanding.api import drop
from stepwell.together.checkins import showing
from stepwell.together.checkins.content import AnswersV1, AsideV1, CheckInV1, in_order
from stepwell.together.checkins.models import CheckIn

MOST_A_DAY = 24
MOST_ASIDE = 6


class EnoughForToday(Exception):
    """This person kept as many check-ins today as a day holds."""


class ChangedElsewhere(Exception):
    """The check-in was corrected in another place since the page was opened. Both wordings are kept."""


@dataclass(frozen=True)
class Kept:
    """waits: it is safe with its owner, and why it could not be shown now."""

    id: UUID
    waits: str | None = None


def keep(
    keyring: Keyring,
    *,
    form_id: UUID,
    answers: AnswersV1,
    now: datetime,
    show: Iterable[str] = (),
    couple_circle: UUID | None = None,
) -> Kept:
    """Keep one check-in. `now` is the owner's wall clock; its date is the day it belongs to.

    The same form sent again gives the first id, however often and however close together it comes.
    """
    try:
        with transaction.atomic():
            return _keep_once(keyring, form_id, answers, now, in_order(show), couple_circle)
    except IntegrityError:
        earlier = _kept(keyring, form_id, now.date()).get(form_id)
        if earlier is None:
            raise
        return Kept(earlier)


def _kept(keyring: Keyring, form_id: UUID, day: date) -> dict[UUID, UUID]:
    """The check-in of this form and those of this day: the id of each by its form."""
    own = CheckIn.objects.within(keyring, keyring.own)
    return dict(own.filter(Q(form_id=form_id) | Q(day=day)).values_list("form_id", "id"))


def _keep_once(
    keyring: Keyring,
    form_id: UUID,
    answers: AnswersV1,
    now: datetime,
    show: tuple[str, ...],
    couple_circle: UUID | None,
) -> Kept:
    earlier = _kept(keyring, form_id, now.date())
    if form_id in earlier:
        return Kept(earlier[form_id])
    if len(earlier) >= MOST_A_DAY:
        raise EnoughForToday
    row = CheckIn(circle_id=keyring.own, person_id=keyring.person_id, day=now.date(), form_id=form_id)
    kept = CheckInV1(answers=answers, written_at=now.replace(second=0, microsecond=0), shown=show)
    write(keyring, row, kept)
    row.save(force_insert=True)
    if couple_circle is None or not show:
        return Kept(row.id)
    try:
        showing.COPIES.seal(keyring, row, kept, couple_circle)
    except NotNow as not_now:
        return Kept(row.id, waits=not_now.why)
    return Kept(row.id)


def mine(keyring: Keyring, check_in: UUID) -> tuple[CheckIn, CheckInV1]:
    """My check-in with its content. Raises CheckIn.DoesNotExist for another's as for none."""
    row = CheckIn.objects.within(keyring, keyring.own).get(id=check_in)
    return row, read(keyring, row)


def held(keyring: Keyring, check_in: UUID) -> tuple[CheckIn, CheckInV1]:
    """The same, held until the transaction ends: two corrections at once follow one another."""
    row = CheckIn.objects.within(keyring, keyring.own).select_for_update().get(id=check_in)
    return row, read(keyring, row)


def correct(
    keyring: Keyring, check_in: UUID, *, answers: AnswersV1, revision: int, couple: Couple | None
) -> None:
    """Put other answers in place of those of this revision; the shared copy follows.

    Raises ChangedElsewhere when another correction came first: it stays, and these answers are kept aside.
    """
    with transaction.atomic():
        row, kept = held(keyring, check_in)
        if answers == kept.answers:
            return
        if revision == kept.revision:
            kept = replace(kept, answers=answers, revision=revision + 1)
            showing.COPIES.follow(keyring, row, kept, couple)
        elif len(kept.aside) < MOST_ASIDE and answers not in [other.answers for other in kept.aside]:
            kept = replace(kept, aside=(*kept.aside, AsideV1(id=new_id(), answers=answers)))
        write(keyring, row, kept)
        row.save()
    if kept.answers != answers:
        raise ChangedElsewhere


def let_go(keyring: Keyring, check_in: UUID, wording: UUID) -> None:
    """Delete one wording that was kept aside. One that is gone already is no error."""
    with transaction.atomic():
        row, kept = held(keyring, check_in)
        aside = tuple(other for other in kept.aside if other.id != wording)
        write(keyring, row, replace(kept, aside=aside))
        row.save()


def delete(keyring: Keyring, check_in: UUID) -> None:
    """The check-in, every copy of it that was shown, and what was found in it."""
    with transaction.atomic():
        row, _ = held(keyring, check_in)
        showing.withdraw(keyring, row.id)
        drop(keyring)
        row.delete()
