"""All five landings with where I am, and the page of each. Any of them may be read at any time."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.ground.ui.api import ALONE, RESTING, TWO, Offer, Row, offers, rows
from stepwell.own.learning.api import Reading, suggest
from stepwell.together.pathway.content import FIRST, LAST
from stepwell.together.pathway.forms import StandForm
from stepwell.together.pathway.landings import LANDINGS, landing
from stepwell.together.pathway.landings.landing import Landing
from stepwell.together.pathway.place import Standing, standing
from stepwell.together.pathway.ready import settle

MOST_READINGS = 4


@for_person
@require_safe
def every(request: PersonRequest) -> HttpResponse:
    settle(request.keyring)
    return page(request)


def page(request: PersonRequest, form: StandForm | None = None) -> HttpResponse:
    here = standing(request.keyring)
    two = here.ours is not None or here.resting
    context = {
        "area": area(here),
        "landings": LANDINGS,
        "here": here,
        "mine": landing(here.mine),
        "ours": landing(here.ours.landing) if here.ours else None,
        "next": landing(here.ours.landing + 1) if here.ours and here.ours.landing < LAST else None,
        "may_go_back": here.ours is not None and here.ours.landing > FIRST,
        "form": form or StandForm(two=two, initial={"landing": 0 if two and not here.chosen else here.mine}),
    }
    return render(request, "pathway/landings.html", context, status=422 if form else 200)


@for_person
@require_safe
def one(request: PersonRequest, number: int) -> HttpResponse:
    here = standing(request.keyring)
    shown = landing(number)
    reading = suggest(number, language=get_language(), most=MOST_READINGS)
    context = {
        "area": area(here),
        "landing": shown,
        "here": here,
        "rooms": _rooms(shown, here),
        "readings": reading,
        "tools": _tools(number, reading),
        "before": landing(number - 1) if number > FIRST else None,
        "after": landing(number + 1) if number < LAST else None,
    }
    return render(request, "pathway/landing.html", context)


def area(here: Standing) -> str:
    return "together" if here.ours or here.resting else "mine"


def _rooms(shown: Landing, here: Standing) -> tuple[Row, ...]:
    """Rooms that belong to this landing above all. They are the same for everybody in that state."""
    state = TWO if here.ours else RESTING if here.resting else ALONE
    return rows(shown.slug, state)


def _tools(number: int, readings: tuple[Reading, ...]) -> list[Offer]:
    """What other rooms have for this landing above all."""
    shown = {reading.url for reading in readings}
    ours = f"pathway:{landing(number).slug}"
    fitting = [one for one in offers() if number in one.landings and not one.joint and one.url_name != ours]
    return [one for one in fitting if one.url_name != "learning:article" and one.url not in shown]
