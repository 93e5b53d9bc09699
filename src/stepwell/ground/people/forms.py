from typing import Any, cast

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from stepwell.ground.people import names, passwords, signins, zones
from stepwell.ground.people.profile import Someone
from stepwell.ground.ui.api import Choices, Code, Line, OnceForm, Pick, PlainForm, Secret, Tick


class Name(forms.CharField):
    """A name somebody can see: at most sixty characters, kept as written but for outer spaces."""

    def __init__(
        self, label: Any, *, help_text: Any = "", signs_in: bool = True, chosen: bool = False
    ) -> None:
        # A name that is only looked for may hold anything: what is not seen is left out of the search.
        self.chosen = chosen
        attrs = {"autocomplete": "username" if signs_in else "nickname", "spellcheck": "false"}
        attrs |= {"autocapitalize": "none"} if signs_in else {}
        super().__init__(label=label, help_text=help_text, max_length=names.LONGEST, widget=Line(attrs=attrs))

    def clean(self, value: Any) -> str:
        name = str(super().clean(value))
        if not names.plain(name):
            raise ValidationError(_("Nothing of this name can be seen. Use some letters or digits."))
        if self.chosen and names.turns_writing(name):
            words = _("A sign in this name turns the direction of writing and cannot be seen. Type it anew.")
            raise ValidationError(words)
        return name


def _password(label: Any, *, new: bool, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, strip=False, max_length=passwords.LONGEST, widget=Secret(new=new)
    )


class NewPassword(PlainForm):
    password = _password(
        _("Password"), new=True, help_text=_("At least 15 characters. A few words you can remember are fine.")
    )
    again = _password(_("The same password again"), new=True)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if "password" in given:
            try:
                passwords.check(given["password"], given.get("name", ""))
            except ValidationError as error:
                self.add_error("password", error)
        if given.get("password") and given.get("again") and given["password"] != given["again"]:
            self.add_error("again", _now("The two are not the same. Write it once more."))
        return given


class AnotherPassword(NewPassword):
    """As NewPassword, where an older one is left behind."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("New password")
        self.fields["again"].label = _("The new password again")


class NewPassphrase(NewPassword):
    old = _password(_("Your password"), new=False)
    field_order = ["old", "password", "again"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Second passphrase")
        self.fields["again"].label = _("The same passphrase again")


class SignUpForm(NewPassword, OnceForm):
    name = Name(
        _("A name to sign in with"),
        help_text=_("Any name you choose. It need not be your own."),
        chosen=True,
    )
    zone = forms.ChoiceField(label=_("Time zone"), choices=zones.groups, widget=Pick(), initial=zones.UTC)
    field_order = ["name", "password", "again", "zone"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            # Only a form that nobody has filled in: what somebody chose stays chosen.
            self.fields["zone"].widget.attrs["data-guess-zone"] = ""


class SignInForm(PlainForm):
    name = Name(_("Name"))
    password = _password(_("Password"), new=False)
    stay = forms.BooleanField(
        label=_("Stay signed in on this device for 30 days"), required=False, widget=Tick()
    )


class CodeForm(PlainForm):
    code = forms.CharField(label=_("Code from your app"), max_length=12, widget=Code(digits=True))


class PassphraseForm(PlainForm):
    passphrase = _password(_("Your second passphrase, or your printed code"), new=False)


class ChangeForm(AnotherPassword):
    old = _password(_("Your password until now, or your printed code"), new=False)
    field_order = ["old", "password", "again"]


class NewKeysForm(ChangeForm, OnceForm):
    """As ChangeForm; sent twice it makes one code."""


class RecoverForm(OnceForm):
    name = Name(_("Name"))
    printed = forms.CharField(
        label=_("Printed code"), max_length=80, widget=Line(attrs={"autocomplete": "off"})
    )
    code = forms.CharField(
        label=_("Code from your app, if you have one"),
        required=False,
        max_length=12,
        widget=Code(digits=True),
    )


class RecoverPasswordForm(AnotherPassword, RecoverForm):
    field_order = ["name", "printed", "code", "password", "again"]


THEMES = [("", _("As this device does")), ("light", _("Light")), ("dark", _("Dark"))]


class PlaceForm(PlainForm):
    name = Name(_("What you are called here"), signs_in=False, chosen=True)
    zone = forms.ChoiceField(label=_("Time zone"), widget=Pick())
    theme = forms.ChoiceField(label=_("Light or dark"), choices=THEMES, required=False, widget=Choices())
    language = forms.ChoiceField(label=_("Language"), widget=Pick())

    def __init__(self, *args: Any, person: Someone, **kwargs: Any) -> None:
        now = {
            "name": person.name,
            "zone": person.zone.key,
            "theme": person.theme,
            "language": person.language,
        }
        super().__init__(*args, initial=now, **kwargs)
        cast("forms.ChoiceField", self.fields["zone"]).choices = zones.groups_with(person.zone.key)
        if len(settings.LANGUAGES) > 1:
            cast("forms.ChoiceField", self.fields["language"]).choices = settings.LANGUAGES
        else:
            del self.fields["language"]


class DeviceForm(PlainForm):
    label = forms.CharField(label=_("Name of this browser"), max_length=signins.LABEL, widget=Line())


class SureForm(PlainForm):
    password = _password(_("Your password"), new=False)


class BeginForm(SureForm, CodeForm):
    field_order = ["code", "password"]
