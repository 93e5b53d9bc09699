"""A letter that was given, and what the two say to it. None of it is asked of anybody."""

from typing import Any
from uuid import UUID

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from stepwell.ground.people.api import (
    PersonRequest,
    drop_draft,
    for_person,
    kept_draft,
    see_other,
    started_from_draft,
)
from stepwell.ground.spaces.api import Couple, NotNow, couple_of
from stepwell.together.letters import answering, giving
from stepwell.together.letters.answering import Given
from stepwell.together.letters.forms import AnswerForm, BackForm, WordForm
from stepwell.together.letters.limits import MOST_A_DAY, EnoughForToday, Gone, Moved
from stepwell.together.letters.page_words import ENOUGH, MOVED, WAITS
from stepwell.together.letters.sorts import GUIDES, as_read
from stepwell.together.letters.steps import ANSWER, GIVES_BACK, OF_WRITER, is_theirs
from stepwell.together.letters.views.opened import (
    AREA,
    CONFLICT,
    TOO_MANY,
    UNPROCESSABLE,
    gives_words_back,
    to_read,
)

READING = {False: ("listening", "validation"), True: ("listening",)}


def draft_of(given: UUID, step: int) -> str:
    return f"said-{step}-{given}"


@for_person
@gives_words_back
@require_safe
def one(request: PersonRequest, given: UUID) -> HttpResponse:
    couple = couple_of(request.keyring)
    return _page(request, couple, answering.given(request.keyring, couple, given))


@for_person
@gives_words_back
@require_POST
def say(request: PersonRequest, given: UUID) -> HttpResponse:
    couple = couple_of(request.keyring)
    found = answering.given(request.keyring, couple, given)
    if couple is None or found.over or found.sent is None:
        raise Gone
    step = _step_of(request)
    form = form_for(step, request.POST) if is_theirs(step, writer=found.mine) else None
    if form is None:
        raise Gone
    if not form.is_valid():
        return _page(request, couple, found, form=form, status=UNPROCESSABLE)
    try:
        answering.say(request.keyring, couple, given, **form.cleaned_data, today=request.person.today)
    except Moved:
        now = answering.given(request.keyring, couple, given)
        return _page(request, couple, now, moved=form, status=CONFLICT)
    except NotNow as not_now:
        form.add_error(None, WAITS[not_now.why])
        return _page(request, couple, found, form=form, status=UNPROCESSABLE)
    except EnoughForToday:
        form.add_error(None, ENOUGH.format(n=MOST_A_DAY))
        return _page(request, couple, found, form=form, status=TOO_MANY)
    drop_draft(request.keyring, draft_of(given, step))
    return see_other(f"{reverse('letters:given', args=[given])}?kept={step}")


@for_person
@require_POST
def unsay(request: PersonRequest, given: UUID) -> HttpResponse:
    """Pressed twice it is done once: where there is nothing any more, the list."""
    if answering.unsay(request.keyring, given, _step_of(request)):
        return _there_or_list(request, given)
    return see_other(reverse("letters:list"))


@for_person
@require_POST
def take_back(request: PersonRequest, given: UUID) -> HttpResponse:
    giving.take_back(request.keyring, given)
    return see_other(reverse("letters:list"))


@for_person
@gives_words_back
@require_POST
def aside(request: PersonRequest, given: UUID) -> HttpResponse:
    _theirs(request, given)
    answering.look_away(request.keyring, given, away=True)
    return see_other(reverse("letters:list"))


@for_person
@gives_words_back
@require_POST
def take_up(request: PersonRequest, given: UUID) -> HttpResponse:
    _theirs(request, given)
    answering.look_away(request.keyring, given, away=False)
    return see_other(reverse("letters:given", args=[given]))


def _theirs(request: PersonRequest, given: UUID) -> None:
    if answering.given(request.keyring, couple_of(request.keyring), given).mine:
        raise Gone


def _there_or_list(request: PersonRequest, given: UUID) -> HttpResponse:
    try:
        answering.given(request.keyring, couple_of(request.keyring), given)
    except Gone:
        return see_other(reverse("letters:list"))
    return see_other(reverse("letters:given", args=[given]))


def _step_of(request: PersonRequest) -> int:
    said = str(request.POST.get("step", ""))
    return int(said) if said.isdecimal() and len(said) == 1 else 0


def form_for(step: int, *args: Any, **kwargs: Any) -> Any:
    """The form of this step; None where there is no such step."""
    if step in OF_WRITER:
        return WordForm(*args, step=step, **kwargs)
    if step in GIVES_BACK:
        return BackForm(*args, **kwargs)
    return AnswerForm(*args, **kwargs) if step == ANSWER else None


def _page(
    request: PersonRequest,
    couple: Couple | None,
    found: Given,
    *,
    form: BaseForm | None = None,
    moved: BaseForm | None = None,
    status: int = 200,
) -> HttpResponse:
    keyring, sent = request.keyring, found.sent
    step = _step_of(request) if form else found.open_step
    my_turn = step is not None and is_theirs(step, writer=found.mine)
    rests = couple is not None and couple.paused
    if form is None and step and my_turn and not rests:
        kept = started_from_draft(kept_draft(keyring, draft_of(found.id, step)))
        form = form_for(step, initial={**kept, "step": step})
    saved = str(request.GET.get("kept", ""))
    context = {
        "couple": couple,
        "given": found,
        "guide": GUIDES[sent.sort] if sent else None,
        "parts": as_read(sent.sort, sent.parts) if sent else [],
        "form": form,
        "step": step,
        "waits_for_word": bool(step in OF_WRITER and not found.mine),
        "rests": rests and not found.over,
        "moved": MOVED if moved else "",
        "typed": str(getattr(moved, "cleaned_data", {}).get("words", "")) if moved else "",
        "is_aside": not found.mine and not found.over and found.id in answering.out_of_sight(keyring),
        "draft": draft_of(found.id, step) if step else "",
        "saved": draft_of(found.id, int(saved)) if saved.isdecimal() and len(saved) == 1 else "",
        "reading": to_read(request.person.language, *READING[found.mine]) if form else [],
        "area": AREA,
    }
    return render(request, "letters/given.html", context, status=status)
