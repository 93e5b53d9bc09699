"""The two mails there are. Neither says what the program is for, who else uses it, or what was written."""

from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from stepwell.ground.people.api import language_of
from stepwell.ground.vault.api import new_id


def invitation(person_id: UUID, address: str, stop_token: str) -> EmailMessage:
    stop = settings.ORIGIN + reverse("notices:stop", args=[stop_token])
    with translation.override(language_of(person_id)):
        body = "\n\n".join(
            [
                _("You asked for a note at this time. You may open the page now, later, or not at all."),
                # The front page would say to whoever stands near what the program is for.
                settings.ORIGIN + reverse("people:sign-in"),
                _("To end these notes:") + "\n" + stop,
            ]
        )
        message = _message(_("A note, as you asked"), body, address)
    # One press in the mail program ends it, without a sign-in (RFC 8058).
    message.extra_headers["List-Unsubscribe"] = f"<{stop}>"
    message.extra_headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return message


def question(person_id: UUID, address: str, token: str) -> EmailMessage:
    confirm = settings.ORIGIN + reverse("notices:confirm", args=[token])
    with translation.override(language_of(person_id)):
        body = "\n\n".join(
            [
                _("Somebody gave this address for notes. If it was you, open this page and say yes:"),
                confirm,
                _("The page works for one day. If it was not you, let it pass: nothing more will come."),
            ]
        )
        return _message(_("Is this your address?"), body, address)


def send(message: EmailMessage) -> None:
    """Raises OSError (also smtplib's errors) when the mail server does not take it."""
    get_connection().send_messages([message])


def _message(subject: str, body: str, address: str) -> EmailMessage:
    # Django's own Message-ID would carry the name of this machine.
    host = urlsplit(settings.ORIGIN).hostname
    headers = {"Message-ID": f"<{new_id()}@{host}>", "Auto-Submitted": "auto-generated"}
    return EmailMessage(subject, body + "\n", settings.DEFAULT_FROM_EMAIL, [address], headers=headers)
