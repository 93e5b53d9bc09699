"""The last question of a check-in, which may be asked again at any time: who may read it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import Choices, ManyChoices, PlainForm, Tick
from stepwell.together.checkins.content import PARTS
from stepwell.together.checkins.page_words import PART_LABELS


class WithPartner(PlainForm):
    """A form that may speak of the other by name. An empty name draws no seat for anybody."""

    def __init__(self, *args: Any, partner: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partner = partner


class WhoForm(WithPartner):
    """Who may read it: nobody else unless chosen, then part by part."""

    who = forms.ChoiceField(
        label=gettext_lazy("Choose for this check-in only"),
        help_text=gettext_lazy("You can take it back later. What was read by then cannot be unread."),
        widget=Choices,
        required=False,
    )
    parts = forms.MultipleChoiceField(
        label=gettext_lazy("Which parts"),
        choices=list(PART_LABELS.items()),
        required=False,
        widget=ManyChoices,
    )
    remember = forms.BooleanField(
        label=gettext_lazy("Tick the same parts next time"), required=False, widget=Tick
    )

    def __init__(self, *args: Any, usual: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.partner:
            for name in ("who", "parts", "remember"):
                del self.fields[name]
            return
        both = _("{name} and me").format(name=self.partner)
        who = self.fields["who"]
        who.choices = [("me", gettext_lazy("Only me")), ("both", both)]  # type: ignore[attr-defined]  # a ChoiceField
        self.initial.setdefault("who", "me")
        self.initial.setdefault("parts", list(usual) or list(PARTS))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("who") == "both" and not cleaned.get("parts") and "parts" not in self.errors:
            said = _("No part is ticked. You may tick one, or choose “Only me”.")
            self.add_error("parts", said)
        return cleaned

    def show(self) -> tuple[str, ...]:
        """The parts to show; none when it is for its owner only."""
        given = self.cleaned_data
        return tuple(given["parts"]) if given.get("who") == "both" else ()
