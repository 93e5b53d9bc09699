"""What this room holds of a person, how they take it away, and how it goes."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from django.db import transaction

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.vault.api import Keyring, read_each
from stepwell.own.selfcare import following
from stepwell.own.selfcare.days import numbers
from stepwell.own.selfcare.models import After, Day, Following, Gauge


def export(keyring: Keyring) -> Mapping[str, object]:
    """Everything of this person here, in words and numbers that need no program to be read."""
    signs = following.signs(keyring)
    labels = {sign.key: sign.label for sign in signs}
    return {
        "how-it-was": list(_plain(keyring, Gauge)),
        "after-practices": list(_plain(keyring, After)),
        "signs": [
            {"key": sign.key, "name": sign.label, "followed": sign.followed}
            for sign in signs
            if sign.followed or sign.own
        ],
        "numbers": [
            {"day": one.day.isoformat(), "sign": labels.get(one.key, one.key), "number": one.value}
            for one in numbers(keyring)
        ],
    }


def _plain(keyring: Keyring, model: type[Gauge | After]) -> Iterator[dict[str, Any]]:
    rows = model.objects.within(keyring, keyring.own).order_by("day", "id")
    for row, kept in read_each(keyring, rows):
        yield {"id": str(row.id), "day": row.day.isoformat(), **msgspec.to_builtins(kept)}


def erase(keyring: Keyring) -> None:
    with transaction.atomic():
        for model in (Gauge, After, Day, Following):
            model.objects.within(keyring, keyring.own).delete()


ROOM = Room(
    name="selfcare",
    holdings=(
        Holding(
            model="selfcare.Gauge",
            personal="How somebody was at a moment, kept because they chose to. In clear: the day.",
            exported="how-it-was",
            erased="deleted with the account, and one by one by its owner",
        ),
        Holding(
            model="selfcare.After",
            personal="Which practice, whether it helped, a note. In clear: the day.",
            exported="after-practices",
            erased="deleted with the account, and one by one by its owner",
        ),
        Holding(
            model="selfcare.Day",
            personal="Numbers of one day for signs that somebody follows. In clear: the day.",
            exported="numbers",
            erased="deleted with the account, day by day, and sign by sign",
        ),
        Holding(
            model="selfcare.Following",
            personal="Which signs somebody follows and what they call them.",
            exported="signs",
            erased="deleted with the account, and sign by sign",
        ),
    ),
    export=export,
    erase=erase,
)
