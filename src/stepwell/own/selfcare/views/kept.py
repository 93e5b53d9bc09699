"""What somebody kept here, a month at a time, and letting it go."""

from collections.abc import Callable
from datetime import date, timedelta
from operator import attrgetter
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.vault.api import Keyring, read, read_many
from stepwell.own.selfcare import afters, gauges
from stepwell.own.selfcare.lines import Line, of_after, of_gauge
from stepwell.own.selfcare.models import After, Gauge

FIRST_YEAR, LAST_YEAR = 1971, 9998


@for_person
@require_safe
def listed(request: PersonRequest) -> HttpResponse:
    today = request.person.today
    first = _month(request.GET.get("month", ""), today)
    after = (first + timedelta(days=31)).replace(day=1)
    older = _newest_before(request.keyring, first)
    context = {
        "month": first,
        "lines": _lines(request.keyring, first, after),
        "older": f"{older:%Y-%m}" if older else "",
        "newer": f"{after:%Y-%m}" if after <= today else "",
        "area": "mine",
    }
    return render(request, "selfcare/kept.html", context)


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: PersonRequest, note: UUID) -> HttpResponse:
    try:
        if request.method == "POST":
            afters.delete(request.keyring, note)
            return see_other(reverse("selfcare:kept"))
        row = After.objects.within(request.keyring, request.keyring.own).get(id=note)
    except After.DoesNotExist:
        raise Http404 from None
    line = of_after(row, read(request.keyring, row))
    return render(request, "selfcare/delete.html", {"line": line, "id": note, "area": "mine"})


@for_person
@require_POST
def let_go(request: PersonRequest, gauge: UUID) -> HttpResponse:
    try:
        gauges.delete(request.keyring, gauge)
    except Gauge.DoesNotExist:
        raise Http404 from None
    return see_other(reverse("selfcare:kept"))


def _month(asked: str, today: date) -> date:
    try:
        found = date.fromisoformat(f"{asked}-01")
    except ValueError:
        return today.replace(day=1)
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else today.replace(day=1)


def _newest_before(keyring: Keyring, first: date) -> date | None:
    days = [
        model.objects.within(keyring, keyring.own)
        .filter(day__lt=first)
        .order_by("-day")
        .values_list("day", flat=True)
        .first()
        for model in (Gauge, After)
    ]
    return max((day for day in days if day), default=None)


def _lines(keyring: Keyring, first: date, after: date) -> list[Line]:
    """Newest first, by the wall clock at which each was kept."""
    found: list[Line] = []
    kinds: dict[type[Gauge | After], Callable[..., Line]] = {After: of_after, Gauge: of_gauge}
    for model, told in kinds.items():
        rows = list(model.objects.within(keyring, keyring.own).filter(day__gte=first, day__lt=after))
        found += [told(row, kept) for row, kept in zip(rows, read_many(keyring, rows), strict=True)]
    return sorted(found, key=attrgetter("at"), reverse=True)
