"""Fields of an entry and their limits. What was typed is never cut or lost."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import Chips, Short
from stepwell.own.journal import vocabulary
from stepwell.own.journal.page_words import CHIP_WORDS

LONGEST_TEXT = 12_000
MOST_WORDS = 40
MOST_NEW_WORDS = 6
SHORT, MORE, NEW = "{}", "more_{}", "new_{}"


class ChosenWords(forms.MultipleChoiceField):
    """Words of one kind. One's own word is taken even when its list was changed meanwhile."""

    widget = Chips
    # These fields join a form once its plain words are given out, and so bring their own.
    default_error_messages = {
        "invalid_choice": gettext_lazy("Please choose one of the answers on the page."),
        "invalid_list": gettext_lazy("This could not be read as it stands."),
    }

    def __init__(self, kind: str, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.kind = kind

    def valid_value(self, value: str) -> bool:
        return vocabulary.is_known(self.kind, value)

    def validate(self, value: list[str]) -> None:
        super().validate(value)
        if len(value) > MOST_WORDS:
            said = _("You chose more than {n} words. Fewer may say it better.")
            raise ValidationError(said.format(n=MOST_WORDS))


def fields_of(kind: str, at_once: Iterable[str]) -> dict[str, forms.Field]:
    """Three for each kind: words that stand there at once, the rest in a fold, a line for a new one."""
    question, hint, more, new = CHIP_WORDS[kind]
    shown = tuple(dict.fromkeys((*vocabulary.listed(kind).short, *at_once)))
    # Given as functions: a form that is kept, and never drawn, needs no labels.
    short, rest = partial(_short, kind, shown), partial(_rest, kind, frozenset(shown))
    return {
        SHORT.format(kind): ChosenWords(kind, choices=short, label=question, help_text=hint),
        MORE.format(kind): ChosenWords(kind, choices=rest, label=more),
        NEW.format(kind): forms.CharField(required=False, widget=Short, label=new),
    }


def _short(kind: str, words: Iterable[str]) -> list[tuple[Any, Any]]:
    return [(word, vocabulary.label(kind, word)) for word in words]


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
    new = vocabulary.typed(kind, str(given.get(NEW.format(kind)) or ""))
    if len(new) > MOST_NEW_WORDS:
        raise ValidationError(_("You may add up to {n} at a time.").format(n=MOST_NEW_WORDS))
    if not all(vocabulary.is_known(kind, word) for word in new):
        said = _("A word of your own has up to {n} letters. You may shorten it, or write it as a text above.")
        raise ValidationError(said.format(n=vocabulary.LONGEST_WORD))
    chosen = (*given.get(SHORT.format(kind), ()), *given.get(MORE.format(kind), ()), *new)
    return tuple(dict.fromkeys(chosen))
