"""Dates that other rooms want drawn beside plans."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time

from stepwell.ground.vault.api import Keyring


@dataclass(frozen=True)
class Dated:
    """One day of another room: a review, a promised day.

    day and at are by the reader's own clock; at None is the whole day. label is one short line in the
    reader's language. url is where it is told in full. mine: whose it is; None is both people's.
    """

    day: date
    at: time | None
    label: str
    url: str
    mine: bool | None


Source = Callable[[Keyring, date, date], Iterable[Dated]]
_sources: list[Source] = []


def add_dates(source: Source) -> None:
    """Called from apps.ready(). source(keyring, first, last): what falls on these days, both inclusive."""
    if source not in _sources:
        _sources.append(source)


def dates_between(keyring: Keyring, first: date, last: date) -> Iterator[Dated]:
    """What all rooms have in these days. A source that gives a day outside is cut to them."""
    for source in _sources:
        yield from (one for one in source(keyring, first, last) if first <= one.day <= last)
