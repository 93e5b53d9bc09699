"""What I said, and what the other said: today, and coming."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.ground.spaces.api import couple_of
from stepwell.together.promises import noting
from stepwell.together.promises.listing import lists
from stepwell.together.promises.views.one import note_draft
from stepwell.together.promises.views.opened import other_today


@for_person
@require_safe
def listed(request: PersonRequest) -> HttpResponse:
    couple = couple_of(request.keyring)
    mine, theirs = lists(request.keyring, couple, request.person.today, other_today(couple))
    context = {
        "couple": couple,
        "mine": mine,
        "theirs": theirs,
        "notes": noting.out_of_sight(request.keyring, couple),
        "saved": _saved(request),
        "area": "together",
    }
    return render(request, "promises/list.html", context)


def _saved(request: PersonRequest) -> str:
    """The browser draft of a note that was kept although its promise is out of sight."""
    try:
        return note_draft(UUID(request.GET.get("kept", "")))
    except ValueError:
        return ""
