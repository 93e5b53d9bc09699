"""What became of what was said, over the last months: one's own first, then the other's."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.ground.spaces.api import couple_of
from stepwell.together.promises.finding import visible
from stepwell.together.promises.sentences import Teller
from stepwell.together.promises.story import months_back
from stepwell.together.promises.story import story as told

MONTHS = 3
FIRST_YEAR, LAST_YEAR = 1971, 9000


@for_person
@require_safe
def story(request: PersonRequest) -> HttpResponse:
    keyring, today = request.keyring, request.person.today
    couple = couple_of(keyring)
    month = _month(request.GET.get("until", ""), today)
    first = months_back(month, MONTHS - 1)
    last = (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    asked: dict[str, Any] = {"first": first, "last": last}
    name = couple.partner_name if couple else ""
    older = visible(keyring, couple).filter(day__lt=first).exists()
    context = {
        "couple": couple,
        "first": first,
        "last": last,
        "mine": told(keyring, couple, mine=True, teller=Teller(other=name), **asked),
        "theirs": told(keyring, couple, mine=False, teller=Teller(name=name), **asked) if couple else [],
        "older": f"{months_back(month, MONTHS):%Y-%m}" if older else "",
        "newer": f"{_later(month):%Y-%m}" if month < today.replace(day=1) else "",
        "area": "together",
    }
    return render(request, "promises/story.html", context)


def _later(month: date) -> date:
    for _each in range(MONTHS):
        month = (month + timedelta(days=31)).replace(day=1)
    return month


def _month(asked: str, today: date) -> date:
    try:
        found = date.fromisoformat(f"{asked}-01")
    except ValueError:
        return today.replace(day=1)
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else today.replace(day=1)
