"""The slip on every page while somebody waits to come in with the printed code."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from stepwell.ground.ui.api import Slip, stamp


def slip(opens_at: datetime, zone: ZoneInfo) -> Slip:
    if opens_at > timezone.now():
        words = _("Somebody used your printed code. They can set a new password from {moment}.")
    else:
        words = _("Somebody used your printed code, and waited. They can set a new password now.")
    return Slip(
        name=_("Somebody wants to come in"),
        words=format_html(words, moment=stamp(opens_at, "moment", zone)),
        answer=_("It was not me: keep them out"),
        action=reverse("people:end-recovery"),
        page=reverse("people:settings"),
    )
