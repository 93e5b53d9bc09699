"""What goes along with what, kept sealed from one look to the next while nothing changes."""

from django.db import IntegrityError, transaction

from stepwell.ground.vault.api import Keyring, read, stamp_of, write
from stepwell.own.understanding.content import FoundV1, WatchV1
from stepwell.own.understanding.models import Found, Watch
from stepwell.own.understanding.sources import sources

METHOD = "1"  # another one makes void what an earlier one found


def watched_by(keyring: Keyring) -> WatchV1:
    row = Watch.objects.one(keyring, keyring.own)
    return read(keyring, row) if row else WatchV1()


def found(keyring: Keyring) -> FoundV1:
    """As it was when last looked at, where nothing changed since; else computed now and kept."""
    now = stamp(keyring)
    kept = last_found(keyring)
    if kept and kept.stamp == now:
        return kept
    # Only here: the engine and numpy cost a server that starts a tenth of a second and much memory.
    from stepwell.own.understanding.computing import compute

    fresh = FoundV1(stamp=now, signals=compute(keyring, watched_by(keyring).watched))
    keep_found(keyring, fresh)
    return fresh


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
