"""The space of two that somebody has a seat in, if there is one."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from stepwell.ground.spaces.content import MemberV1
from stepwell.ground.spaces.models import Departure, Member, OwnKey, Space
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
# Who is shown under which name, each with how many are ready there, and how many have left. Every page of two
# asks this. Written out, because to compose it takes longer than to run it.
MEMBERS = """
    SELECT *,
        (SELECT COUNT(*) FROM spaces_readiness WHERE circle_id = spaces_member.circle_id) AS ready,
        (SELECT COUNT(*) FROM spaces_departure WHERE circle_id = spaces_member.circle_id) AS gone
    FROM spaces_member WHERE circle_id IN (%s)
"""


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
    """The space of two in which this keyring has an open seat; None after either left.

    One short query, and none for somebody who has always been alone. Whoever was left behind gets a key
    of their own here, once: the newest was made by who left.
    """
    asked = _of_two(keyring, keyring.seated)
    if not asked:
        return None
    members = Member.objects.plain(keyring, asked, MEMBERS)
    ready = {row.circle_id: row.ready for row in members}
    left = {row.circle_id for row in members if row.gone}
    for circle in sorted(ready, reverse=True):
        if not _is_open(keyring, circle, left):
            _make_own_key(keyring, circle)
            continue
        (partner,) = seats(keyring, circle) - {keyring.person_id}
        shown = next((row for row in members if (row.circle_id, row.person_id) == (circle, partner)), None)
        return Couple(circle, partner, _name(keyring, shown), paused=ready[circle] < TWO)
    return None


def my_spaces(keyring: Keyring) -> tuple[HeldSpace, ...]:
    """Every space this keyring can read, the newest first."""
    asked = _of_two(keyring, keyring.circles)
    left = _left(asked)
    return tuple(
        HeldSpace(space.circle_id, space.made_on, _is_open(keyring, space.circle_id, left))
        for space in Space.objects.filter(circle_id__in=asked).order_by("-circle_id")
    )


def names_in(keyring: Keyring, circle: UUID) -> dict[UUID, str]:
    """Under which name each goes in this space, as far as it still stands there. Raises NoSeat. One query."""
    names = {}
    for row in Member.objects.within(keyring, circle):
        with suppress(CannotOpen):
            names[row.person_id] = str(read(keyring, row).name)
    return names


def say_my_name(keyring: Keyring, circle: UUID, name: str) -> None:
    """Show the other the name that this person goes by now. Does nothing when it is shown already."""
    row = Member.objects.one(keyring, circle, person_id=keyring.person_id)
    try:
        if row is not None and read(keyring, row).name == name:
            return
        row = row or Member(circle_id=circle, person_id=keyring.person_id)
        write(keyring, row, MemberV1(name=name))
        save_written(row)
    except (CannotOpen, ChangedIdentity, Conflict):
        return


def _of_two(keyring: Keyring, circles: Iterable[UUID]) -> list[UUID]:
    return sorted(set(circles) - (set() if keyring.locked else {keyring.own}))


def _left(circles: Iterable[UUID]) -> set[UUID]:
    """Those of them that somebody left."""
    return set(Departure.objects.filter(circle_id__in=circles).values_list("circle_id", flat=True))


def _is_open(keyring: Keyring, circle: UUID, left: set[UUID]) -> bool:
    there = seats(keyring, circle)
    return len(there) == TWO and keyring.person_id in there and circle not in left


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


def _name(keyring: Keyring, row: Member | None) -> str:
    try:
        return str(read(keyring, row).name) if row else _("your partner")
    except CannotOpen:
        return _("your partner")
