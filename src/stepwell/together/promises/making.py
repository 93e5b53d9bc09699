"""Making a promise: to the other, or to oneself."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from stepwell.ground.spaces.api import Couple, open_space, sealing_for_two
from stepwell.ground.vault.api import Keyring, write
from stepwell.together.promises import recording
from stepwell.together.promises.content import DaysV1, PromiseV1
from stepwell.together.promises.limits import MOST_A_DAY, EnoughForToday
from stepwell.together.promises.models import Promise


def make(
    keyring: Keyring,
    *,
    form_id: UUID,
    what: str,
    days: DaysV1,
    today: date,
    to_other: bool = False,
    couple: Couple | None = None,
) -> UUID:
    """Make a promise to the other, or else to oneself. `today` is the maker's calendar day.

    The same form sent again gives the first id. Raises NotNow, EnoughForToday, and Broken of the record.
    """
    circle = open_space(couple).circle if to_other else keyring.own
    said = PromiseV1(what=what, days=days, made_on=today)
    try:
        with transaction.atomic():
            earlier = earlier_of(keyring, form_id)
            return earlier or put_down(keyring, circle, said, form_id).id
    except IntegrityError:
        earlier = earlier_of(keyring, form_id)
        if earlier is None:
            raise
        return earlier


def earlier_of(keyring: Keyring, form_id: UUID) -> UUID | None:
    """What this form made before, wherever it was made."""
    mine = Promise.objects.readable(keyring).filter(person_id=keyring.person_id, form_id=form_id)
    found: Promise | None = mine.first()
    return found.id if found else None


def put_down(keyring: Keyring, circle: UUID, said: PromiseV1, form_id: UUID) -> Promise:
    """In the caller's transaction: the row, and the event where somebody else sees it."""
    today = said.made_on
    mine = Promise.objects.readable(keyring).filter(person_id=keyring.person_id, day=today)
    if mine.count() >= MOST_A_DAY:
        raise EnoughForToday(MOST_A_DAY)
    row = Promise(
        circle_id=circle, person_id=keyring.person_id, day=today, last_day=said.days.until, form_id=form_id
    )
    with sealing_for_two():
        write(keyring, row, said)
        row.save(force_insert=True)
        if circle != keyring.own:
            recording.made(keyring, circle, row.id, said)
    return row
