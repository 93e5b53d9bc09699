"""Where days come from. Rooms that know something of a person's days hand it in from their `apps.py`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from stepwell.ground.vault.api import Keyring

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Told:
    """What one row tells of one day. Several of the same day are laid together.

    rated: signal -> 0 to 10. noted: what was there, with the kind in front: `t:` what set something off,
    `h:` what helped, `r:` what comes again: a practice, a ritual, `p:` a promise that was kept.
    """

    day: date
    rated: Mapping[str, float] = field(default_factory=dict)
    noted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """key: of the room. days: one's own days alone, in any order; asked only when the stamp is another.

    stamp: changes whenever `days` would; it opens nothing. signals: what is rated, in words. name: a factor
    in words, or empty where it is none of this source.
    """

    key: str
    days: Callable[[Keyring], Iterable[Told]]
    stamp: Callable[[Keyring], str]
    name: "Callable[[str], StrOrPromise]"
    signals: "Mapping[str, StrOrPromise]" = field(default_factory=dict)


_sources: dict[str, Source] = {}


def add_source(source: Source) -> None:
    """The last one to name a key wins, so a reload changes nothing."""
    _sources[source.key] = source


def sources() -> tuple[Source, ...]:
    return tuple(_sources[key] for key in sorted(_sources))


def signals() -> "dict[str, StrOrPromise]":
    return {key: words for source in sources() for key, words in source.signals.items()}


def name_of(factor: str) -> str:
    """As people read it. Unknown ones are shown as they stand, never dropped."""
    found = next((words for source in sources() if (words := str(source.name(factor)))), "")
    return found or factor[2:].replace("_", " ")
