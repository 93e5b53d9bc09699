"""Choosing what to look at more closely."""

from collections.abc import Collection
from datetime import date

from django.db import IntegrityError, transaction

from stepwell.ground.vault.api import Keyring, write
from stepwell.own.understanding.content import MOST_WATCHED, WatchV2
from stepwell.own.understanding.finding import found, watched_by
from stepwell.own.understanding.models import Watch
from stepwell.own.understanding.sources import name_of


def watch(keyring: Keyring, signal: str, factors: Collection[str], *, today: date) -> None:
    """In place of what was watched beside this signal. Sent twice, also at once, it is sent once.

    What stays named keeps its day; what is new is named today, also where it was named once before.
    """
    for last_try in (False, True):
        try:
            with transaction.atomic():
                _put(keyring, signal, tuple(dict.fromkeys(factors))[:MOST_WATCHED], today)
            return
        except IntegrityError:  # the same person, in another tab, made the row first
            if last_try:
                raise


def _put(keyring: Keyring, signal: str, factors: tuple[str, ...], today: date) -> None:
    row = Watch.objects.hold(keyring, keyring.own)
    before = watched_by(keyring).watched
    days: dict[str, date | None] = {key: before.get(signal, {}).get(key) or today for key in factors}
    after = {key: some for key, some in {**before, signal: days}.items() if some}
    if after == before:
        return
    row = row or Watch(circle_id=keyring.own)
    write(keyring, row, WatchV2(watched=after))
    row.save()


def may_be_watched(keyring: Keyring, signal: str) -> list[tuple[str, str]]:
    """Every factor that stands in one's own days, or is watched already, with its words."""
    said = found(keyring)
    known = {*said.noted, *(link.factor for one in said.signals for link in one.links)}
    known |= set(watched_by(keyring).watched.get(signal, ()))
    return sorted(((key, name_of(key)) for key in known), key=lambda one: (one[0][:2], one[1].casefold()))
