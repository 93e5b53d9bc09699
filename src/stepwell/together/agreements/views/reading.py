"""One agreement: as it stands, with its versions, and as a leaf for paper."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.together.agreements.noting import out_of_sight
from stepwell.together.agreements.page import history_of, page_of
from stepwell.together.agreements.views.asking import AREA, Asked, asked_by, found, saved


@for_person
@require_safe
def one(request: PersonRequest, agreement: UUID) -> HttpResponse:
    return one_page(request, asked_by(request), agreement, saved=saved(request))


def one_page(
    request: PersonRequest, asked: Asked, agreement: UUID, *, status: int = 200, **more: Any
) -> HttpResponse:
    """The page of an agreement; `refused` and `stale` say why what was asked for was not done."""
    leaf = found(request, asked, agreement)
    context = page_of(request.keyring, leaf, asked.now, asked.partner, request.person.zone)
    offer = leaf.offer
    away = bool(offer and (leaf.id, offer.number) in out_of_sight(request.keyring))
    context |= {"area": AREA, "away": away}
    return render(request, "agreements/one.html", context | more, status=status)


@for_person
@require_safe
def history(request: PersonRequest, agreement: UUID) -> HttpResponse:
    asked = asked_by(request)
    leaf = found(request, asked, agreement)
    if leaf.is_hidden:
        return see_other(reverse("agreements:one", args=[agreement]))
    context = history_of(request.keyring, leaf, asked.now)
    return render(request, "agreements/history.html", {"area": AREA, "leaf": leaf, **context})


@for_person
@require_safe
def paper(request: PersonRequest, agreement: UUID) -> HttpResponse:
    asked = asked_by(request)
    leaf = found(request, asked, agreement)
    if leaf.is_hidden:
        return see_other(reverse("agreements:one", args=[agreement]))
    context = page_of(request.keyring, leaf, asked.now, asked.partner, request.person.zone)
    return render(request, "agreements/paper.html", {"area": AREA, **context})
