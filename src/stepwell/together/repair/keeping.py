"""One's own part, written in peace. Nobody else can open it."""

from datetime import date
from typing import Literal

from django.db import IntegrityError, transaction
from msgspec.structs import replace

from stepwell.ground.vault.api import Keyring, read, write
from stepwell.together.repair.content import OwnV1, PartV1
from stepwell.together.repair.errors import LONGEST_LIST, ChangedElsewhere, NoRoom
from stepwell.together.repair.models import Own

Lines = Literal["signs", "helps", "worse"]
TRIES = 3


def mine(keyring: Keyring) -> OwnV1 | None:
    """Raises Locked."""
    row = Own.objects.one(keyring, keyring.own)
    return read(keyring, row) if row else None


def keep(keyring: Keyring, part: PartV1, *, revision: int, today: date) -> None:
    """revision: of what the page began from, 0 for nothing. Raises ChangedElsewhere, with nothing changed."""
    for _ in range(TRIES):
        try:
            with transaction.atomic():
                _keep(keyring, part, revision, today)
            return
        except IntegrityError:
            continue


def _keep(keyring: Keyring, part: PartV1, revision: int, today: date) -> None:
    row = Own.objects.hold(keyring, keyring.own)
    kept: OwnV1 | None = read(keyring, row) if row else None
    if kept and kept.part == part:
        return
    if kept and kept.revision != revision:
        raise ChangedElsewhere(kept)
    row = row or Own(circle_id=keyring.own)
    write(keyring, row, OwnV1(part=part, kept_on=today, revision=kept.revision + 1 if kept else 1))
    row.save()


def add_line(keyring: Keyring, text: str, *, where: Lines, today: date) -> None:
    """One more line below the others. What stands there already is not added twice. Raises NoRoom."""
    line = " ".join(text.split())
    with transaction.atomic():
        row = Own.objects.hold(keyring, keyring.own)
        kept: OwnV1 = read(keyring, row) if row else OwnV1(part=PartV1(), kept_on=today, revision=0)
        lines = getattr(kept.part, where).splitlines()
        if not line or line in lines:
            return
        longer = "\n".join([*lines, line])
        if len(longer) > LONGEST_LIST:
            raise NoRoom
        row = row or Own(circle_id=keyring.own)
        part = replace(kept.part, **{where: longer})
        write(keyring, row, OwnV1(part=part, kept_on=today, revision=kept.revision + 1))
        row.save()


def delete(keyring: Keyring) -> None:
    Own.objects.within(keyring, keyring.own).delete()
