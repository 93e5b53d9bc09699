"""Lists of words to choose from, which people add to. A word of one's own is stored behind a mark.

A room keeps its lists, each a mapping of stored keys to what people read.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.options import Chips

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

OWN_MARK = "own:"
LONGEST_WORD = 40
MOST_WORDS = 40
MOST_NEW_WORDS = 6
WordList = Mapping[str, "StrOrPromise"]


def label_of(words: WordList, stored: str) -> "str | Promise":
    """What people read for a stored word. An unknown key is shown as it stands, never dropped."""
    if stored.startswith(OWN_MARK):
        return stored[len(OWN_MARK) :]
    return words.get(stored, stored.replace("_", " "))


def is_own(stored: str) -> bool:
    """True for a well-formed word of somebody's own: one line, not too long, no control characters."""
    word = stored[len(OWN_MARK) :]
    fits = 0 < len(word) <= LONGEST_WORD and word.isprintable() and word == word.strip()
    return stored.startswith(OWN_MARK) and fits


def _typed(words: WordList, text: str) -> list[str]:
    """Words parted by commas, as they are stored. One that is on the list is stored by its key: who types
    "tired" has one word and not two."""
    if not text.strip():
        return []
    known = {str(said).casefold(): key for key, said in words.items()}
    found = [" ".join(piece.split()) for piece in text.split(",")]
    return list(dict.fromkeys(known.get(word.casefold(), OWN_MARK + word) for word in found if word))


def new_words(words: WordList, text: str, instead: "StrOrPromise") -> list[str]:
    """What was typed into a line for new ones, as it is stored.

    instead: what is said of a word that is too long, with its {n}. Raises ValidationError.
    """
    new = _typed(words, text)
    if len(new) > MOST_NEW_WORDS:
        raise ValidationError(_("You may add up to {n} at a time.").format(n=MOST_NEW_WORDS))
    if not all(word in words or is_own(word) for word in new):
        raise ValidationError(str(instead).format(n=LONGEST_WORD))
    return new


class ChosenWords(forms.MultipleChoiceField):
    """Words of one list. One's own word is taken even when its list was changed meanwhile."""

    widget = Chips
    # These fields join a form once its plain words are given out, and so bring their own.
    default_error_messages = {
        "invalid_choice": gettext_lazy("Please choose one of the answers on the page."),
        "invalid_list": gettext_lazy("This could not be read as it stands."),
    }

    def __init__(self, words: WordList, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.words = words

    def valid_value(self, value: str) -> bool:
        return value in self.words or is_own(value)

    def validate(self, value: list[str]) -> None:
        super().validate(value)
        if len(value) > MOST_WORDS:
            said = _("You chose more than {n} words. Fewer may say it better.")
            raise ValidationError(said.format(n=MOST_WORDS))


def labelled(words: WordList, stored: Iterable[str]) -> Callable[[], list[tuple[Any, Any]]]:
    """Choices of a field, given as a function: a form that is kept, and never drawn, needs no labels."""
    return lambda: [(word, label_of(words, word)) for word in dict.fromkeys(stored)]
