"""One question of one's own list: looking at it, putting it to the other, taking it back, letting it go."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from stepwell.ground.people.api import PersonRequest, draft_begun, for_person, see_other
from stepwell.ground.spaces.api import NotNow, couple_of
from stepwell.together.questions import answering, keeping, putting
from stepwell.together.questions.forms import PutForm
from stepwell.together.questions.limits import MOST_A_DAY, EnoughForToday
from stepwell.together.questions.models import Question
from stepwell.together.questions.page_words import ENOUGH, PLACES, WAITS, WANTS
from stepwell.together.questions.pictures import other_ways
from stepwell.together.questions.views.opened import (
    TOO_MANY,
    UNPROCESSABLE,
    mine,
    to_read,
    to_talk,
    way_to_talk,
)
from stepwell.together.questions.views.write import DRAFT, draft_of


@for_person
@require_safe
def one(request: PersonRequest, question: UUID) -> HttpResponse:
    return _page(request, question)


@for_person
@require_POST
def put(request: PersonRequest, question: UUID) -> HttpResponse:
    mine(request, question)
    form = PutForm(request.POST)
    if not form.is_valid():
        return _page(request, question, form=form, status=UNPROCESSABLE)
    couple = couple_of(request.keyring)
    try:
        putting.put(request.keyring, question, couple=couple, today=request.person.today, **form.cleaned_data)
    except Question.DoesNotExist:
        raise Http404 from None
    except NotNow as not_now:
        return _page(request, question, waits=WAITS[not_now.why], status=UNPROCESSABLE)
    except EnoughForToday:
        form.add_error(None, ENOUGH.format(n=MOST_A_DAY))
        return _page(request, question, form=form, status=TOO_MANY)
    return see_other(reverse("questions:one", args=[question]))


@for_person
@require_POST
def talk(request: PersonRequest, question: UUID) -> HttpResponse:
    """Asking for a talk begins with it. Whether that counts is asked there, of everybody alike."""
    _row, kept = mine(request, question)
    return to_talk(request, kept.text, question)


@for_person
@require_POST
def take_back(request: PersonRequest, question: UUID) -> HttpResponse:
    """Pressed twice it is done once: where there is nothing any more, the list."""
    try:
        keeping.mine(request.keyring, question)
    except Question.DoesNotExist:
        return see_other(reverse("questions:list"))
    putting.take_back(request.keyring, question, today=request.person.today)
    return see_other(reverse("questions:one", args=[question]))


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: PersonRequest, question: UUID) -> HttpResponse:
    if request.method == "POST":
        # Pressed twice it is done once, and nobody can tell what never was from what is gone.
        with suppress(Question.DoesNotExist):
            keeping.delete(request.keyring, question, today=request.person.today)
        return see_other(reverse("questions:list"))
    row, kept = mine(request, question)
    put = putting.copies(request.keyring, question).exists()
    context = {"id": row.id, "kept": kept, "put": put, "area": "together"}
    return render(request, "questions/delete.html", context)


def _page(
    request: PersonRequest,
    question: UUID,
    *,
    form: PutForm | None = None,
    waits: Any = "",
    status: int = 200,
) -> HttpResponse:
    keyring = request.keyring
    row, kept = mine(request, question)
    couple = couple_of(keyring)
    copies = answering.all_of(keyring, couple, list(putting.copies(keyring, question)))
    asked = next((copy for copy in copies if not copy.over), None)
    context = {
        "id": row.id,
        "kept": kept,
        "want": WANTS[kept.want],
        "ways": other_ways(kept.text),
        "couple": couple,
        "asked": asked,
        "place": PLACES[asked.said.place] if asked else "",
        "talk": way_to_talk(couple, asked) if asked else "",
        "left": [copy for copy in copies if copy.over],
        "form": form or (PutForm() if couple and not couple.paused and not asked else None),
        "waits": waits,
        "reading": to_read(request.person.language, "questions-and-answers"),
        "saved": {"new": draft_begun(request, DRAFT), "change": draft_of(question)}.get(
            request.GET.get("kept", ""), ""
        ),
        "area": "together",
    }
    return render(request, "questions/one.html", context, status=status)
