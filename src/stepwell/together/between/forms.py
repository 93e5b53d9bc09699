"""What somebody would lay beside the other's."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from stepwell.ground.ui.api import Chips, PlainForm
from stepwell.together.between.sources import signals


class ChoiceForm(PlainForm):
    signals = forms.MultipleChoiceField(
        label=_("What may be laid beside the other’s?"),
        help_text=_("It counts when both of you chose it. None is an answer too."),
        required=False,
        widget=Chips,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["signals"]
        field.choices = [(key, capfirst(str(words))) for key, words in signals().items()]
