"""The one row of a person in which all of their leaves lie."""

from django.db import IntegrityError, transaction

from stepwell.ground.vault.api import Keyring, read, write
from stepwell.own.pace.content import PaceV1
from stepwell.own.pace.models import Pace


def pace_of(keyring: Keyring) -> PaceV1:
    row = Pace.objects.within(keyring, keyring.own).first()
    return read(keyring, row) if row else PaceV1()


def hold(keyring: Keyring) -> tuple[Pace, PaceV1]:
    """The one row of this person, held until the transaction ends; made where none is."""
    mine = Pace.objects.within(keyring, keyring.own)
    row = mine.select_for_update().first()
    if row is None:
        row = Pace(circle_id=keyring.own)
        write(keyring, row, PaceV1())
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:  # the same person, in another tab, was first
            row = mine.select_for_update().get()
    return row, read(keyring, row)
