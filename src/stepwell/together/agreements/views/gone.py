"""A form that finds nothing to belong to: what was typed into it comes back, whatever the address."""

import re
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import render

from stepwell.ground.people.api import PersonRequest
from stepwell.together.agreements.views.asking import AREA

TYPED = re.compile(r"title|words|wanted_me|wanted_other|review_on|until|clause-\d{1,2}")
View = Callable[..., HttpResponse]


def gives_words_back(view: View) -> View:
    """Not yours, not there and there no more are the same bytes, with the sender's own words in them."""

    @wraps(view)
    def guarded(request: PersonRequest, **named: object) -> HttpResponse:
        try:
            return view(request, **named)
        except (Http404, ObjectDoesNotExist):
            typed = _typed(request)
            if not typed:
                raise Http404 from None
            context = {"area": AREA, "typed": typed}
            return render(request, "agreements/gone.html", context, status=HTTPStatus.NOT_FOUND)

    return guarded


def _typed(request: PersonRequest) -> list[str]:
    """In the order of the form, which is the order in which a browser sends it."""
    if request.method != "POST":
        return []
    found = [value for name, value in request.POST.items() if TYPED.fullmatch(name)]
    return [value for value in map(str, found) if value.strip()]
