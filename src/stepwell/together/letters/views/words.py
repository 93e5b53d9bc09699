"""Pages that look at words and keep nothing: a text to be marked, and "I feel … when … because …"."""

from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.insight.phrasing.api import Remark, check, families
from stepwell.together.letters.forms import FeelingForm, LookForm
from stepwell.together.letters.marking import look_at, plain, taken
from stepwell.together.letters.page_words import NOT_MARKED
from stepwell.together.letters.views.opened import AREA, UNPROCESSABLE

# A word of judgement about oneself is not offered; whoever means it may write it.
NOT_OFFERED = frozenset({"guilty", "stupid", "foolish"})


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def look(request: PersonRequest) -> HttpResponse:
    if request.method != "POST":
        return _look_page(request, LookForm())
    form = LookForm(request.POST)
    if not form.is_valid():
        return _look_page(request, form, status=UNPROCESSABLE)
    text, said = plain(form.cleaned_data["text"]), ""
    if "take" in request.POST:
        found = taken({"text": text}, str(request.POST["take"]))
        text, said = (found[1], "") if found else (text, str(NOT_MARKED))
    looked = look_at({"text": ("", text)}) if text.strip() else None
    return _look_page(request, LookForm(initial={"text": text}), looked=looked, look_said=said)


def _look_page(request: PersonRequest, form: LookForm, *, status: int = 200, **more: Any) -> HttpResponse:
    return render(request, "letters/words.html", {"form": form, "area": AREA, **more}, status=status)


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def feeling(request: PersonRequest) -> HttpResponse:
    if request.method != "POST":
        return _feeling_page(request, FeelingForm())
    form = FeelingForm(request.POST)
    if not form.is_valid():
        return _feeling_page(request, form, status=UNPROCESSABLE)
    given = {part: _without_lead(part, plain(form.cleaned_data[part])) for part in LEADS}
    looked = look_at({"feel": ("", _sentence(given))})
    context: dict[str, Any] = {
        "sentence": _sentence(given),
        "safety": looked.safety,
        "remarks": [] if looked.safety else [_about(one, given) for one in check(**given)],
        "form_id": uuid4(),
    }
    return _feeling_page(request, FeelingForm(initial=given), **context)


def _sentence(given: dict[str, str]) -> str:
    """The formula stays in the language of the words in it, which is English so far."""
    said = [f"{lead} {given[part].rstrip(' .,')}" for part, lead in LEADS.items() if given[part]]
    return ", ".join(said) + "."


LEADS = {"feel": "I feel", "when": "when", "because": "because"}


def _without_lead(part: str, words: str) -> str:
    """Some write the whole of it into each field: "I feel sad" where "sad" is asked for."""
    words, lead = words.strip(), LEADS[part].lower() + " "
    return words[len(lead) :].lstrip() if words.lower().startswith(lead) else words


def _about(one: Remark, given: dict[str, str]) -> dict[str, str]:
    return {"part": LEADS[one.part], "words": given[one.part][one.start : one.end], "text": one.text}


def _feeling_page(
    request: PersonRequest, form: FeelingForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    offered = [
        (name, [word for word in words if word not in NOT_OFFERED]) for name, words in families().items()
    ]
    chosen = str(form.data.get("feeling") or "")
    context = {"form": form, "families": offered, "chosen": chosen, "area": AREA, **more}
    return render(request, "letters/feeling.html", context, status=status)
