"""What carries over, kept sealed for the two from one look to the next while nothing changes."""

from uuid import UUID

from django.db import IntegrityError, transaction

from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import ChangedIdentity, Keyring, NoSeat, read, write
from stepwell.together.between.content import CarryV1, FoundV1
from stepwell.together.between.models import Found
from stepwell.together.between.sources import sources

METHOD = "2"  # another one makes void what an earlier one found


def found(keyring: Keyring, couple: Couple, chosen: tuple[str, ...]) -> tuple[CarryV1, ...]:
    """chosen: what both chose. As it was when one of them last looked, where nothing changed since."""
    if not chosen:
        return ()
    stamp = _stamp(keyring, couple.circle, chosen)
    kept = last_found(keyring, couple.circle)
    if kept and kept.stamp == stamp:
        return kept.carried
    # Only here: the engine and numpy cost a server that starts a tenth of a second and much memory.
    from stepwell.together.between.computing import compute

    fresh = FoundV1(stamp=stamp, carried=compute(keyring, couple.circle, chosen))
    _keep(keyring, couple.circle, fresh)
    return fresh.carried


def last_found(keyring: Keyring, circle: UUID) -> FoundV1 | None:
    row = Found.objects.one(keyring, circle)
    return read(keyring, row) if row else None


def drop(keyring: Keyring, circle: UUID | None = None) -> None:
    """What was found goes with what it was found in. Of every space, where none is named."""
    rows = Found.objects.readable(keyring)
    (rows if circle is None else rows.filter(circle_id=circle)).delete()


def _stamp(keyring: Keyring, circle: UUID, chosen: tuple[str, ...]) -> str:
    parts = [f"{source.key}={source.stamp(keyring, circle)}" for source in sources()]
    return "|".join((METHOD, ",".join(chosen), *parts))


def _keep(keyring: Keyring, circle: UUID, fresh: FoundV1) -> None:
    """Two who look at once may both compute; either's is the same."""
    try:
        with transaction.atomic():
            drop(keyring, circle)
            row = Found(circle_id=circle)
            write(keyring, row, fresh)
            row.save(force_insert=True)
    except (IntegrityError, NoSeat, ChangedIdentity):
        pass
