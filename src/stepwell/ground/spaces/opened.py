"""The space of two that somebody has a seat in, if there is one."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
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
class _Found:
    """One space as its rows tell it. ready: how many said that they are. left: whether anybody did."""

    circle: UUID
    made_on: date
    ready: int
    left: bool


@dataclass(frozen=True)
class HeldSpace:
    """A space that can still be read, open or ended."""

    circle: UUID
    made_on: date
    open: bool


def couple_of(keyring: Keyring) -> Couple | None:
    """The space of two in which this keyring has an open seat; None after either left.

    Four short queries, and none for somebody who has always been alone. Whoever was left behind gets a key of
    their own here, once: the newest was made by who left.
    """
    for space in _spaces(keyring, keyring.seated):
        if not _is_open(keyring, space):
            _make_own_key(keyring, space.circle)
            continue
        (partner,) = seats(keyring, space.circle) - {keyring.person_id}
        name = _name_of(keyring, space.circle, partner)
        return Couple(space.circle, partner, name, paused=space.ready < TWO)
    return None


def my_spaces(keyring: Keyring) -> tuple[HeldSpace, ...]:
    """Every space this keyring can read, the newest first."""
    return tuple(
        HeldSpace(space.circle, space.made_on, _is_open(keyring, space))
        for space in _spaces(keyring, keyring.circles)
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


def _spaces(keyring: Keyring, circles: Iterable[UUID]) -> Iterator[_Found]:
    """The newest first. Three plain queries cost less than one that counts within."""
    own = set() if keyring.locked else {keyring.own}
    asked = sorted(set(circles) - own)
    if not asked:
        return
    rows = list(Space.objects.filter(circle_id__in=asked).order_by("-circle_id"))
    ready = Counter(Readiness.objects.filter(circle_id__in=asked).values_list("circle_id", flat=True))
    left = set(Departure.objects.filter(circle_id__in=asked).values_list("circle_id", flat=True))
    for row in rows:
        yield _Found(row.circle_id, row.made_on, ready[row.circle_id], row.circle_id in left)


def _is_open(keyring: Keyring, space: _Found) -> bool:
    there = seats(keyring, space.circle)
    return len(there) == TWO and keyring.person_id in there and not space.left


def _make_own_key(keyring: Keyring, circle: UUID) -> None:
    left = Departure.objects.filter(circle_id=circle, person_id=keyring.person_id)
    if OwnKey.objects.filter(circle_id=circle).exists() or left.exists():
        return
    try:
        with transaction.atomic():
            new_epoch(keyring, circle, {keyring.person_id: my_bundle(keyring)})
            OwnKey.objects.get_or_create(circle_id=circle)
    except Conflict:
        return


def _name_of(keyring: Keyring, circle: UUID, person_id: UUID) -> str:
    row = Member.objects.within(keyring, circle).filter(person_id=person_id).first()
    try:
        return str(read(keyring, row).name) if row else _("your partner")
    except CannotOpen:
        return _("your partner")
