"""A form that finds nothing to belong to: what was typed into it comes back, on one page for every room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# What a field is called, or nothing, and what was typed into it.
Typed = Sequence[tuple[str, str]]
View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Gone:
    """How a room says it. heading: what is not there. said: how that may be. url_name, way: where to."""

    heading: "StrOrPromise"
    said: "StrOrPromise"
    url_name: str
    way: "StrOrPromise"
    area: str = "together"


def gone(request: HttpRequest, what: Gone, typed: Typed) -> HttpResponse:
    """Not yours, not there and there no more: one and the same page, with the sender's own words in it."""
    context = {"area": what.area, "gone": what, "typed": [(label, words) for label, words in typed if words]}
    return render(request, "ui/gone.html", context, status=HTTPStatus.NOT_FOUND)


def typed_in(form: forms.Form) -> Typed:
    """Everything a person sees in a form that was sent, in its order; of what is chosen, the words."""
    found = [(str(field.label or ""), _said(form, name)) for name, field in form.fields.items()]
    return [(label, words) for label, words in found if words]


def typed_as(request: HttpRequest, *names: str) -> Typed:
    """What was sent under these names, for forms of a single field that needs no name."""
    return [("", found) for name in names if (found := str(request.POST.get(name, ""))).strip()]


def _said(form: forms.Form, name: str) -> str:
    field = form.fields[name]
    if field.widget.is_hidden:
        return ""
    values: list[str] = cast("Any", form.data).getlist(name)
    named = {str(value): str(words) for value, words in getattr(field, "choices", ())}
    return ", ".join(named.get(value, value) for value in values if value.strip())


def gives_words_back(what: Gone, typed: Callable[..., Typed]) -> Callable[[View], View]:
    """For a view that raises Http404 or ObjectDoesNotExist. typed: of a POST, called as the view is."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, **named: object) -> HttpResponse:
            try:
                return view(request, **named)
            except (Http404, ObjectDoesNotExist):
                found = typed(request, **named) if request.method == "POST" else []
                if not any(words for _label, words in found):
                    raise Http404 from None
                return gone(request, what, found)

        return guarded

    return guard
