"""What carries over between two: the same page for both; and what each would lay beside the other's."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.spaces.api import Couple, couple_of, names_in
from stepwell.together.between import choosing, sentences
from stepwell.together.between.finding import found
from stepwell.together.between.forms import ChoiceForm
from stepwell.together.between.sources import sources

AREA = "together"
UNPROCESSABLE = 422


@for_person
@require_safe
def carries(request: PersonRequest) -> HttpResponse:
    """Nothing on it tells what only one of the two chose."""
    couple = couple_of(request.keyring)
    context: dict[str, Any] = {"area": AREA, "couple": couple}
    if couple is not None and not couple.paused:
        context |= _told(request, couple)
    return render(request, "between/carries.html", context)


def _told(request: PersonRequest, couple: Couple) -> dict[str, Any]:
    keyring = request.keyring
    chosen = choosing.settle(keyring, couple)
    names = names_in(keyring, couple.circle)
    some = sorted(found(keyring, couple, chosen), key=lambda one: (chosen.index(one.signal), one.from_))
    joint = sum(source.joint(keyring, couple.circle, sentences.ENOUGH_DAYS) for source in sources())
    return {
        "told": [(sentences.of_carry(one, names), sentences.drawn(one, names)) for one in some if one.holds],
        "past": [sentences.of_past(one, names) for one in some if not one.holds],
        "waiting": sentences.of_waiting(joint, rest=bool(some)),
        "early": joint < sentences.ENOUGH_DAYS,
    }


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: PersonRequest) -> HttpResponse:
    """Also while the space rests: taking back waits for nothing."""
    couple, status = couple_of(request.keyring), 200
    context: dict[str, Any] = {"area": AREA, "couple": couple}
    if couple is not None:
        form = ChoiceForm(initial={"signals": choosing.choice_of(request.keyring, couple)})
        if request.method == "POST":
            form = ChoiceForm(request.POST)
            if form.is_valid():
                choosing.choose(request.keyring, couple, form.cleaned_data["signals"])
                return see_other(reverse("between:carries"))
            status = UNPROCESSABLE
        context["form"] = form
    elif request.method == "POST":
        return see_other(reverse("between:carries"))
    return render(request, "between/choose.html", context, status=status)
