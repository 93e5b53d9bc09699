"""The words an entry offers. Two lists are this room's own; others are handed in by rooms above.

A key never changes and is never given a second meaning: entries of many years hold it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stepwell.ground.ui.api import is_own, label_of
from stepwell.ground.vault.api import Keyring

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Families = tuple[tuple["StrOrPromise", Mapping[str, "StrOrPromise"]], ...]


@dataclass(frozen=True)
class Listed:
    """families: (name, words by key), a name may be empty. short: keys that stand on the page at once.

    own: a person's own words of this kind that the room keeps which handed it in, without the mark.
    """

    families: Families
    short: tuple[str, ...]
    own: Callable[[Keyring], Iterable[str]] | None = None

    @cached_property
    def words(self) -> "dict[str, StrOrPromise]":
        return {key: text for _name, words in self.families for key, text in words.items()}


TOUCHED: "dict[str, StrOrPromise]" = {
    "trust": _("trust"),
    "safety": _("feeling safe"),
    "believed": _("being believed"),
    "mattering": _("that I matter"),
    "closeness": _("closeness"),
    "respect": _("respect"),
    "honesty": _("honesty"),
    "own_worth": _("what I think of myself"),
    "memory": _("my own memory of it"),
    "body": _("my body"),
    "desire": _("wanting and being wanted"),
    "children": _("the children"),
    "home": _("home"),
    "money": _("money"),
    "work": _("work"),
    "friends": _("friends and family"),
    "faith": _("what I believe in"),
    "future": _("what comes next"),
    "freedom": _("room of my own"),
}
HINDERED: "dict[str, StrOrPromise]" = {
    "tired": _("too tired"),
    "no_time": _("no time for it"),
    "hurry": _("hurry"),
    "drink": _("a drink"),
    "screen": _("a screen"),
    "others_there": _("others were there"),
    "holding_back": _("I held back"),
    "fast_words": _("words that came too fast"),
    "old_fight": _("the old quarrel"),
    "shame": _("shame"),
    "fear": _("fear of the answer"),
    "checking": _("checking again"),
    "going_round": _("thoughts going round"),
    "alone_with_it": _("being alone with it"),
    "pain": _("pain or illness"),
    "numb": _("being far away"),
}
_listed: dict[str, Listed] = {
    "touched": Listed((("", TOUCHED),), tuple(TOUCHED)[:7]),
    "hindered": Listed(
        (("", HINDERED),), ("tired", "hurry", "holding_back", "fast_words", "shame", "going_round")
    ),
}
NONE = Listed((), ())


def add_words(kind: str, listed: Listed) -> None:
    """Called from a room's `apps.py`: the words of one kind. The last one wins: a reload changes nothing."""
    _listed[kind] = listed


def listed(kind: str) -> Listed:
    return _listed.get(kind, NONE)


def label(kind: str, stored: str) -> "str | Promise":
    return label_of(listed(kind).words, stored)


def is_known(kind: str, stored: str) -> bool:
    return is_own(stored) or stored in listed(kind).words
