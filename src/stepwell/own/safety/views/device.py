"""What another person with this phone could see. Nothing is ticked and nothing is kept."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_person


@for_person
@require_safe
def check(request: PersonRequest) -> HttpResponse:
    return render(request, "safety/device.html", {"area": "mine"})
