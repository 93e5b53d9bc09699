"""The words a person added to the lists."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.ui.api import LONGEST_WORD
from stepwell.together.checkins import own
from stepwell.together.checkins.vocabulary import KINDS

HEADINGS = {
    "feelings": _("Feelings"),
    "body": _("Body"),
    "hard": _("What was hard"),
    "helped": _("What helped"),
}


class RemoveForm(forms.Form):
    kind = forms.ChoiceField(choices=[(kind, kind) for kind in KINDS])
    word = forms.CharField(max_length=LONGEST_WORD, strip=False)


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def words(request: PersonRequest) -> HttpResponse:
    if request.method == "POST":
        form = RemoveForm(request.POST)
        if form.is_valid():
            own.forget_word(request.keyring, form.cleaned_data["kind"], form.cleaned_data["word"])
        return see_other(reverse("checkins:words"))
    known = own.own_words(request.keyring)
    lists: list[dict[str, Any]] = [
        {"kind": kind, "heading": HEADINGS[kind], "words": getattr(known, kind)}
        for kind in KINDS
        if getattr(known, kind)
    ]
    return render(request, "checkins/words.html", {"lists": lists})
