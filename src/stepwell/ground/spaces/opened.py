"""The space of two that somebody has a seat in, if there is one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Subquery
from django.utils.translation import gettext as _

from stepwell.ground.spaces.content import MemberV1
from stepwell.ground.spaces.models import Departure, Member, OwnKey, Readiness, Space
from stepwell.ground.vault.api import (
    CannotOpen,
    ChangedIdentity,
    Conflict,
    Keyring,
    my_bundle,
    new_epoch,
    read,
    save_written,
    seats,
    write,
)

TWO = 2


@dataclass(frozen=True)
class Couple:
    """An open seat beside somebody else's. `paused`: the space rests, and nothing of the other is shown."""

    circle: UUID
    partner_id: UUID
    partner_name: str
    paused: bool


@dataclass(frozen=True)
class HeldSpace:
    """A space that can still be read, open or ended."""

    circle: UUID
    made_on: date
    open: bool


def couple_of(keyring: Keyring) -> Couple | None:
    """The space of two in which this keyring has an open seat; None after either left. Two queries.

    Whoever was left behind gets a key of their own here, once: the newest was made by who left.
    """
    for space in _spaces(keyring.seated):
        if not _is_open(keyring, space):
            _make_own_key(keyring, space)
            continue
        (partner,) = seats(keyring, space.circle_id) - {keyring.person_id}
        name = _name_of(keyring, space.circle_id, partner)
        return Couple(space.circle_id, partner, name, paused=(space.ready or 0) < TWO)
    return None


def my_spaces(keyring: Keyring) -> tuple[HeldSpace, ...]:
    """Every space this keyring can read, the newest first."""
    return tuple(
        HeldSpace(space.circle_id, space.made_on, _is_open(keyring, space))
        for space in _spaces(keyring.circles)
    )


def say_my_name(keyring: Keyring, circle: UUID, name: str) -> None:
    """Show the other the name that this person goes by now. Does nothing when it is shown already."""
    row = Member.objects.within(keyring, circle).filter(person_id=keyring.person_id).first()
    try:
        if row is not None and read(keyring, row).name == name:
            return
        row = row or Member(circle_id=circle, person_id=keyring.person_id)
        write(keyring, row, MemberV1(name=name))
        save_written(row)
    except (CannotOpen, ChangedIdentity, Conflict):
        return


def _spaces(circles: Iterable[UUID]) -> Iterable[Any]:
    ready = Readiness.objects.filter(circle_id=OuterRef("circle_id")).values("circle_id")
    left = Departure.objects.filter(circle_id=OuterRef("circle_id"))
    found = Space.objects.filter(circle_id__in=sorted(circles)).annotate(
        ready=Subquery(ready.annotate(count=Count("id")).values("count")),
        left=Exists(left),
    )
    return found.order_by("-circle_id")


def _is_open(keyring: Keyring, space: Any) -> bool:
    there = seats(keyring, space.circle_id)
    return len(there) == TWO and keyring.person_id in there and not space.left


def _make_own_key(keyring: Keyring, space: Any) -> None:
    left = Departure.objects.filter(circle_id=space.circle_id, person_id=keyring.person_id)
    if OwnKey.objects.filter(circle_id=space.circle_id).exists() or left.exists():
        return
    try:
        with transaction.atomic():
            new_epoch(keyring, space.circle_id, {keyring.person_id: my_bundle(keyring)})
            OwnKey.objects.get_or_create(circle_id=space.circle_id)
    except Conflict:
        return


def _name_of(keyring: Keyring, circle: UUID, person_id: UUID) -> str:
    row = Member.objects.within(keyring, circle).filter(person_id=person_id).first()
    try:
        return str(read(keyring, row).name) if row else _("your partner")
    except CannotOpen:
        return _("your partner")
