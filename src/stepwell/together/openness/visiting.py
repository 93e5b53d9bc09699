"""What a visit brings up to date: what ran out goes; what was held counts from when it may, or is held."""

from contextlib import suppress
from uuid import UUID

from django.db import IntegrityError, transaction
from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple, couple_of
from stepwell.ground.vault.api import ChangedIdentity, Keyring, NoSeat
from stepwell.together.openness import asking, gate, hearing, leaf
from stepwell.together.openness.content import LeafV1, OpeningV1


def visit(keyring: Keyring, couple: Couple | None) -> None:
    """Nothing is written where nothing moved."""
    if couple is None or couple.paused:
        return
    if not _anything(keyring, couple):
        return
    with suppress(IntegrityError, NoSeat, ChangedIdentity), transaction.atomic():
        leaf.hold(keyring)
        there = _sweep(keyring, couple)
        kept = leaf.change(keyring, lambda kept: _pruned(kept, couple, there))
        counts = gate.may_draw_near(keyring)
        _settle_wish(keyring, couple, kept, counts=counts)
        _settle_yes(keyring, couple, kept, counts=counts)


def _anything(keyring: Keyring, couple: Couple) -> bool:
    """Most often there is nothing between the two, and nobody has to wait for a write."""
    kept = leaf.leaf_of(keyring)
    noted = kept.waiting or kept.yes or kept.aside or kept.told or kept.answered
    return bool(noted) or asking.in_couple(keyring, couple).exists()


def settle(keyring: Keyring) -> None:
    """Something may count that did not, or no longer may: at once, before any page."""
    visit(keyring, couple_of(keyring))


def _sweep(keyring: Keyring, couple: Couple) -> set[UUID]:
    """What ran out goes by its day alone, whoever comes by. Gives the ids of what stands."""
    there: set[UUID] = set()
    over: set[UUID] = set()
    for row in asking.in_couple(keyring, couple):
        kept = asking.opened(keyring, row)
        holds = kept is not None and (asking.left_for_afterwards(kept) if row.told else asking.stands(kept))
        (there if holds else over).add(row.id)
    if over:
        asking.in_couple(keyring, couple).filter(id__in=over).delete()
    return there


def _pruned(kept: LeafV1, couple: Couple, there: set[UUID]) -> LeafV1:
    """A leaf knows nothing of what is no more, nor of a space that ended."""
    held = kept.waiting
    if held and (held.circle != couple.circle or not asking.stands(held)):
        held = None
    return replace(
        kept,
        waiting=held,
        yes=tuple(one for one in kept.yes if one in there),
        aside=tuple(one for one in kept.aside if one in there),
        answered=tuple(one for one in kept.answered if one in there),
        told={key: deep for key, deep in kept.told.items() if UUID(hex=key) in there},
    )


def _settle_wish(keyring: Keyring, couple: Couple, mine: LeafV1, *, counts: bool) -> None:
    held = mine.waiting
    rows = asking.in_couple(keyring, couple).filter(person_id=keyring.person_id, told=False)
    if counts and held:
        if not rows.exists():
            # To the other it was said only now.
            wish = OpeningV1(words=held.words, boundary=held.boundary, day=asking.today())
            asking.put(keyring, couple, wish)
        leaf.change(keyring, lambda kept: replace(kept, waiting=None))
    elif not counts:
        row = rows.select_for_update().first()
        wish_now = asking.opened(keyring, row) if row else None
        if row and wish_now:
            back = asking.held_of(
                couple, replace(wish_now, day=asking.today() if wish_now.agreed else wish_now.day)
            )
            leaf.change(keyring, lambda kept: replace(kept, waiting=back))
            row.delete()


def _settle_yes(keyring: Keyring, couple: Couple, mine: LeafV1, *, counts: bool) -> None:
    if counts:
        for opening in mine.yes:
            hearing.agree(keyring, couple, opening, agreed=True)
        if mine.yes:
            leaf.change(keyring, lambda kept: replace(kept, yes=()))
        return
    row = asking.theirs_of(keyring, couple).first()
    kept_row = asking.opened(keyring, row) if row else None
    if row and kept_row and kept_row.agreed:
        hearing.agree(keyring, couple, row.id, agreed=False)
        leaf.change(keyring, lambda kept: replace(kept, yes=(*leaf.without(kept.yes, row.id), row.id)))
