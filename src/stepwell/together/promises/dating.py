"""Promised days, for the calendar."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.together.calendar.api import Dated
from stepwell.together.promises.days import falls
from stepwell.together.promises.finding import opened, visible


def dates(keyring: Keyring, first: date, last: date) -> Iterator[Dated]:
    """Every day on which something was promised, one's own and the other's. What became of it is not drawn:
    a day without a word would stand out."""
    couple = couple_of(keyring)
    rows = visible(keyring, couple).filter(last_day__gte=first).order_by("day", "id")
    for each in opened(keyring, couple, rows):
        if each.over:
            continue
        for day in falls(each.said.days, first, last, ended_on=each.ended_on):
            yield Dated(day, None, each.said.what, reverse("promises:one", args=[each.id]), each.mine)
