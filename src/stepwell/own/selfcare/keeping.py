"""What holds for everything that somebody presses keep on: once for each form, and so many a day."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from stepwell.ground.vault.api import Content, Keyring, write
from stepwell.own.selfcare.models import After, Gauge

MOST_A_DAY = 48


class EnoughForToday(Exception):
    """This person kept as many of these as one day holds."""


def keep_once(
    keyring: Keyring, model: type[Gauge | After], form_id: UUID, day: date, content: Callable[[], Content]
) -> UUID:
    """The id of the row of this form; the same form sent again gives the first. Raises EnoughForToday."""
    own = model.objects.within(keyring, keyring.own)
    try:
        with transaction.atomic():
            kept = dict(own.filter(Q(form_id=form_id) | Q(day=day)).values_list("form_id", "id"))
            if form_id in kept:
                return UUID(str(kept[form_id]))
            if len(kept) >= MOST_A_DAY:
                raise EnoughForToday
            row = model(circle_id=keyring.own, day=day, form_id=form_id)
            write(keyring, row, content())
            row.save(force_insert=True)
            return row.id
    except IntegrityError:
        first = own.filter(form_id=form_id).values_list("id", flat=True).first()
        if first is None:
            raise
        return UUID(str(first))
