"""What the other chose to show of their journal, and what one shows oneself."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import read_many
from stepwell.own.journal.lines import lines
from stepwell.own.journal.models import Shared
from stepwell.own.journal.page_words import SORTS
from stepwell.own.journal.views.opened import start_of

AT_ONCE, MOST_MINE = 20, 400


@for_person
@require_safe
def shown(request: PersonRequest) -> HttpResponse:
    """While the space rests nothing of the other is drawn: these look like nothing shown."""
    keyring, start = request.keyring, start_of(request)
    couple = couple_of(keyring)
    context: dict[str, Any] = {"couple": couple, "area": "together"}
    if couple is not None:
        here = Shared.objects.within(keyring, couple.circle).order_by("-day", "-id")
        mine = here.filter(person_id=keyring.person_id)
        context["mine"] = list(mine.values_list("origin_id", "day")[:MOST_MINE])
        if not couple.paused:
            rows = list(here.filter(person_id=couple.partner_id)[start : start + AT_ONCE + 1])
            some = rows[:AT_ONCE]
            context["theirs"] = [
                (row.day, SORTS[kept.sort], lines(kept.said, theirs=True))
                for row, kept in zip(some, read_many(keyring, some), strict=True)
            ]
            context["further"] = start + AT_ONCE if len(rows) > AT_ONCE else 0
    return render(request, "journal/shown.html", context)
