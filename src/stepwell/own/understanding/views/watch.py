"""Naming up to five things to look at more closely, signal by signal."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.own.understanding import watching
from stepwell.own.understanding.finding import watched_by
from stepwell.own.understanding.forms import WatchForm
from stepwell.own.understanding.sources import signals
from stepwell.own.understanding.views.along import AREA, signal_of

UNPROCESSABLE = 422


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def watch(request: PersonRequest) -> HttpResponse:
    key, status = signal_of(request), 200
    known = watching.may_be_watched(request.keyring, key)
    form = WatchForm(known=known, initial={"factors": [*watched_by(request.keyring).watched.get(key, ())]})
    if request.method == "POST":
        form = WatchForm(request.POST, known=known)
        if form.is_valid():
            watching.watch(request.keyring, key, form.cleaned_data["factors"], today=request.person.today)
            return see_other(f"{reverse('understanding:along')}?signal={key}")
        status = UNPROCESSABLE
    context = {
        "area": AREA,
        "form": form,
        "known": known,
        "signal": key,
        "label": signals().get(key, ""),
        "others": [(one, words) for one, words in signals().items() if one != key],
    }
    return render(request, "understanding/watch.html", context, status=status)
