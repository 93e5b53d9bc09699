"""How a plan ends: called off, deleted, or another wording of it let go."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.together.calendar import showing, writing
from stepwell.together.calendar.models import Plan
from stepwell.together.calendar.views.asking import AREA, mine, reader_of
from stepwell.together.calendar.views.one import details
from stepwell.together.calendar.views.plans import plan_page


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def call_off(request: PersonRequest, plan: UUID) -> HttpResponse:
    row, kept = mine(request, plan)
    reader = reader_of(request)
    if request.method == "POST":
        writing.call_off(request.keyring, plan, couple=reader.couple, now=timezone.now())
        return see_other(plan_page(plan))
    shown = showing.is_shown(request.keyring, row.id, reader.open_couple)
    context = {"area": AREA, "id": row.id, **details(kept.body, reader.zone), "off": kept.off}
    context["partner"] = reader.open_couple.partner_name if shown and reader.open_couple else ""
    return render(request, "calendar/call_off.html", context)


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: PersonRequest, plan: UUID) -> HttpResponse:
    if request.method == "POST":
        # Pressed twice it is done once: what is not there is answered as what has just gone.
        try:
            writing.delete(request.keyring, plan)
        except Plan.DoesNotExist:
            pass
        except writing.StillShown:
            return see_other(reverse("calendar:delete", args=[plan]))
        return see_other(reverse("calendar:coming"))
    row, kept = mine(request, plan)
    shown = showing.copies(request.keyring, row.id).exists()
    context = {
        "area": AREA,
        "id": row.id,
        **details(kept.body, request.person.zone),
        "shown": shown,
        "off": kept.off,
    }
    return render(request, "calendar/delete.html", context)


@for_person
@require_POST
def let_go(request: PersonRequest, plan: UUID) -> HttpResponse:
    try:
        writing.let_go(request.keyring, plan)
    except Plan.DoesNotExist:
        raise Http404 from None
    return see_other(plan_page(plan))
