"""What each of two chose to show, a day at a time. It is made from shared copies alone, so a no, a not-yet,
a check-in that was kept private and a silence cannot be told apart: none of them leaves anything to draw."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.ground.spaces.api import Couple, couple_of, my_spaces, say_my_name
from stepwell.ground.vault.api import read_many
from stepwell.together.checkins.lines import pair_lines
from stepwell.together.checkins.models import Shared

AREA = "together"


@for_person
@require_safe
def together(request: PersonRequest) -> HttpResponse:
    return _page(request, None)


@for_person
@require_safe
def day(request: PersonRequest, day: str) -> HttpResponse:
    try:
        return _page(request, date.fromisoformat(day))
    except ValueError:
        raise Http404 from None


def _page(request: PersonRequest, asked: date | None) -> HttpResponse:
    keyring = request.keyring
    couple = couple_of(keyring)
    if couple is None:
        return render(
            request, "checkins/together_alone.html", {"area": AREA, "ended": bool(my_spaces(keyring))}
        )
    if couple.paused:
        return render(request, "checkins/together_resting.html", {"area": AREA})
    say_my_name(keyring, couple.circle, request.person.name)
    return render(request, "checkins/pair.html", {"area": AREA, **pair_of(request, couple, asked)})


def pair_of(request: PersonRequest, couple: Couple, asked: date | None) -> dict[str, Any]:
    keyring = request.keyring
    shared = Shared.objects.within(keyring, couple.circle)
    shown = asked or shared.order_by("-day").values_list("day", flat=True).first()
    if shown is None:
        return {"day": None, "partner": couple.partner_name}
    rows = list(shared.filter(day=shown).order_by("id"))
    answers = [content.answers for content in read_many(keyring, rows)]
    mine = [said for row, said in zip(rows, answers, strict=True) if row.person_id == keyring.person_id]
    theirs = [said for row, said in zip(rows, answers, strict=True) if row.person_id == couple.partner_id]
    return {
        "asked": asked,
        "day": shown,
        "partner": couple.partner_name,
        "me": request.person.name,
        "pairs": pair_lines(mine, theirs),
        "my_ids": [row.origin_id for row in rows if row.person_id == keyring.person_id],
        "older": shared.filter(day__lt=shown).order_by("-day").values_list("day", flat=True).first(),
        "newer": shared.filter(day__gt=shown).order_by("day").values_list("day", flat=True).first(),
    }
