"""What this room holds of two people, how each takes it away, and why it stays with the other."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.record.kept import records_of
from stepwell.ground.record.mending import as_it_is
from stepwell.ground.record.models import Event, Pen
from stepwell.ground.record.shapes import Broken, Head
from stepwell.ground.record.taking import taken
from stepwell.ground.vault.api import Keyring, others_hold


def export(keyring: Keyring) -> Mapping[str, object]:
    """The record of each space, the newest first, each signed anew and whole in itself."""
    return {
        "what-this-is": {
            "records": _(
                "What was agreed and promised in each space of two, and signed. Each is a file in itself: "
                "cut out, it can be verified without Stepwell. One that is not as you saw it says so."
            )
        },
        "records": [_record(keyring, space.circle) for space in records_of(keyring)],
    }


def _record(keyring: Keyring, circle: UUID) -> dict[str, Any]:
    try:
        return taken(keyring, circle)
    except Broken as broken:
        told = {"seen": _head(broken.seen), "found": _head(broken.found)}
        return {"not-as-you-saw-it": told, "as-it-is": as_it_is(keyring, circle, broken)}


def _head(head: Head | None) -> dict[str, Any] | None:
    return {"i": head.i, "h": head.h.hex(), "words": head.words} if head else None


def erase(keyring: Keyring) -> None:
    """What was signed stays with the other, as a letter does. Where nobody else can read it, it goes."""
    with transaction.atomic():
        for space in records_of(keyring):
            if not others_hold(keyring, space.circle):
                Event.objects.within(keyring, space.circle).delete()
                Pen.objects.filter(circle_id=space.circle).delete()


ROOM = Room(
    name="record",
    holdings=(
        Holding(
            model="record.Event",
            personal="What two people agreed and promised, who signed it, and when. In clear: how many.",
            exported="records: each as the signed file that can be verified without Stepwell",
            erased="stays with the other, as a letter does; deleted with the account of whoever has it last",
        ),
        Holding(
            model="record.Pen",
            personal="nothing: it makes sure that one writes at a time",
            exported="no",
            erased="deleted with the record",
        ),
    ),
    export=export,
    erase=erase,
)
