"""What may be typed here, and its limits. What was typed is never cut or lost."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import (
    Choices,
    Hidden,
    Line,
    ManyChoices,
    OnceForm,
    PlainForm,
    Rating,
    Short,
    Words,
)
from stepwell.own.selfcare.following import Followed

LONGEST_NOTE = 2000
LONGEST_NAME = 60


def nothing_yet() -> ValidationError:
    return ValidationError(_("There is nothing to keep yet. One answer is enough."))


class GaugeForm(OnceForm):
    """For `over`: how much, where somebody likes to say. then: the page they came from."""

    distress = Rating(
        label=gettext_lazy("How much is it?"),
        help_text=gettext_lazy("Your own sense of it. You may leave it out."),
        low=gettext_lazy("none"),
        high=gettext_lazy("the most I can imagine"),
    )
    then = forms.CharField(required=False, widget=Hidden)

    def __init__(self, *args: Any, with_distress: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not with_distress:
            del self.fields["distress"]


class AfterForm(OnceForm):
    helped = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Did it help?"),
        choices=[
            ("yes", gettext_lazy("Yes")),
            ("a_little", gettext_lazy("A little")),
            ("not_now", gettext_lazy("Not now")),
            ("", gettext_lazy("Leave this one out")),
        ],
        widget=Choices(),
    )
    note = forms.CharField(
        required=False,
        label=gettext_lazy("A note for yourself"),
        max_length=LONGEST_NOTE,
        widget=Words(rows=3),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not cleaned.get("helped") and not cleaned.get("note"):
            raise nothing_yet()
        return cleaned


class FollowForm(PlainForm):
    """Which signs to follow. A sign that is chosen and unknown, from an old page, is passed over."""

    follow = forms.MultipleChoiceField(
        required=False, label=gettext_lazy("Which would you like to follow?"), widget=ManyChoices()
    )
    new = forms.CharField(
        required=False,
        label=gettext_lazy("Something else, in your own words"),
        max_length=LONGEST_NAME,
        widget=Short(),
    )

    def __init__(self, *args: Any, signs: Iterable[Followed], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = list(signs)
        field: Any = self.fields["follow"]
        field.choices = [(sign.key, sign.label) for sign in known]
        field.widget.second = {sign.key: sign.like for sign in known}
        self.initial.setdefault("follow", [sign.key for sign in known if sign.followed])

    def clean_new(self) -> str:
        return plain(str(self.cleaned_data["new"]))


class NamesForm(PlainForm):
    """One line for each sign that is followed."""

    def __init__(self, *args: Any, signs: Iterable[Followed], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for sign in signs:
            # Made after Django's own words were exchanged, so it brings the calm ones along.
            field = _Name(label=sign.label, initial=sign.label, widget=Line())
            if not sign.own:
                field.help_text = gettext_lazy("Leave it empty for the word that stands here at first.")
            self.fields[sign.key] = field

    def names(self) -> dict[str, str]:
        """Of a valid form: only what was changed."""
        return {key: name for key, name in self.cleaned_data.items() if name != self.fields[key].initial}


class _Name(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def clean(self, value: Any) -> str:
        name = plain(super().clean(value))
        if len(name) > LONGEST_NAME:
            said = _("At most {most} characters fit here. These are {now}.")
            raise ValidationError(said.format(most=LONGEST_NAME, now=len(name)))
        return name


class NumbersForm(PlainForm):
    """A number for each sign, and the revision the page began from.

    The revision is hidden by attribute and not by type: the browser keeps half-written numbers with it.
    """

    revision = forms.CharField(required=False, widget=Line({"hidden": True}))

    def __init__(self, *args: Any, signs: Iterable[Followed], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.signs = list(signs)
        for sign in self.signs:
            number = Rating(
                label=sign.label, help_text=sign.like, low=_("not there"), high=_("as much as can be")
            )
            number.error_messages["invalid_choice"] = _("Please choose one of the answers on the page.")
            self.fields[sign.key] = number

    def numbers(self) -> list[Any]:
        """The fields to draw."""
        return [self[sign.key] for sign in self.signs]

    def clean_revision(self) -> int:
        given = str(self.cleaned_data.get("revision") or "")
        return int(given) if given.isdecimal() and given.isascii() and len(given) < 9 else 0

    def ratings(self) -> Mapping[str, int | None]:
        """Of a valid form."""
        return {sign.key: self.cleaned_data.get(sign.key) for sign in self.signs}


def plain(name: str) -> str:
    """One line of printable signs."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())
