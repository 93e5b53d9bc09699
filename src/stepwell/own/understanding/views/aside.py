"""Putting one finding away, and bringing it back."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.own.understanding.content import Why
from stepwell.own.understanding.finding import found
from stepwell.own.understanding.putting_away import away, bring_back, is_of, one_of, put_away
from stepwell.own.understanding.telling import keys_of

WHYS: tuple[Why, ...] = ("later", "no_help")


@for_person
@require_POST
def put(request: PersonRequest) -> HttpResponse:
    """What is not told now is not put away: an old page then does nothing, and shows what there is."""
    signal, key = request.POST.get("signal", ""), request.POST.get("key", "")
    why = next((one for one in WHYS if one == request.POST.get("why")), WHYS[0])
    said = next((one for one in found(request.keyring).signals if one.key == signal), None)
    told = next((one for one in keys_of(said) if is_of(key, one)), None) if said else None
    if told:
        put_away(request.keyring, signal, told, why)
    return _back(signal)


@for_person
@require_POST
def back(request: PersonRequest) -> HttpResponse:
    signal, key = request.POST.get("signal", ""), request.POST.get("key", "")
    if one_of(away(request.keyring), signal, key):
        bring_back(request.keyring, signal, key)
    return _back(signal)


def _back(signal: str) -> HttpResponse:
    return see_other(f"{reverse('understanding:along')}?signal={signal if signal.isidentifier() else ''}")
