"""What the pages of this room share."""

from http import HTTPStatus

from django.http import HttpResponse, QueryDict
from django.urls import reverse

from stepwell.ground.people.api import PersonRequest, see_other
from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import Keyring
from stepwell.together.menu import asking, both
from stepwell.together.menu.content import SheetV1
from stepwell.together.menu.ideas import FAMILIES
from stepwell.together.menu.sheet import After, welcome

CONFLICT = HTTPStatus.CONFLICT.value
UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY.value
OWN = len(FAMILIES)
PLACES = {str(place): place for place in range(OWN + 1)}


def area(couple: Couple | None) -> str:
    return "together" if couple else "mine"


def to_list(kept: str = "", *, at: int | None = None) -> HttpResponse:
    """at: the place of a fold, which then stands open where the page begins."""
    if not kept:
        return see_other(reverse("menu:list"))
    where = f"?kept={kept}#list" if at is None else f"?kept={kept}&at={at}#list-{at}"
    return see_other(reverse("menu:list") + where)


def fold_in(sent: QueryDict) -> int | None:
    """The place of a fold: the families in their order, then the lines of one's own."""
    given = str(sent.get("at", ""))
    return PLACES.get(given)


def after_change(keyring: Keyring, couple: Couple | None) -> After:
    """What a changed list means for a round that is under way, and for what came to light before."""

    def after(sheet: SheetV1) -> None:
        asking.start_anew(keyring, couple)
        if couple:
            both.keep_only(keyring, couple.circle, welcome(sheet))

    return after


def number_in(request: PersonRequest, name: str) -> int:
    given = str(request.POST.get(name, ""))
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 9 else 0
