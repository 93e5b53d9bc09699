"""Which promises a person can see: their own wherever they made them, and the other's in the open space."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import Keyring, read, read_many
from stepwell.together.promises.content import PromiseV1, WordV1
from stepwell.together.promises.models import Promise, Word


@dataclass(frozen=True)
class Promised:
    """One promise as its reader sees it.

    own: made to oneself. here: it stands in the open space for two. over: the space it was made in has ended.
    """

    id: UUID
    circle: UUID
    person: UUID
    said: PromiseV1
    ended_on: date | None
    last_day: date
    mine: bool
    own: bool
    here: bool

    @property
    def over(self) -> bool:
        return not (self.own or self.here)


@dataclass(frozen=True)
class Told:
    """A word, and the promised day that it is about. id: of its row."""

    id: UUID
    promise: UUID
    day: date
    number: int
    word: WordV1

    @property
    def on_the_day(self) -> bool:
        """Whether it was said on the promised day itself. Only what is said before that day is in time."""
        return self.word.said_on == self.day

    @property
    def stands(self) -> str:
        """The outcome, with a change on the day itself told from one in time."""
        return "changed_on_day" if self.word.said == "changed" and self.on_the_day else self.word.said


def visible(keyring: Keyring, couple: Couple | None) -> QuerySet[Promise]:
    """Of the other nothing but what stands in the open space. It can be read on while that space rests: what
    was said does not vanish, and nothing new is said there meanwhile."""
    mine = Q(person_id=keyring.person_id)
    return Promise.objects.readable(keyring).filter(mine | Q(circle_id=couple.circle) if couple else mine)


def one(keyring: Keyring, couple: Couple | None, promise: UUID) -> Promised:
    """Raises Promise.DoesNotExist for a stranger's as for none."""
    row = visible(keyring, couple).get(id=promise)
    return promised(keyring, couple, row, read(keyring, row))


def can_open(keyring: Keyring, promise: UUID) -> bool:
    """Whether it lies in a circle that this person can open, also where it is drawn no more."""
    return bool(Promise.objects.readable(keyring).filter(id=promise).exists())


def opened(keyring: Keyring, couple: Couple | None, rows: Iterable[Promise]) -> list[Promised]:
    some = list(rows)
    return [
        promised(keyring, couple, row, said) for row, said in zip(some, read_many(keyring, some), strict=True)
    ]


def promised(keyring: Keyring, couple: Couple | None, row: Promise, said: PromiseV1) -> Promised:
    return Promised(
        id=row.id,
        circle=row.circle_id,
        person=row.person_id,
        said=said,
        ended_on=row.ended_on,
        last_day=row.last_day,
        mine=row.person_id == keyring.person_id,
        own=row.circle_id == keyring.own,
        here=couple is not None and row.circle_id == couple.circle,
    )


def words_of(
    keyring: Keyring, promises: Iterable[Promised], *, first: date | None = None, last: date | None = None
) -> dict[UUID, list[Told]]:
    """What was said, by promise, in the order it was said. first, last: of the promised days; an end counts
    as said of the day it was said on."""
    ids = [each.id for each in promises]
    rows = Word.objects.readable(keyring).filter(promise_id__in=ids).order_by("promise_id", "number")
    if first is not None:
        rows = rows.filter(day__gte=first)
    if last is not None:
        rows = rows.filter(day__lte=last)
    some = list(rows)
    found: dict[UUID, list[Told]] = defaultdict(list)
    for row, word in zip(some, read_many(keyring, some), strict=True):
        found[row.promise_id].append(Told(row.id, row.promise_id, row.day, row.number, word))
    return found


def by_day(told: Iterable[Told]) -> dict[date, list[Told]]:
    """What was said of each promised day, without the end. The last one is what stands."""
    found: dict[date, list[Told]] = defaultdict(list)
    for each in told:
        if each.word.said != "ended":
            found[each.day].append(each)
    return found


def seen(told: Iterable[Told]) -> int:
    """How far a page got to know what was said of one day."""
    return sum(1 + each.word.corrected for each in told)
