"""Showing a check-in to the other, part by part, and taking that back. To show is to seal a copy."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from msgspec.structs import replace

from stepwell.ground.spaces.api import Copies, Couple, open_space
from stepwell.ground.vault.api import Keyring, read, write
from stepwell.together.between import api as between
from stepwell.together.checkins.content import CheckInV1, SharedV1, chosen, in_order, is_blank
from stepwell.together.checkins.models import CheckIn, Shared


def _said(kept: CheckInV1) -> SharedV1 | None:
    answers = chosen(kept.answers, kept.shown)
    return None if is_blank(answers) else SharedV1(answers=answers)


COPIES = Copies(CheckIn, Shared, _said, on_gone=between.drop)


def show(keyring: Keyring, check_in: UUID, parts: Iterable[str], couple: Couple | None) -> None:
    """Show exactly these parts, at least one. Raises CheckIn.DoesNotExist, or NotNow with nothing changed."""
    asked = in_order(parts)
    if not asked:
        raise ValueError("to show nothing is to withdraw")
    mine = CheckIn.objects.within(keyring, keyring.own)
    mine.get(id=check_in)
    couple = open_space(couple)
    with transaction.atomic():
        row = mine.select_for_update().get(id=check_in)
        kept = replace(read(keyring, row), shown=asked)
        write(keyring, row, kept)
        row.save()
        COPIES.seal(keyring, row, kept, couple.circle)


def withdraw(keyring: Keyring, check_in: UUID) -> None:
    """Nobody else can open it from now on, here or in a space that was left. What was read stays read."""
    COPIES.of(keyring, check_in).delete()
    between.drop(keyring)
