from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from stepwell.ground.people import names, passwords
from stepwell.ground.ui.api import Code, Line, Pick, PlainForm, Secret, Tick


def zones() -> list[tuple[str, str]]:
    return [
        (zone, zone.replace("_", " "))
        for zone in sorted(available_timezones())
        if "/" in zone or zone == "UTC"
    ]


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


class SignUpForm(NewPassword):
    name = forms.CharField(
        label=_("A name to sign in with"),
        help_text=_("Any name you choose. It need not be your own."),
        max_length=names.LONGEST,
        widget=Line(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    zone = forms.ChoiceField(label=_("Time zone"), choices=zones, widget=Pick(), initial="UTC")
    field_order = ["name", "password", "again", "zone"]


class SignInForm(PlainForm):
    name = forms.CharField(
        label=_("Name"),
        max_length=names.LONGEST,
        widget=Line(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = _password(_("Password"), new=False)
    stay = forms.BooleanField(
        label=_("Stay signed in on this device for 30 days"), required=False, widget=Tick()
    )


class CodeForm(PlainForm):
    code = forms.CharField(label=_("Code from your app"), max_length=12, widget=Code(digits=True))


class PassphraseForm(PlainForm):
    passphrase = _password(_("Your second passphrase"), new=False)


class ChangeForm(NewPassword):
    old = _password(_("Your password until now, or your printed code"), new=False)
    field_order = ["old", "password", "again"]


class RecoverForm(PlainForm):
    name = forms.CharField(label=_("Name"), max_length=names.LONGEST, widget=Line())
    printed = forms.CharField(
        label=_("Printed code"), max_length=80, widget=Line(attrs={"autocomplete": "off"})
    )
    code = forms.CharField(
        label=_("Code from your app, if you have one"),
        required=False,
        max_length=12,
        widget=Code(digits=True),
    )


class RecoverPasswordForm(NewPassword, RecoverForm):
    field_order = ["name", "printed", "code", "password", "again"]


class PlaceForm(PlainForm):
    name = forms.CharField(label=_("What you are called here"), max_length=names.LONGEST, widget=Line())
    zone = forms.ChoiceField(label=_("Time zone"), choices=zones, widget=Pick())


class SureForm(PlainForm):
    password = _password(_("Your password"), new=False)
