"""A promise, out of what somebody found in their own days: half-written, for its writer to go on with."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from stepwell.ground.people.api import PersonRequest, keep_begun, kept_draft
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.own.safety.api import Joint, may
from stepwell.own.selfcare.api import too_much
from stepwell.own.understanding.api import Full, Response
from stepwell.together.promises.limits import LONGEST_WHAT
from stepwell.together.promises.views.make import DRAFT


def response() -> Response:
    return Response(
        "promises.make",
        label=_("A promise"),
        words=_("It stands in an empty promise, to be made smaller, given a day, or let go."),
        order=30,
        offered=_offered,
        take=_take,
    )


def _offered(keyring: Keyring) -> bool:
    """Only where the two could talk about it now. Whoever may not is offered less, and told nothing of it."""
    couple = couple_of(keyring)
    open_now = couple is not None and not couple.paused
    return open_now and may(keyring, Joint.DIALOGUE) and not too_much(keyring)


def _take(request: PersonRequest, text: str) -> str:
    """Sealed as the browser seals what is half-written: the words are in no address. What stood half-written
    there already stays above it."""
    begun = kept_draft(request.keyring, DRAFT) or {}
    lines = [line for one in begun.get("what", []) for line in one.splitlines() if line]
    what = "\n".join([*(line for line in lines if line != text), text])
    if len(what) > LONGEST_WHAT or not keep_begun(request.keyring, DRAFT, {**begun, "what": [what]}):
        raise Full
    return reverse("promises:make")
