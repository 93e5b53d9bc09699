"""Fields of a check-in and their limits."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from stepwell.ground.ui.api import Words

LONGEST_NOTICED = 2000
LONGEST_INTEND = 500


def short_text(longest: int, rows: int, **kwargs: Any) -> forms.CharField:
    field = forms.CharField(required=False, widget=Words(rows=rows), **kwargs)
    field.validators.append(lambda text: _hold(text, longest))
    return field


def _hold(text: str, longest: int) -> None:
    if len(text) > longest:
        said = _("This field holds {most} characters, and there are {now} in it. You may shorten it.")
        raise ValidationError(said.format(most=longest, now=len(text)))
