"""Verbs on rituals: they hold only while both say yes; a no is never said, and either ends one at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple, open_space, sealing_for_two
from stepwell.ground.vault.api import Keyring, read, read_many, write
from stepwell.together.calendar.content import AsideV1, BodyV1, RitualV1
from stepwell.together.calendar.models import OutOfSight, Ritual, RitualYes

BOTH = 2
MOST = 20
MOST_ASIDE = 50
MOST_LEFT_OUT = 100


class Enough(Exception):
    """As many rituals of this person stand here, agreed or suggested, as fit."""


@dataclass(frozen=True)
class Joint:
    """A ritual as a page shows it."""

    id: UUID
    body: BodyV1


@dataclass(frozen=True)
class ForTwo:
    """agreed: both said yes. mine: what I suggested, and no word of the other. theirs: I may say yes."""

    agreed: tuple[Joint, ...] = ()
    mine: tuple[Joint, ...] = ()
    theirs: tuple[Joint, ...] = ()


def for_two(keyring: Keyring, couple: Couple) -> ForTwo:
    rows = list(Ritual.objects.within(keyring, couple.circle))
    if not rows:
        return ForTwo()
    yes = _yes(couple.circle)
    hidden = out_of_sight(keyring).rituals
    joint = {
        row: Joint(row.id, content.body) for row, content in zip(rows, read_many(keyring, rows), strict=True)
    }
    agreed = [row for row in rows if len(yes.get(row.id, ())) == BOTH]
    mine = [row for row in rows if row not in agreed and row.made_by == keyring.person_id]
    theirs = [row for row in rows if row not in agreed and row not in mine and row.id not in hidden]
    return ForTwo(*(_ordered(joint[row] for row in some) for some in (agreed, mine, theirs)))


def _ordered(some: Iterable[Joint]) -> tuple[Joint, ...]:
    """By what stands in them: an order of rows would tell which came first."""
    return tuple(
        sorted(some, key=lambda one: (one.body.when.starts.time(), one.body.when.starts, one.body.text.what))
    )


def agreed(keyring: Keyring, couple: Couple) -> tuple[Joint, ...]:
    return for_two(keyring, couple).agreed


def suggest(keyring: Keyring, couple: Couple, *, form_id: UUID, body: BodyV1) -> UUID:
    """Suggest it, with my own yes. Raises NotNow while the space rests, and Enough."""
    open_space(couple)
    own = Ritual.objects.within(keyring, couple.circle)
    sent = own.filter(made_by=keyring.person_id, form_id=form_id).values_list("id", flat=True)
    earlier: UUID | None = sent.first()
    if earlier is not None:
        return earlier
    if own.filter(made_by=keyring.person_id).count() >= MOST:
        raise Enough
    row = Ritual(circle_id=couple.circle, made_by=keyring.person_id, form_id=form_id)
    try:
        with sealing_for_two():
            write(keyring, row, RitualV1(body=body))
            with transaction.atomic():
                row.save(force_insert=True)
                RitualYes.objects.create(
                    circle_id=couple.circle, ritual_id=row.id, person_id=keyring.person_id
                )
    except IntegrityError:
        return UUID(str(sent.get()))
    return row.id


def say_yes(keyring: Keyring, couple: Couple, ritual: UUID) -> None:
    """With both, it holds from now on.

    Raises Ritual.DoesNotExist when it was taken back, or never was; NotNow while the space rests.
    """
    open_space(couple)
    with transaction.atomic():
        row = Ritual.objects.within(keyring, couple.circle).select_for_update().get(id=ritual)
        try:
            with transaction.atomic():
                RitualYes.objects.create(
                    circle_id=couple.circle, ritual_id=row.id, person_id=keyring.person_id
                )
        except IntegrityError:
            return


def take_back(keyring: Keyring, couple: Couple, ritual: UUID) -> None:
    """My yes ends, and the ritual with it, at once. Raises Ritual.DoesNotExist when it is none of mine."""
    with transaction.atomic():
        mine = RitualYes.objects.select_for_update().filter(
            circle_id=couple.circle, ritual_id=ritual, person_id=keyring.person_id
        )
        if mine.first() is None:
            raise Ritual.DoesNotExist
        _drop(keyring, couple.circle, [ritual])


def take_all_back(keyring: Keyring, circle: UUID) -> None:
    """Every yes of mine ends, and the rituals with it. With none it is no error."""
    with transaction.atomic():
        said = RitualYes.objects.filter(circle_id=circle, person_id=keyring.person_id)
        _drop(keyring, circle, list(said.values_list("ritual_id", flat=True)))


def not_this_time(keyring: Keyring, couple: Couple, ritual: UUID, was: datetime) -> None:
    """One time is left out, for both. Raises Ritual.DoesNotExist, NotNow, Enough."""
    open_space(couple)
    with transaction.atomic():
        row = Ritual.objects.within(keyring, couple.circle).select_for_update().get(id=ritual)
        if RitualYes.objects.filter(circle_id=couple.circle, ritual_id=row.id).count() < BOTH:
            raise Ritual.DoesNotExist
        body = read(keyring, row).body
        if len(body.out) >= MOST_LEFT_OUT:
            raise Enough
        with sealing_for_two():
            write(keyring, row, RitualV1(body=replace(body, out=tuple(sorted({*body.out, was})))))
        row.save()


def end_for_circle(keyring: Keyring, circle: UUID) -> None:
    """Somebody left: nothing holds for two any more."""
    with transaction.atomic():
        every = Ritual.objects.within(keyring, circle)
        _drop(keyring, circle, list(every.values_list("id", flat=True)))


def _yes(circle: UUID) -> dict[UUID, set[UUID]]:
    said: dict[UUID, set[UUID]] = {}
    for row in RitualYes.objects.filter(circle_id=circle):
        said.setdefault(row.ritual_id, set()).add(row.person_id)
    return said


def _drop(keyring: Keyring, circle: UUID, rituals: list[UUID]) -> None:
    RitualYes.objects.filter(circle_id=circle, ritual_id__in=rituals).delete()
    Ritual.objects.within(keyring, circle).filter(id__in=rituals).delete()


def out_of_sight(keyring: Keyring) -> AsideV1:
    row = OutOfSight.objects.one(keyring, keyring.own)
    return read(keyring, row) if row else AsideV1()


def put_out_of_sight(keyring: Keyring, ritual: UUID) -> None:
    """Sealed to this person alone, and no answer to anybody."""
    with transaction.atomic():
        row = OutOfSight.objects.hold(keyring, keyring.own) or OutOfSight(circle_id=keyring.own)
        known = read(keyring, row).rituals if row.version else ()
        write(keyring, row, AsideV1(rituals=tuple(dict.fromkeys((*known, ritual)))[-MOST_ASIDE:]))
        row.save()
