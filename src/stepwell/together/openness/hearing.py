"""Agreeing to hear, and taking that back; that it was told."""

from contextlib import suppress
from uuid import UUID

from django.db import transaction
from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple, open_space, sealing_for_two
from stepwell.ground.vault.api import ChangedIdentity, Keyring, NoSeat
from stepwell.together.openness import asking, gate, leaf
from stepwell.together.openness.content import LeafV1
from stepwell.together.openness.limits import Gone, Later
from stepwell.together.openness.models import Opening


def say_yes(keyring: Keyring, couple: Couple, opening: UUID) -> None:
    """I agree to hear it. Where that does not count yet it is kept in my own leaf. Raises Later, NotNow."""
    open_space(couple)
    if gate.too_much(keyring):
        raise Later
    with sealing_for_two(), transaction.atomic():
        if gate.may_draw_near(keyring):
            _forget_yes(keyring, opening)
            agree(keyring, couple, opening, agreed=True)
        elif asking.theirs_of(keyring, couple).filter(id=opening).exists():
            leaf.change(keyring, lambda kept: replace(kept, yes=(*leaf.without(kept.yes, opening), opening)))


def not_any_more(keyring: Keyring, couple: Couple, opening: UUID) -> None:
    """My yes is taken back: for the other it stands as if nobody had said anything. Twice is once."""
    with transaction.atomic():
        _forget_yes(keyring, opening)
        agree(keyring, couple, opening, agreed=False)


def agree(keyring: Keyring, couple: Couple, opening: UUID, *, agreed: bool) -> None:
    """Raises NoSeat, ChangedIdentity for a yes. To take one back is never refused: where the row cannot be
    written it goes, as a wish does that ran out."""
    row = asking.theirs_of(keyring, couple).select_for_update().filter(id=opening).first()
    kept = asking.opened(keyring, row) if row else None
    if row and kept and kept.agreed != agreed and asking.stands(kept):
        try:
            asking.rewrite(keyring, row, replace(kept, agreed=agreed))
        except (NoSeat, ChangedIdentity):
            if agreed:
                raise
            row.delete()


def _forget_yes(keyring: Keyring, opening: UUID) -> None:
    leaf.change(keyring, lambda kept: replace(kept, yes=leaf.without(kept.yes, opening)))


def agreed_one(keyring: Keyring, couple: Couple, opening: UUID) -> asking.Opened:
    """One that both said yes to and that is not told yet, as this person sees it. Raises Gone."""
    kept = leaf.leaf_of(keyring)
    for one in (asking.mine(keyring, couple, kept), asking.theirs(keyring, couple, kept)):
        if one and one.id == opening and one.agreed:
            return one
    raise Gone


def is_told(keyring: Keyring, couple: Couple, opening: UUID) -> None:
    """By who told it. From here on each may say, alone, how it was. Pressed twice it is said once."""
    with transaction.atomic(), suppress(NoSeat, ChangedIdentity):
        leaf.hold(keyring)
        rows = asking.in_couple(keyring, couple).filter(person_id=keyring.person_id, id=opening, told=False)
        row = rows.select_for_update().first()
        kept = asking.opened(keyring, row) if row else None
        if row is None or kept is None or not kept.agreed:
            return
        row.told = True
        asking.rewrite(keyring, row, replace(kept, told_on=asking.today()))
        _note_depth(keyring, row)


def _note_depth(keyring: Keyring, row: Opening) -> None:
    def how(kept: LeafV1) -> LeafV1:
        return replace(kept, asked=0, waiting=None, told={**kept.told, row.id.hex: kept.asked})

    leaf.change(keyring, how)
