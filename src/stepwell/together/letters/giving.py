"""Giving a letter to the other, and taking it back. To give is to seal a copy for the two."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from stepwell.ground.spaces.api import Couple, NotNow, open_space, sealing_for_two
from stepwell.ground.vault.api import Keyring, read, write
from stepwell.own.selfcare.api import too_much
from stepwell.together.letters.content import LetterV1, SentV1
from stepwell.together.letters.limits import MOST_A_DAY, EnoughForToday, Moved
from stepwell.together.letters.models import Letter, Said, Sent


def give(keyring: Keyring, letter: UUID, *, revision: int, couple: Couple | None, today: date) -> UUID:
    """Give this very wording to the other. Pressed twice it is given once.

    Raises Letter.DoesNotExist, NotNow, EnoughForToday; Moved when the wording was changed since the page.
    """
    couple = open_space(couple)
    mine = Sent.objects.within(keyring, couple.circle).filter(person_id=keyring.person_id)
    try:
        with sealing_for_two(), transaction.atomic():
            row = Letter.objects.within(keyring, keyring.own).select_for_update().get(id=letter)
            kept: LetterV1 = read(keyring, row)
            given: Sent | None = mine.filter(origin_id=letter).first()
            if given:
                return given.id
            if kept.revision != revision:
                raise Moved
            if too_much(keyring):
                raise NotNow("much")
            if mine.filter(day=today).count() >= MOST_A_DAY:
                raise EnoughForToday
            copy = Sent(circle_id=couple.circle, origin_id=letter, person_id=keyring.person_id, day=today)
            write(keyring, copy, SentV1(sort=kept.sort, parts=kept.parts, given_on=today))
            copy.save(force_insert=True)
    except IntegrityError:
        copy = mine.get(origin_id=letter)
    return copy.id


def copies(keyring: Keyring, letter: UUID) -> QuerySet[Sent]:
    """Every copy of it, also in spaces that were left: taking back needs no seat."""
    found = Sent.objects.readable(keyring)
    return found.filter(origin_id=letter, person_id=keyring.person_id)


def take_back(keyring: Keyring, given: UUID) -> bool:
    """The copy goes, and what its writer said to it. What the other said stays: it is their own words.

    Needs nobody's consent and no open space. Pressed twice it is done once; False where there is none.
    """
    with transaction.atomic():
        mine = Sent.objects.readable(keyring).filter(person_id=keyring.person_id)
        row = mine.select_for_update().filter(id=given).first()
        if row is None:
            return False
        said = Said.objects.readable(keyring).filter(circle_id=row.circle_id, letter_id=row.id)
        said.filter(person_id=keyring.person_id).delete()
        row.delete()
        return True
