"""What this room holds about a person, and how it is given out and erased."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from stepwell.ground.notices.choices import forget_all
from stepwell.ground.notices.models import Feed, MailAddress, MailOn, QuietHours, Unconfirmed
from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.vault.api import CannotOpen, Keyring, open_for_server

HOLDINGS = (
    Holding("notices.MailAddress", "a mail address, sealed with the server's key file", "mail", "deleted"),
    Holding("notices.Unconfirmed", "a mail address that was not confirmed", "mail", "deleted"),
    Holding("notices.Asked", "a hash of an address that was asked", "no: gone a day later", "deleted"),
    Holding("notices.MailOn", "that invitations by mail are wanted", "mail", "deleted"),
    Holding("notices.QuietHours", "the hours without mail", "quiet", "deleted"),
    Holding("notices.Due", "when the next invitation goes out", "no: worked out from the times", "deleted"),
    Holding("notices.SentOn", "how many mails went out on the last day", "no: gone a day later", "deleted"),
    Holding("notices.Feed", "that a calendar address was given out, and since when", "calendar", "deleted"),
)


def _open(sealed: bytes | memoryview | None) -> str | None:
    try:
        return open_for_server("mail", bytes(sealed)).decode() if sealed is not None else None
    except CannotOpen:
        return None


def _export(keyring: Keyring) -> Mapping[str, object]:
    who = keyring.person_id
    mail, asked = MailAddress.objects.filter(pk=who).first(), Unconfirmed.objects.filter(pk=who).first()
    quiet, feed = QuietHours.objects.filter(pk=who).first(), Feed.objects.filter(pk=who).first()
    return {
        "what-this-is": {
            "mail": _("Where notes go, an address that did not answer yet, and whether notes are on."),
            "quiet": _("Between these hours no note comes, by your own clock."),
            "calendar": _("Since which day a calendar has had your times, without the address it uses."),
        },
        "mail": {
            "address": _open(mail.address if mail else None),
            "unconfirmed": _open(asked.address if asked else None),
            "on": MailOn.objects.filter(pk=who).exists(),
        },
        "quiet": {"from": f"{quiet.begins:%H:%M}", "until": f"{quiet.ends:%H:%M}"} if quiet else None,
        "calendar": {"since": feed.since.isoformat()} if feed else None,
    }


ROOM = Room("notices", HOLDINGS, _export, lambda keyring: forget_all(keyring.person_id))
