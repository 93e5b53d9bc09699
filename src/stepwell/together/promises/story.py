"""What became of what somebody said: the last months, in sentences. Nothing in it is counted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from django.utils.dateformat import format as date_format

from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import Keyring
from stepwell.together.promises.finding import (
    Promised,
    Told,
    by_day,
    opened,
    visible,
    words_of,
)
from stepwell.together.promises.models import Promise
from stepwell.together.promises.sentences import Teller
from stepwell.together.promises.when import when_words

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Sentence:
    """words, and a quotation that may follow them."""

    words: str
    quoted: str = ""


@dataclass
class Piece:
    """One promise within one month. starts: the day by which pieces are put in order."""

    id: UUID
    what: str
    starts: date
    sentences: list[Sentence] = field(default_factory=list)


@dataclass(frozen=True)
class Month:
    words: str
    pieces: list[Piece]


def story(
    keyring: Keyring,
    couple: Couple | None,
    *,
    mine: bool,
    teller: Teller,
    first: date,
    last: date,
    said_here: bool = False,
) -> list[Month]:
    """The newest month first, within it in its order. `first` begins a month, `last` ends one.

    said_here: only what was said in the open space, which both can read.
    """
    rows = visible(keyring, couple).filter(last_day__gte=first, day__lte=last)
    if said_here and couple:
        rows = rows.filter(circle_id=couple.circle)
    me = keyring.person_id
    rows = rows.filter(person_id=me) if mine else rows.exclude(person_id=me)
    promises = opened(keyring, couple, rows.order_by("day", "id"))
    words = words_of(keyring, promises, first=first, last=last)
    plans = _plans(keyring, words.values())
    months: dict[date, list[Piece]] = defaultdict(list)
    for each in promises:
        for month, piece in _pieces(each, words[each.id], plans, teller, (first, last)):
            months[month].append(piece)
    return [
        Month(date_format(month, "F Y"), sorted(pieces, key=lambda piece: (piece.starts, str(piece.id))))
        for month, pieces in sorted(months.items(), reverse=True)
    ]


def _plans(keyring: Keyring, told: Iterable[list[Told]]) -> dict[UUID, Promised]:
    ids = {each.word.plan for some in told for each in some if each.word.plan}
    rows = Promise.objects.readable(keyring).filter(id__in=sorted(ids))
    return {plan.id: plan for plan in opened(keyring, None, rows)}


def _pieces(
    promise: Promised,
    told: list[Told],
    plans: dict[UUID, Promised],
    teller: Teller,
    span: tuple[date, date],
) -> Iterator[tuple[date, Piece]]:
    """A promise stands in the month it begins in, and in each in which something was said of it."""
    said, months = by_day(told), defaultdict(list)
    for day in said:
        months[day.replace(day=1)].append(day)
    ended = [each for each in told if each.word.said == "ended"]
    for each in ended:
        months[each.day.replace(day=1)] += []
    begins = promise.said.days.first
    if span[0] <= begins <= span[1] and (promise.ended_on is None or begins <= promise.ended_on):
        months[begins.replace(day=1)] += []
    for month, days in months.items():
        piece = Piece(promise.id, promise.said.what, min([*days, max(begins, month)]))
        piece.sentences.append(Sentence(_opening(promise, teller)))
        once = promise.said.days.repeat == "once"
        kept = [day for day in days if said[day][-1].word.said == "kept" and not _speaks(said[day])]
        if kept:
            piece.sentences.append(Sentence(teller.kept(kept, once=once)))
        for day in sorted(set(days) - set(kept)):
            piece.sentences += _of_day(said[day], plans, teller, once=once)
        piece.sentences += [
            Sentence(teller.ended(each.day, why=bool(each.word.reason)), each.word.reason)
            for each in ended
            if each.day.replace(day=1) == month
        ]
        yield month, piece


def _speaks(told: list[Told]) -> bool:
    """Whether there is more to tell of a kept day than that it was kept."""
    return len(told) > 1 or bool(told[-1].word.reason)


def _opening(promise: Promised, teller: Teller) -> str:
    when = when_words(promise.said.days)
    if promise.said.instead_of:
        return teller.in_place(when, promise.said.instead_of.day)
    if promise.own:
        return teller.to_oneself(when)
    return teller.said_there(when) if promise.over else teller.said(when)


def _of_day(
    told: list[Told], plans: dict[UUID, Promised], teller: Teller, *, once: bool
) -> Iterator[Sentence]:
    """In the order it was said, so that what was added later shows that it was."""
    for number, each in enumerate(told):
        yield Sentence(teller.word(each, once=once, later=number > 0), each.word.reason)
    last = told[-1].word
    plan = plans.get(last.plan) if last.plan and last.said != "kept" else None
    if plan:
        yield Sentence(teller.plan(when_words(plan.said.days)), plan.said.what)


def months_back(first: date, number: int) -> date:
    """The first day of the month that lies so many months before."""
    for _each in range(number):
        first = (first - DAY).replace(day=1)
    return first
