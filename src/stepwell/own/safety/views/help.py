"""Help: reachable by anybody, in one tap, from everywhere. Looking at it leaves no trace."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from msgspec.structs import replace

from stepwell.ground.people.api import PersonRequest, for_anyone, see_other
from stepwell.own.safety import leaf as leaves
from stepwell.own.safety.numbers import countries
from stepwell.own.safety.page_of_numbers import context_of
from stepwell.own.safety.views.country import country_for, has_leaf


@require_http_methods(["GET", "HEAD", "POST"])
@for_anyone
def help_page(request: HttpRequest) -> HttpResponse:
    """GET shows, and keeps nothing. POST keeps the chosen country first, for who is signed in."""
    if request.method == "POST":
        return _chosen(request)
    asked = request.GET.get("country", "")
    code = asked if asked in countries() else country_for(request)
    return render(
        request, "safety/help.html", context_of(request, code, unknown=bool(asked) and asked != code)
    )


def _chosen(request: HttpRequest) -> HttpResponse:
    code = request.POST.get("country", "")
    if code not in countries():
        return render(
            request, "safety/help.html", context_of(request, country_for(request), unknown=True), status=422
        )
    if not has_leaf(request):
        return see_other(f"{reverse('help')}?country={code}")
    leaves.change(cast("PersonRequest", request).keyring, lambda leaf: replace(leaf, country=code))
    return see_other(reverse("help"))
