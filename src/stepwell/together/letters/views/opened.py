"""What the pages of this room share: whose day it is, and how a refusal is answered."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import wraps
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from stepwell.ground.people.api import PersonRequest
from stepwell.own.learning.api import Reading, reading
from stepwell.together.letters import keeping
from stepwell.together.letters.content import LetterV1
from stepwell.together.letters.limits import Gone
from stepwell.together.letters.models import Letter

AREA = "together"
UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY.value
CONFLICT = HTTPStatus.CONFLICT.value
TOO_MANY = HTTPStatus.TOO_MANY_REQUESTS.value
TYPED = re.compile(r"words|text|part-[a-z]{1,20}")
View = Callable[..., HttpResponse]


def today_of(request: PersonRequest) -> date:
    return timezone.now().astimezone(request.person.zone).date()


def mine(request: PersonRequest, letter: UUID) -> tuple[Letter, LetterV1]:
    try:
        return keeping.mine(request.keyring, letter)
    except Letter.DoesNotExist:
        raise Http404 from None


def gives_words_back(view: View) -> View:
    """Not yours, not there and there no more are the same bytes, with the sender's own words in them."""

    @wraps(view)
    def guarded(request: PersonRequest, **named: object) -> HttpResponse:
        try:
            return view(request, **named)
        except (Http404, Gone, Letter.DoesNotExist):
            typed = _typed(request)
            if not typed:
                raise Http404 from None
            context = {"area": AREA, "typed": typed}
            return render(request, "letters/gone.html", context, status=HTTPStatus.NOT_FOUND)

    return guarded


def _typed(request: PersonRequest) -> list[str]:
    """In the order of the form, which is the order in which a browser sends it."""
    if request.method != "POST":
        return []
    found = [str(value) for name, value in request.POST.items() if TYPED.fullmatch(str(name))]
    return [value for value in found if value.strip()]


def to_read(language: str, *slugs: str) -> list[Reading]:
    found = (reading(slug, language=language) for slug in slugs)
    return [one for one in found if one]


def first_of(draft: Mapping[str, list[str]] | None) -> dict[str, Any]:
    """A half-written form as it was left. Its id is not taken over: it may have been sent meanwhile."""
    return {name: values[0] for name, values in (draft or {}).items() if values and name != "form_id"}
