"""Verbs on one's own letters, which only their writer can open."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from msgspec.structs import replace

from stepwell.ground.vault.api import Keyring, read, write
from stepwell.together.letters import giving
from stepwell.together.letters.content import LetterV1, PartV1, Sort
from stepwell.together.letters.limits import MOST_A_DAY, EnoughForToday
from stepwell.together.letters.models import Letter


class ChangedElsewhere(Exception):
    """The letter was changed in another place since the page was opened. kept: what stands there now."""

    def __init__(self, kept: LetterV1) -> None:
        super().__init__()
        self.kept = kept


def keep(keyring: Keyring, *, form_id: UUID, sort: Sort, parts: tuple[PartV1, ...], today: date) -> UUID:
    """Keep one letter. The same form sent again gives the first id. Raises EnoughForToday."""
    own = Letter.objects.within(keyring, keyring.own)
    try:
        with transaction.atomic():
            earlier: Letter | None = own.filter(form_id=form_id).first()
            if earlier:
                return earlier.id
            if own.filter(day=today).count() >= MOST_A_DAY:
                raise EnoughForToday
            row = Letter(circle_id=keyring.own, day=today, form_id=form_id)
            write(keyring, row, LetterV1(sort=sort, parts=parts, kept_on=today))
            row.save(force_insert=True)
    except IntegrityError:
        row = own.get(form_id=form_id)
    return row.id


def mine(keyring: Keyring, letter: UUID) -> tuple[Letter, LetterV1]:
    """Raises Letter.DoesNotExist for another's as for none."""
    row = Letter.objects.within(keyring, keyring.own).get(id=letter)
    return row, read(keyring, row)


def change(keyring: Keyring, letter: UUID, *, parts: tuple[PartV1, ...], revision: int) -> None:
    """What was given to the other stays as it was given. Raises ChangedElsewhere, with nothing changed."""
    with transaction.atomic():
        row = Letter.objects.within(keyring, keyring.own).select_for_update().get(id=letter)
        kept: LetterV1 = read(keyring, row)
        if kept.parts == parts:
            return
        if revision != kept.revision:
            raise ChangedElsewhere(kept)
        write(keyring, row, replace(kept, parts=parts, revision=revision + 1))
        row.save()


def delete(keyring: Keyring, letter: UUID) -> None:
    """The letter kept for oneself, and every copy that was given. Raises Letter.DoesNotExist."""
    with transaction.atomic():
        row = Letter.objects.within(keyring, keyring.own).select_for_update().get(id=letter)
        for copy in giving.copies(keyring, row.id):
            giving.take_back(keyring, copy.id)
        row.delete()
