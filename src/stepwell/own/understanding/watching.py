"""Choosing what to look at more closely."""

from collections.abc import Collection

from django.db import IntegrityError, transaction

from stepwell.ground.vault.api import Keyring, write
from stepwell.own.understanding.content import MOST_WATCHED, WatchV1
from stepwell.own.understanding.finding import found, watched_by
from stepwell.own.understanding.models import Watch
from stepwell.own.understanding.sources import name_of


def watch(keyring: Keyring, signal: str, factors: Collection[str]) -> None:
    """In place of what was watched beside this signal. Sent twice, also at once, it is sent once."""
    for last_try in (False, True):
        try:
            with transaction.atomic():
                _put(keyring, signal, tuple(dict.fromkeys(factors))[:MOST_WATCHED])
            return
        except IntegrityError:  # the same person, in another tab, made the row first
            if last_try:
                raise


def _put(keyring: Keyring, signal: str, factors: tuple[str, ...]) -> None:
    row = Watch.objects.hold(keyring, keyring.own)
    before = watched_by(keyring).watched
    after = {key: some for key, some in {**before, signal: factors}.items() if some}
    if after == before:
        return
    row = row or Watch(circle_id=keyring.own)
    write(keyring, row, WatchV1(watched=after))
    row.save()


def may_be_watched(keyring: Keyring, signal: str) -> list[tuple[str, str]]:
    """Every factor that stands in one's own days, or is watched already, with its words."""
    noted = {link.factor for one in found(keyring).signals for link in one.links}
    noted |= set(watched_by(keyring).watched.get(signal, ()))
    return sorted(((key, name_of(key)) for key in noted), key=lambda one: (one[0][:2], one[1].casefold()))
