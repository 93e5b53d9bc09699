"""Fields of a check-in and their limits."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import Chips, Words
from stepwell.together.checkins import vocabulary

LONGEST_NOTICED = 2000
LONGEST_INTEND = 500
MOST_WORDS = 40
MOST_NEW_WORDS = 6


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


def short_text(longest: int, rows: int, **kwargs: Any) -> forms.CharField:
    field = forms.CharField(required=False, widget=Words(rows=rows), **kwargs)
    field.validators.append(lambda text: _hold(text, longest))
    return field


def _hold(text: str, longest: int) -> None:
    if len(text) > longest:
        said = _("This field holds {most} characters, and there are {now} in it. You may shorten it.")
        raise ValidationError(said.format(most=longest, now=len(text)))
