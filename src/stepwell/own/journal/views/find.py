"""Looking in one's own entries. What is looked for comes in a form: never in an address or a log."""

from itertools import islice

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.own.journal.finding import find as found_by
from stepwell.own.journal.forms import FindForm
from stepwell.own.journal.page_words import SORTS
from stepwell.own.journal.views.opened import AREA, UNPROCESSABLE

AT_ONCE = 30


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: PersonRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "journal/find.html", {"form": FindForm(), "area": AREA})
    form = FindForm(request.POST)
    if not form.is_valid():
        return render(request, "journal/find.html", {"form": form, "area": AREA}, status=UNPROCESSABLE)
    start = form.cleaned_data["after"] or 0
    hits = list(islice(found_by(request.keyring, form.cleaned_data["words"]), start, start + AT_ONCE + 1))
    context = {
        "form": form,
        "asked": form.cleaned_data["words"],
        "hits": [(hit, SORTS[hit.sort]) for hit in hits[:AT_ONCE]],
        "further": start + AT_ONCE if len(hits) > AT_ONCE else 0,
        "start": start,
        "looked": True,
        "area": AREA,
    }
    return render(request, "journal/find.html", context)
