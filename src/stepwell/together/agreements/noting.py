"""What is one person's alone beside an agreement: words about a signature, and what they put out of sight."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from stepwell.ground.spaces.api import NotNow
from stepwell.ground.vault.api import Conflict, Keyring, read, read_many, save_written, write
from stepwell.together.agreements.content import PressureV1, SightV1
from stepwell.together.agreements.models import Pressure, Sight

Offer = tuple[UUID, int]
MOST_NOTES = 200
MOST_AWAY = 400


def write_down(
    keyring: Keyring, agreement: UUID, version: int, words: str, *, form_id: UUID, now: datetime, day: date
) -> None:
    """Keep it in the own circle. The same form sent again is one note. Raises NotNow when no more fit."""
    try:
        with transaction.atomic():
            own = Pressure.objects.within(keyring, keyring.own)
            if own.filter(form_id=form_id).exists():
                return
            if own.count() >= MOST_NOTES:
                raise NotNow("many")
            row = Pressure(circle_id=keyring.own, form_id=form_id, day=day)
            write(keyring, row, PressureV1(of=agreement, version=version, words=words, at=now))
            row.save(force_insert=True)
    except IntegrityError:
        return


def notes(keyring: Keyring, agreement: UUID) -> list[tuple[UUID, PressureV1]]:
    """The newest first."""
    return [(note, said) for note, said in all_notes(keyring) if said.of == agreement]


def all_notes(keyring: Keyring) -> list[tuple[UUID, PressureV1]]:
    rows = list(Pressure.objects.within(keyring, keyring.own).order_by("-id"))
    return [(row.id, said) for row, said in zip(rows, read_many(keyring, rows), strict=True)]


def let_go(keyring: Keyring, note: UUID) -> None:
    """Delete one of my notes. One that is gone already is no error."""
    Pressure.objects.within(keyring, keyring.own).filter(id=note).delete()


def out_of_sight(keyring: Keyring) -> frozenset[Offer]:
    """(agreement, version) of each offer that I put away. A newer version of it is in sight."""
    row = Sight.objects.one(keyring, keyring.own)
    return frozenset(read(keyring, row).away) if row else frozenset()


def put_away(keyring: Keyring, agreement: UUID, version: int) -> None:
    _keep(keyring, lambda away: [*away, (agreement, version)])


def bring_back(keyring: Keyring, agreement: UUID) -> None:
    _keep(keyring, lambda away: [one for one in away if one[0] != agreement])


def _keep(keyring: Keyring, change: Callable[[list[Offer]], list[Offer]]) -> None:
    """Raises Conflict when another window was first to put something away."""
    with transaction.atomic():
        row = Sight.objects.hold(keyring, keyring.own)
        before: list[Offer] = list(read(keyring, row).away) if row else []
        after = tuple(dict.fromkeys(change(before)))[-MOST_AWAY:]
        row = row or Sight(circle_id=keyring.own)
        write(keyring, row, SightV1(away=after))
        try:
            save_written(row)
        except IntegrityError:
            raise Conflict from None
