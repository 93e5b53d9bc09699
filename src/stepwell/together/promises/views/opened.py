"""What the pages of this room share: whose day it is, half-written words, and how a refusal reads."""

from datetime import date
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy

from stepwell.ground.people.api import PersonRequest, zone_of
from stepwell.ground.record.api import Broken
from stepwell.ground.spaces.api import Couple, NotNow
from stepwell.ground.ui.api import Gone
from stepwell.together.promises import finding
from stepwell.together.promises.finding import Promised
from stepwell.together.promises.limits import EnoughForToday
from stepwell.together.promises.models import Promise
from stepwell.together.promises.page_words import BROKEN, ENOUGH, WAITS

UNPROCESSABLE = 422
CONFLICT = 409
TOO_MANY = 429
GONE = Gone(
    heading=gettext_lazy("There is no such promise"),
    said=gettext_lazy("It, or its space, may have ended while you wrote. Nothing was kept."),
    url_name="promises:list",
    way=gettext_lazy("All that was said"),
)
REFUSED = (NotNow, EnoughForToday, Broken)


def other_today(couple: Couple | None) -> date:
    """What day it is for the other, by whose calendar their promises fall."""
    zone = zone_of(couple.partner_id) if couple else None
    return timezone.now().astimezone(zone).date()


def seen_by(request: PersonRequest, couple: Couple | None, promise: UUID) -> Promised:
    try:
        return finding.one(request.keyring, couple, promise)
    except Promise.DoesNotExist:
        raise Http404 from None


def mine(request: PersonRequest, couple: Couple | None, promise: UUID) -> Promised:
    found = seen_by(request, couple, promise)
    if not found.mine:
        raise Http404
    return found


def why(refused: NotNow | EnoughForToday | Broken) -> tuple[str, int]:
    """The words for a refusal, and the status of its page."""
    if isinstance(refused, EnoughForToday):
        return ENOUGH.format(n=refused.most), TOO_MANY
    if isinstance(refused, Broken):
        found = f"{refused.found.i} ({refused.found.words})" if refused.found else "0"
        told = {"seen": refused.seen.i, "seen_words": refused.seen.words, "found": found}
        return BROKEN.format(**told), CONFLICT
    return str(WAITS[refused.why]), UNPROCESSABLE
