"""Showing a single line to the other, and taking that back. To show is to seal a copy."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from stepwell.ground.spaces.api import Couple, NotNow, open_space, sealing_for_two
from stepwell.ground.vault.api import Keyring, read_many, write
from stepwell.own.pace.content import LEAVES, LeafV1, LineV1, Said, lines_of
from stepwell.own.pace.models import Line
from stepwell.own.pace.own import hold

MOST = 40
Shown = tuple[Line, LineV1]


class SeenOtherwise(Exception):
    """The line does not stand on the leaf any more as it was looked at. Nothing was shown."""


def mine(keyring: Keyring, circle: UUID | None = None) -> list[Shown]:
    """What this person shows, in that circle or in every one that they can open."""
    rows = Line.objects.readable(keyring).filter(person_id=keyring.person_id)
    return _read(keyring, rows.filter(circle_id=circle) if circle else rows)


def theirs(keyring: Keyring, couple: Couple) -> list[Shown]:
    """What the other shows, in an order that tells nothing of when. Nothing while the space rests."""
    if couple.paused:
        return []
    rows = Line.objects.within(keyring, couple.circle).filter(person_id=couple.partner_id)
    return _read(keyring, rows)


def show(keyring: Keyring, line: LineV1, couple: Couple | None) -> None:
    """Show exactly this line. Shown already is no error. Raises NotNow or SeenOtherwise, nothing changed."""
    couple = open_space(couple)
    with transaction.atomic():
        _, pace = hold(keyring)
        if line.words not in lines_of(pace.leaves.get(line.leaf, LeafV1()).said.get(line.part, "")):
            raise SeenOtherwise
        shown = [said for _, said in mine(keyring, couple.circle)]
        if line in shown:
            return
        if len(shown) >= MOST:
            raise NotNow("many")
        row = Line(circle_id=couple.circle, person_id=keyring.person_id)
        with sealing_for_two():
            write(keyring, row, line)
        row.save(force_insert=True)


def take_back(keyring: Keyring, line: UUID) -> None:
    """Nobody else can open it from now on, here or in a space that was left. What was read stays read."""
    Line.objects.readable(keyring).filter(id=line, person_id=keyring.person_id).delete()


def follow(keyring: Keyring, leaf: str, said: Said) -> None:
    """After a change of a leaf: a line that does not stand there any more is not shown any more either.

    In every space, also one that was left: what somebody wants, or does not want, is for now.
    """
    here = {(part, line) for part in LEAVES[leaf] for line in lines_of(said.get(part, ""))}
    for row, line in mine(keyring):
        if line.leaf == leaf and (line.part, line.words) not in here:
            row.delete()


def _read(keyring: Keyring, rows: Iterable[Line]) -> list[Shown]:
    found = sorted(rows, key=lambda row: row.id)
    shown = list(zip(found, read_many(keyring, found), strict=True))
    order = {(leaf, part): at for at, (leaf, part) in enumerate(_places())}
    return sorted(shown, key=lambda one: order.get((one[1].leaf, one[1].part), len(order)))


def _places() -> list[tuple[str, str]]:
    return [(leaf, part) for leaf, parts in LEAVES.items() for part in parts]
