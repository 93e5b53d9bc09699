"""Pages that look at words and keep nothing: a text to be marked, and "I feel … when … because …"."""

from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.ui.api import page_of_ours
from stepwell.insight.phrasing.api import Remark, check, families
from stepwell.together.letters.begun import Begun, begun, put_back, typed, wait
from stepwell.together.letters.forms import OF_ANOTHER, FeelingForm, LookForm
from stepwell.together.letters.marking import look_at, plain, taken
from stepwell.together.letters.page_words import NOT_MARKED
from stepwell.together.letters.views.opened import AREA, UNPROCESSABLE

# A word of judgement about oneself is not offered; whoever means it may write it.
NOT_OFFERED = frozenset({"guilty", "stupid", "foolish"})


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def look(request: PersonRequest) -> HttpResponse:
    """Of a text, or of those of another room's form that came here with its button (`look`).

    stays: the page with that form is still open, and its script asks for the marks alone.
    """
    if request.method != "POST":
        return _look_page(request, LookForm())
    sent = request.POST
    came = begun(str(sent.get("look", "")))
    form_of = came or begun(str(sent.get("from", "")))
    if came and "stays" not in sent and not wait(request.keyring, came, sent):
        return _more_than_can_wait(request, came)
    texts = form_of.texts if form_of else None
    given = {f"{OF_ANOTHER}-{name}": str(sent.get(name, "")) for name in came.texts} if came else sent
    form = LookForm(given, texts=texts)
    if not form.is_valid():
        return _look_page(request, form, form_of, status=UNPROCESSABLE)
    if form_of and form_of.then and sent.get("do") == "back":
        came_back = (name for name in form_of.texts if form.add_prefix(name) in sent)
        put_back(request.keyring, form_of, {name: form.cleaned_data[name] for name in came_back})
        return see_other(form_of.then)
    return _looked_page(request, form, form_of)


def _looked_page(request: PersonRequest, form: LookForm, form_of: Begun | None) -> HttpResponse:
    typed, said = form.typed(), ""
    if "take" in request.POST:
        found = taken({name: text for name, (_label, text) in typed.items()}, str(request.POST["take"]))
        if found:
            typed[found[0]] = (typed[found[0]][0], found[1])
        else:
            said = str(NOT_MARKED)
    looked = look_at(typed) if any(text.strip() for _label, text in typed.values()) else None
    shown = {name: typed[form.add_prefix(name)][1] for name in form.fields}
    again = LookForm(initial=shown, texts=form_of.texts if form_of else None)
    return _look_page(request, again, form_of, looked=looked, look_said=said)


def _look_page(
    request: PersonRequest, form: LookForm, form_of: Begun | None = None, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {"form": form, "begun": form_of, "area": AREA, **more}
    return render(request, "letters/words.html", context, status=status)


def _more_than_can_wait(request: PersonRequest, form_of: Begun) -> HttpResponse:
    context = {"typed": typed(form_of, request.POST), "then": form_of.then, "area": AREA}
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    return render(request, "letters/too_much.html", context, status=status)


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def feeling(request: PersonRequest) -> HttpResponse:
    if request.method != "POST":
        return _feeling_page(request, FeelingForm())
    came = begun(str(request.POST.get("look", "")))
    if came and not wait(request.keyring, came, request.POST):
        return _more_than_can_wait(request, came)
    if came:
        return see_other(f"{reverse('letters:feeling')}?{urlencode({'then': came.then})}")
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
    lead = f"{LEADS[one.part]} …" if one.start else LEADS[one.part]
    return {"part": lead, "words": given[one.part][one.start : one.end], "text": one.text}


def _feeling_page(
    request: PersonRequest, form: FeelingForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    offered = [
        (name, [word for word in words if word not in NOT_OFFERED]) for name, words in families().items()
    ]
    chosen = str(form.data.get("feeling") or "")
    then = page_of_ours(request.POST.get("then") or request.GET.get("then") or "")
    context = {"form": form, "families": offered, "chosen": chosen, "then": then, "area": AREA, **more}
    return render(request, "letters/feeling.html", context, status=status)
