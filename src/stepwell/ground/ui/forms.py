"""Forms that make one row each, and the fields that rooms share."""

from typing import Any, cast
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from stepwell.ground.ui.options import Stairs
from stepwell.ground.ui.widgets import Hidden

CALM = {
    "required": _("This is needed to go on."),
    "invalid": _("This could not be read as it stands."),
    "invalid_choice": _("Please choose one of the answers on the page."),
    "max_length": _("At most %(limit_value)d characters fit here. These are %(show_value)d."),
    "min_length": _("At least %(limit_value)d characters are needed here. These are %(show_value)d."),
}


class PlainForm(forms.Form):
    """Says what to do in the tone of the house wherever a field brings no words of its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            usual = {key: words for kind in type(field).__mro__ for key, words in _usual(kind).items()}
            for key, words in CALM.items():
                if field.error_messages.get(key) == usual.get(key):
                    field.error_messages[key] = words


def _usual(kind: type) -> dict[str, Any]:
    return getattr(kind, "default_error_messages", {})


class OnceForm(PlainForm):
    """A form that carries its own id, so that the same form sent twice makes one row.

    The id is made when the empty form is drawn, is kept through every correction, and is
    `cleaned_data["form_id"]` (UUID) afterwards. Store it under a unique constraint.
    """

    form_id = forms.UUIDField(widget=Hidden)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("form_id", uuid4())
        if self.is_bound:
            self._mend_id()

    def _mend_id(self) -> None:
        """Nobody can correct a hidden field: a lost id is replaced, and what was written goes through."""
        name, data = self.add_prefix("form_id"), cast("Any", self.data)
        try:
            UUID(str(data.get(name)))
        except ValueError:
            self.data = data.copy()
            cast("Any", self.data)[name] = str(uuid4())


class Rating(forms.TypedChoiceField):
    """0 to 10, or `None` where the person left it out."""

    def __init__(self, *, low: object = "", high: object = "", leave_out: bool = True, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(
            choices=[(step, str(step)) for step in range(11)],
            coerce=int,
            empty_value=None,
            widget=Stairs(low=low, high=high, leave_out=leave_out),
            **kwargs,
        )
