"""What the pages of this room share: which space is asked for, and a record that is not as it was seen."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from stepwell.ground.people.api import PersonRequest
from stepwell.ground.record.mending import misfit
from stepwell.ground.record.shapes import Broken
from stepwell.ground.spaces.api import HeldSpace

AREA = "together"
LONGEST_NUMBER = 9


def asked(request: PersonRequest, spaces: tuple[HeldSpace, ...]) -> HeldSpace:
    """The newest space, or the one asked for: counted from the first one, so that each keeps its number."""
    if "space" not in request.GET and spaces:
        return spaces[0]
    number = whole(request.GET.get("space", ""))
    if not 1 <= number <= len(spaces):
        raise Http404
    return spaces[len(spaces) - number]


def number_of(space: HeldSpace, spaces: tuple[HeldSpace, ...]) -> int:
    return len(spaces) - spaces.index(space)


def whole(given: str) -> int:
    """A number in an address; 0 for anything else."""
    return int(given) if given.isascii() and given.isdigit() and len(given) <= LONGEST_NUMBER else 0


def not_as_seen(
    request: PersonRequest, space: HeldSpace, number: int, broken: Broken, *, status: int = 200
) -> HttpResponse:
    context = {
        "area": AREA,
        "broken": broken,
        "number": number,
        "more": broken.found is not None and broken.found.i > broken.seen.i,
        "misfit": misfit(request.keyring, space.circle, broken.seen),
    }
    return render(request, "record/broken.html", context, status=status)
