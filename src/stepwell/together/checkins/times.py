"""Verbs on times. One's own need nobody. Times for two hold only while both say yes; a no is never said."""

from dataclasses import dataclass
from datetime import time
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from stepwell.ground.notices.api import rearm
from stepwell.ground.spaces.api import Couple, open_space
from stepwell.ground.vault.api import Keyring
from stepwell.together.checkins.models import Times, Yes
from stepwell.together.checkins.own import habits
from stepwell.together.checkins.weekdays import mask_of, weekdays_of

MOST_OWN = 6


class EnoughTimes(Exception):
    """This person has as many times of their own as fit on the page."""


@dataclass(frozen=True)
class Chosen:
    """Weekly times as a page shows them. at: wall clock of each one's own zone. weekdays: 0 is Monday."""

    id: UUID
    at: time
    weekdays: frozenset[int]


@dataclass(frozen=True)
class ForTwo:
    """agreed: both said yes. mine: what I suggested, and no word of the other. theirs: I may say yes."""

    agreed: Chosen | None = None
    mine: Chosen | None = None
    theirs: Chosen | None = None


def own_times(keyring: Keyring) -> list[Chosen]:
    rows = Times.objects.filter(circle_id=keyring.own, person_id=keyring.person_id).order_by("at", "id")
    return [_chosen(row) for row in rows]


def add_own(keyring: Keyring, at: time, weekdays: frozenset[int]) -> None:
    with transaction.atomic():
        mine = Times.objects.filter(circle_id=keyring.own, person_id=keyring.person_id).select_for_update()
        known = list(mine)
        same = next((row for row in known if row.at == at), None)
        if same is None and len(known) >= MOST_OWN:
            raise EnoughTimes
        row = same or Times(
            circle_id=keyring.own, person_id=keyring.person_id, at=at, made_by=keyring.person_id
        )
        row.weekdays = mask_of(weekdays)
        row.save()
    rearm(keyring.person_id)


def remove_own(keyring: Keyring, times: UUID) -> None:
    """Raises Times.DoesNotExist for another's as for none."""
    Times.objects.get(circle_id=keyring.own, person_id=keyring.person_id, id=times).delete()
    rearm(keyring.person_id)


def for_two(keyring: Keyring, couple: Couple) -> ForTwo:
    found = ForTwo()
    rows = list(Times.objects.filter(circle_id=couple.circle).order_by("id"))
    if not rows:
        return found
    yes = _yes(couple.circle)
    hidden = habits(keyring).put_aside
    agreed = next((row for row in rows if len(yes.get(row.id, ())) == 2), None)
    mine = next((row for row in rows if row is not agreed and row.made_by == keyring.person_id), None)
    theirs = next(
        (
            r
            for r in rows
            if r not in (agreed, mine) and r.made_by == couple.partner_id and r.id not in hidden
        ),
        None,
    )
    return ForTwo(*(_chosen(row) if row else None for row in (agreed, mine, theirs)))


def suggest(keyring: Keyring, couple: Couple, at: time, weekdays: frozenset[int]) -> None:
    """Suggest times for both, with my own yes. An earlier suggestion of mine goes; what both agreed stays.

    Raises NotNow while the space rests.
    """
    open_space(couple)
    with transaction.atomic():
        yes = _yes(couple.circle, held=True)
        mine = Times.objects.filter(circle_id=couple.circle, made_by=keyring.person_id)
        _drop(couple.circle, [row.id for row in mine if len(yes.get(row.id, ())) < 2])
        row = Times.objects.create(
            circle_id=couple.circle, at=at, weekdays=mask_of(weekdays), made_by=keyring.person_id
        )
        Yes.objects.create(circle_id=couple.circle, times_id=row.id, person_id=keyring.person_id)


def say_yes(keyring: Keyring, couple: Couple, times: UUID) -> None:
    """With both, these times hold from now on and take the place of earlier ones.

    Raises Times.DoesNotExist when they were taken back, or never were; NotNow while the space rests.
    """
    open_space(couple)
    with transaction.atomic():
        row = Times.objects.select_for_update().get(circle_id=couple.circle, id=times)
        try:
            with transaction.atomic():
                Yes.objects.create(circle_id=couple.circle, times_id=row.id, person_id=keyring.person_id)
        except IntegrityError:
            return
        others = Times.objects.filter(circle_id=couple.circle).exclude(id=row.id)
        _drop(couple.circle, list(others.values_list("id", flat=True)))
    _rearm_both(keyring, couple)


def take_back(keyring: Keyring, couple: Couple, times: UUID) -> None:
    """My yes ends, and the times with it, at once. Raises Times.DoesNotExist when they are none of mine."""
    with transaction.atomic():
        row = Times.objects.select_for_update().get(circle_id=couple.circle, id=times)
        if not Yes.objects.filter(
            circle_id=couple.circle, times_id=row.id, person_id=keyring.person_id
        ).exists():
            raise Times.DoesNotExist
        _drop(couple.circle, [row.id])
    _rearm_both(keyring, couple)


def take_all_back(keyring: Keyring, couple: Couple) -> None:
    """Every yes of mine to times for two ends, and the times with it. With none it is no error."""
    with transaction.atomic():
        mine = Yes.objects.filter(circle_id=couple.circle, person_id=keyring.person_id)
        _drop(couple.circle, list(mine.values_list("times_id", flat=True)))
    _rearm_both(keyring, couple)


def end_for_circle(circle: UUID) -> None:
    """Somebody left: no times hold for two any more."""
    people = set(Yes.objects.filter(circle_id=circle).values_list("person_id", flat=True))
    with transaction.atomic():
        _drop(circle, list(Times.objects.filter(circle_id=circle).values_list("id", flat=True)))
    for person_id in people:
        rearm(person_id)


def _chosen(row: Times) -> Chosen:
    return Chosen(row.id, row.at, weekdays_of(row.weekdays))


def _yes(circle: UUID, *, held: bool = False) -> dict[UUID, set[UUID]]:
    rows = Yes.objects.filter(circle_id=circle)
    said: dict[UUID, set[UUID]] = {}
    for row in rows.select_for_update() if held else rows:
        said.setdefault(row.times_id, set()).add(row.person_id)
    return said


def _drop(circle: UUID, times: list[UUID]) -> None:
    Yes.objects.filter(circle_id=circle, times_id__in=times).delete()
    Times.objects.filter(circle_id=circle, id__in=times).delete()


def _rearm_both(keyring: Keyring, couple: Couple) -> None:
    rearm(keyring.person_id)
    rearm(couple.partner_id)


def enough_words() -> str:
    said = _("There are {n} times already, and that is as many as fit. You may remove one first.")
    return said.format(n=MOST_OWN)
