"""The word that notes are welcome: said by each alone, taken back at any moment, nothing in between to see.

Notes lie between two while both words stand. A word that one's own safety keeps back is held in its owner's
leaf, and looks to everybody, its owner's page included, like any other.
"""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from stepwell.ground.spaces.api import Couple, NotNow, couple_of, sealing_for_two
from stepwell.ground.vault.api import Keyring, write
from stepwell.together.affection import gate
from stepwell.together.affection.content import WordV1
from stepwell.together.affection.models import Word

BOTH = 2


def has_said(keyring: Keyring, couple: Couple) -> bool:
    """My own word, held back or not. The other's is nobody's to ask."""
    return _mine(keyring, couple).exists() or key_of(couple.circle) in gate.held(keyring)


def is_open(keyring: Keyring, couple: Couple | None) -> bool:
    """Whether notes lie between the two now. Every cause why they do not is the same answer."""
    if couple is None or couple.paused or not gate.may_draw_near(keyring):
        return False
    return Word.objects.within(keyring, couple.circle).count() == BOTH


def say(keyring: Keyring, couple: Couple) -> None:
    """Notes are welcome to me. Said twice it is said once. Raises NotNow."""
    if not gate.may_draw_near(keyring):
        if not has_said(keyring, couple):
            gate.hold(keyring, key_of(couple.circle))
        return
    _write(keyring, couple)


def take_back(keyring: Keyring, couple: Couple) -> None:
    """My word is gone. Nothing tells that it was there. Also while the space rests."""
    with transaction.atomic():
        gate.let_go(keyring, key_of(couple.circle))
        _mine(keyring, couple).delete()


def visit(keyring: Keyring, couple: Couple | None) -> None:
    """What may not count any more is held; what was held counts from when it may."""
    if couple is None or couple.paused:
        return
    may = gate.may_draw_near(keyring)
    if not may and _mine(keyring, couple).exists():
        with transaction.atomic():
            _mine(keyring, couple).delete()
            gate.hold(keyring, key_of(couple.circle))
    elif may and key_of(couple.circle) in gate.held(keyring):
        try:
            with transaction.atomic():
                gate.let_go(keyring, key_of(couple.circle))
                _write(keyring, couple)
        except NotNow:
            return


def settle(keyring: Keyring) -> None:
    """At once when somebody's own answers change, before any page of this room."""
    visit(keyring, couple_of(keyring))


def hold_open(keyring: Keyring, couple: Couple) -> bool:
    """The same as `is_open`, held until the transaction ends: no word goes while a note is laid down."""
    if couple.paused or not gate.may_draw_near(keyring):
        return False
    rows = Word.objects.within(keyring, couple.circle).order_by("id").select_for_update()
    return len(rows) == BOTH


def _write(keyring: Keyring, couple: Couple) -> None:
    try:
        with sealing_for_two(), transaction.atomic():
            if _mine(keyring, couple).exists():
                return
            row = Word(circle_id=couple.circle, person_id=keyring.person_id)
            write(keyring, row, WordV1())
            row.save(force_insert=True)
    except IntegrityError:  # the same press from another tab
        return


def _mine(keyring: Keyring, couple: Couple) -> QuerySet[Word]:
    return Word.objects.within(keyring, couple.circle).filter(person_id=keyring.person_id)


def key_of(circle: UUID) -> str:
    """Under which a word for that space is held."""
    return f"affection {circle.hex}"
