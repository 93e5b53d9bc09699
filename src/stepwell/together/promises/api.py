"""The door of promises: which days had a promise kept on them, for what may go with how people are."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring, read_many
from stepwell.together.promises.finding import visible
from stepwell.together.promises.models import Word

__all__ = ["Kept", "kept_days"]


@dataclass(frozen=True)
class Kept:
    """A day of which the promiser's own last word is that it was kept. mine: the reader is the promiser."""

    day: date
    promise: UUID
    mine: bool


def kept_days(keyring: Keyring, first: date, last: date) -> tuple[Kept, ...]:
    """Both days included, the earliest first. Days that nothing was said of are not in it: they mean nothing.

    It is for signals and never for a person: nobody is to be told how often.
    """
    seen = visible(keyring, couple_of(keyring)).values("id")
    rows = Word.objects.readable(keyring).filter(promise_id__in=seen, day__gte=first, day__lte=last)
    some = list(rows.order_by("day", "promise_id", "number"))
    standing: dict[tuple[date, UUID], tuple[str, bool]] = {}
    for row, word in zip(some, read_many(keyring, some), strict=True):
        if word.said != "ended":
            standing[row.day, row.promise_id] = (word.said, row.person_id == keyring.person_id)
    return tuple(
        Kept(day, promise, mine) for (day, promise), (said, mine) in standing.items() if said == "kept"
    )
