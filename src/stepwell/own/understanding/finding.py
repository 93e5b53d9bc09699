"""What goes along with what, kept sealed from one look to the next while nothing changes."""

from collections.abc import Mapping
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from stepwell.ground.vault.api import Keyring, read, stamp_of, write
from stepwell.own.understanding.content import FoundV1, WatchV2
from stepwell.own.understanding.models import Found, Watch
from stepwell.own.understanding.sources import sources

METHOD = "2"  # another one makes void what an earlier one found


def watched_by(keyring: Keyring) -> WatchV2:
    row = Watch.objects.one(keyring, keyring.own)
    return read(keyring, row) if row else WatchV2()


def found(keyring: Keyring) -> FoundV1:
    """As it was when last looked at, where nothing changed since; else computed now and kept."""
    now = stamp(keyring)
    kept = last_found(keyring)
    if kept and kept.stamp == now:
        return kept
    # Only here: the engine and numpy cost a server that starts a tenth of a second and much memory.
    from stepwell.own.understanding.computing import compute

    watched = _each_with_its_day(keyring)
    now = stamp(keyring)
    signals, noted = compute(keyring, watched)
    fresh = FoundV1(stamp=now, signals=signals, noted=noted)
    keep_found(keyring, fresh)
    return fresh


def _each_with_its_day(keyring: Keyring) -> Mapping[str, Mapping[str, date]]:
    """What was named before days were kept counts as named today, and from then on keeps that day."""
    with transaction.atomic():
        row = Watch.objects.hold(keyring, keyring.own)
        if row is None:
            return {}
        kept, today = read(keyring, row).watched, timezone.now().date()
        days = {signal: {key: day or today for key, day in some.items()} for signal, some in kept.items()}
        if days != kept:
            write(keyring, row, WatchV2(watched={signal: {**some} for signal, some in days.items()}))
            row.save()
    return days


def last_found(keyring: Keyring) -> FoundV1 | None:
    """As it was when last looked at, whatever changed since. Writes nothing."""
    row = Found.objects.one(keyring, keyring.own)
    return read(keyring, row) if row else None


def drop(keyring: Keyring) -> None:
    """What was found goes with what it was found in."""
    Found.objects.within(keyring, keyring.own).delete()


def stamp(keyring: Keyring) -> str:
    """Changes whenever what is found would, and opens nothing."""
    parts = [f"{source.key}={source.stamp(keyring)}" for source in sources()]
    return "|".join((METHOD, stamp_of(keyring, Watch, keyring.own), *parts))


def keep_found(keyring: Keyring, fresh: FoundV1) -> None:
    """Two who look at once may both compute; either's is the same."""
    try:
        with transaction.atomic():
            drop(keyring)
            row = Found(circle_id=keyring.own)
            write(keyring, row, fresh)
            row.save(force_insert=True)
    except IntegrityError:
        pass
