"""Fields of an entry and their limits. What was typed is never cut or lost."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import ChosenWords, Short, labelled, new_words
from stepwell.own.journal import vocabulary
from stepwell.own.journal.page_words import CHIP_WORDS

LONGEST_TEXT = 12_000
TOO_LONG = gettext_lazy(
    "A word of your own has up to {n} letters. You may shorten it, or write it as a text above."
)
SHORT, MORE, NEW = "{}", "more_{}", "new_{}"


def fields_of(kind: str, at_once: Iterable[str]) -> dict[str, forms.Field]:
    """Three for each kind: words that stand there at once, the rest in a fold, a line for a new one."""
    question, hint, more, new = CHIP_WORDS[kind]
    shown = tuple(dict.fromkeys((*vocabulary.listed(kind).short, *at_once)))
    words, rest = vocabulary.listed(kind).words, partial(_rest, kind, frozenset(shown))
    short = labelled(words, shown)
    return {
        SHORT.format(kind): ChosenWords(words, choices=short, label=question, help_text=hint),
        MORE.format(kind): ChosenWords(words, choices=rest, label=more),
        NEW.format(kind): forms.CharField(required=False, widget=Short, label=new),
    }


def _rest(kind: str, shown: frozenset[str]) -> list[tuple[Any, Any]]:
    families = [
        (str(name), [(key, text) for key, text in words.items() if key not in shown])
        for name, words in vocabulary.listed(kind).families
    ]
    if len(families) == 1:
        return families[0][1]
    return [(name, words) for name, words in families if words]


def joined(kind: str, given: dict[str, Any]) -> tuple[str, ...]:
    """The words of all three fields as they are stored. Raises ValidationError about the new ones."""
    new = new_words(vocabulary.listed(kind).words, str(given.get(NEW.format(kind)) or ""), TOO_LONG)
    chosen = (*given.get(SHORT.format(kind), ()), *given.get(MORE.format(kind), ()), *new)
    return tuple(dict.fromkeys(chosen))
