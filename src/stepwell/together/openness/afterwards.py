"""How it was: said by each alone, kept in their own circle, never shown to the other."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import Keyring, write
from stepwell.own.understanding.api import drop
from stepwell.together.openness import asking, leaf
from stepwell.together.openness.content import AfterV1, LeafV1, OpeningV1, Role, Went
from stepwell.together.openness.limits import DEEPEST, Gone
from stepwell.together.openness.models import After, Opening


@dataclass(frozen=True)
class Told:
    """Something told of which this person may say how it was. mine: they told it."""

    id: UUID
    words: str
    mine: bool


def told(keyring: Keyring, couple: Couple, kept: LeafV1) -> list[Told]:
    """Of which nothing was said yet, by this person; what the other said of it shows nowhere."""
    rows = asking.in_couple(keyring, couple).filter(told=True).order_by("id")
    return [
        Told(row.id, said.words, row.person_id == keyring.person_id)
        for row, said in _readable(keyring, rows)
        if row.id not in kept.answered
    ]


def _readable(keyring: Keyring, rows: Iterable[Opening]) -> Iterable[tuple[Opening, OpeningV1]]:
    for row in rows:
        said = asking.opened(keyring, row)
        if said and asking.left_for_afterwards(said):
            yield row, said


def one(keyring: Keyring, couple: Couple, opening: UUID) -> Told:
    """Raises Gone where there is none for this person, or they have said how it was."""
    for found in told(keyring, couple, leaf.leaf_of(keyring)):
        if found.id == opening:
            return found
    raise Gone


def say(
    keyring: Keyring, couple: Couple, opening: UUID, *, went: Went, helped: Iterable[str], day: date
) -> None:
    """Once: what is said a second time changes nothing. Where nothing is said, nothing is kept. Raises Gone.

    Where whoever told it says that it went well, and it was as deep as they go, they may go one deeper.
    """
    rows = list(asking.in_couple(keyring, couple).filter(told=True, id=opening))
    found = next(iter(_readable(keyring, rows)), None)
    if found is None:
        raise Gone
    role: Role = "told" if found[0].person_id == keyring.person_id else "heard"
    fresh: list[bool] = []

    def how(kept: LeafV1) -> LeafV1:
        fresh[:] = [opening not in kept.answered]
        if not fresh[0]:
            return kept
        deep = kept.told.get(opening.hex)
        deeper = went == "well" and role == "told" and deep == kept.depth < DEEPEST
        left = {key: value for key, value in kept.told.items() if key != opening.hex}
        depth = kept.depth + deeper
        return replace(kept, depth=depth, told=left, answered=(*kept.answered, opening))

    with transaction.atomic():
        leaf.change(keyring, how)
        if fresh[0] and (went != "unsaid" or tuple(helped)):
            row = After(circle_id=keyring.own)
            write(keyring, row, AfterV1(day=day, role=role, went=went, helped=tuple(helped)))
            row.save(force_insert=True)


def forget(keyring: Keyring) -> None:
    """Everything this person said afterwards, and what was found from it. How deep they go stays."""
    with transaction.atomic():
        if After.objects.within(keyring, keyring.own).delete()[0]:
            drop(keyring)
