"""Asking for a round: what it would bring to light, said before, and the button."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.ground.spaces.api import NotNow, couple_of
from stepwell.together.menu import asking, both, gate, sheet
from stepwell.together.menu.views.opened import area, to_list


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: PersonRequest) -> HttpResponse:
    """What comes of it shows on the next page; a word that does not count yet looks like one that waits."""
    keyring = request.keyring
    couple = couple_of(keyring)
    if couple is None or couple.paused:
        return to_list()
    if request.method != "POST":
        wait = both.next_day(both.light(keyring, couple)) is not None
        if wait or asking.has_asked(keyring, couple):
            return to_list()
        welcome = [line.text for line in sheet.welcome(sheet.sheet_of(keyring))]
        context = {"couple": couple, "welcome": welcome, "area": area(couple)}
        return render(request, "menu/ask.html", context)
    if gate.too_much(keyring):
        return render(request, "ui/later.html", {"area": area(couple), "back": reverse("menu:list")})
    try:
        asking.ask(keyring, couple)
    except NotNow:
        return to_list()
    return to_list()


@for_person
@require_POST
def take_back(request: PersonRequest) -> HttpResponse:
    couple = couple_of(request.keyring)
    if couple:
        asking.take_back(request.keyring, couple)
    return to_list()
