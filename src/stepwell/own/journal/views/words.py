"""Words a person came to use, and the thoughts they do not want to be offered."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.ui.api import LONGEST_WORD
from stepwell.own.journal import own, prompts
from stepwell.own.journal.content import CHIPS
from stepwell.own.journal.page_words import PART_LABELS
from stepwell.own.journal.views.opened import AREA
from stepwell.own.journal.vocabulary import label

LONGEST = LONGEST_WORD + 10


class RemoveForm(forms.Form):
    kind = forms.ChoiceField(choices=[(kind, kind) for kind in CHIPS])
    word = forms.CharField(max_length=LONGEST, strip=False)


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def words(request: PersonRequest) -> HttpResponse:
    if request.method == "POST":
        _change(request)
        return see_other(reverse("journal:words"))
    known = own.habits(request.keyring)
    lists: list[dict[str, Any]] = [
        {
            "kind": kind,
            "heading": PART_LABELS[kind],
            "words": [(word, label(kind, word)) for word in known.words[kind]],
        }
        for kind in CHIPS
        if known.words.get(kind)
    ]
    refused = [(key, said) for key in known.refused if (said := prompts.words_of(key))]
    context = {"lists": lists, "refused": refused, "quiet": known.quiet, "area": AREA}
    return render(request, "journal/words.html", context)


def _change(request: PersonRequest) -> None:
    keyring = request.keyring
    if "allow" in request.POST:
        own.allow(keyring, request.POST["allow"])
    elif "quiet" in request.POST:
        own.set_quiet(keyring, request.POST["quiet"] == "yes")
    else:
        form = RemoveForm(request.POST)
        if form.is_valid():
            own.forget(keyring, form.cleaned_data["kind"], form.cleaned_data["word"])
