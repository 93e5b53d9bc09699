"""What may follow from a finding. Rooms that hold an answer hand it in from their `apps.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stepwell.ground.people.api import PersonRequest
from stepwell.ground.vault.api import Keyring

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Full(Exception):
    """There is no place left where the words would go. They stay with whoever wrote them."""


@dataclass(frozen=True)
class Response:
    """Words of a person's own, on their way into another room of theirs.

    label: where they go. words: what becomes of them. kinds: of factors, as `t:`, that it fits.
    offered: whether this person may take it now; a no is drawn as if it were not there, and says no why.
    take: puts down the words for their writer alone, nobody else is told, and gives the address where they
    stand to be read over. It raises Full.
    """

    key: str
    label: "StrOrPromise"
    words: "StrOrPromise"
    order: int
    offered: Callable[[Keyring], bool]
    take: Callable[[PersonRequest, str], str]
    kinds: frozenset[str] = frozenset({"t:", "h:", "r:", "p:"})


@dataclass(frozen=True)
class Practice:
    """What somebody may do by themselves. minutes: how long it takes, honestly."""

    label: "StrOrPromise"
    minutes: int
    url: str


_responses: dict[str, Response] = {}
_practices: list[Callable[[Keyring], tuple[Practice, ...]]] = []


def add_response(response: Response) -> None:
    """The last one to name a key wins, so a reload changes nothing."""
    _responses[response.key] = response


def add_practices(some: Callable[[Keyring], tuple[Practice, ...]]) -> None:
    """some: what fits this person now. For everybody, alone or not, whatever else may be offered."""
    if some not in _practices:
        _practices.append(some)


def responses(keyring: Keyring, factor: str) -> tuple[Response, ...]:
    fits = [one for one in _responses.values() if factor[:2] in one.kinds and one.offered(keyring)]
    return tuple(sorted(fits, key=lambda one: (one.order, one.key)))


def practices(keyring: Keyring) -> tuple[Practice, ...]:
    return tuple(practice for some in _practices for practice in some(keyring))
