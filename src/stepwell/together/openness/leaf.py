"""A person's own leaf: how deep they go now, prompts of their own. Nobody else ever reads it."""

from collections.abc import Callable
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from msgspec.structs import replace

from stepwell.ground.vault.api import Conflict, Keyring, read, write
from stepwell.together.openness.content import LeafV1, OwnV1
from stepwell.together.openness.limits import MOST_OWN, Enough
from stepwell.together.openness.models import Leaf

Change = Callable[[LeafV1], LeafV1]


def leaf_of(keyring: Keyring) -> LeafV1:
    """An empty one where there is none yet. Raises Locked."""
    row = Leaf.objects.one(keyring, keyring.own)
    return read(keyring, row) if row else LeafV1()


def change(keyring: Keyring, how: Change) -> LeafV1:
    """Read, change, write as one step; gives what stands then. Where nothing changes nothing is written."""
    for _ in range(5):
        try:
            with transaction.atomic():
                return _change_once(keyring, how)
        except IntegrityError:  # another tab made the first row meanwhile
            continue
    raise Conflict


def _change_once(keyring: Keyring, how: Change) -> LeafV1:
    row = Leaf.objects.hold(keyring, keyring.own)
    before: LeafV1 = read(keyring, row) if row else LeafV1()
    after = how(before)
    if after == before:
        return after
    new = row is None
    row = row or Leaf(circle_id=keyring.own)
    write(keyring, row, after)
    row.save(force_insert=new, force_update=not new)
    return after


def hold(keyring: Keyring) -> None:
    """Within a transaction: whoever changes rows of two takes their own leaf first, so that no two acts wait
    for one another."""
    list(Leaf.objects.within(keyring, keyring.own).select_for_update().values_list("id"))


def add(keyring: Keyring, text: str, depth: int) -> None:
    """A prompt of one's own. One that stands there already is not doubled. Raises Enough."""

    def how(leaf: LeafV1) -> LeafV1:
        if any(one.text == text and one.depth == depth for one in leaf.own):
            return leaf
        if len(leaf.own) >= MOST_OWN:
            raise Enough
        return replace(leaf, own=(*leaf.own, OwnV1(id=uuid4(), text=text, depth=depth)))

    change(keyring, how)


def let_go(keyring: Keyring, own: UUID) -> None:
    """One that is not there is gone already."""
    change(keyring, lambda leaf: replace(leaf, own=tuple(one for one in leaf.own if one.id != own)))


def set_aside(keyring: Keyring, opening: UUID, *, aside: bool) -> None:
    """Out of one's own sight, or back. Nobody learns of it."""

    def how(leaf: LeafV1) -> LeafV1:
        kept = without(leaf.aside, opening)
        return replace(leaf, aside=(*kept, opening) if aside else kept)

    change(keyring, how)


def without(some: tuple[UUID, ...], one: UUID) -> tuple[UUID, ...]:
    return tuple(other for other in some if other != one)
