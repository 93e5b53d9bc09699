"""Writing a question for oneself, and changing one."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from stepwell.ground.people.api import (
    PersonRequest,
    begun,
    draft_begun,
    drop_draft,
    for_person,
    kept_at,
    kept_draft,
    see_other,
    started_from_draft,
)
from stepwell.together.questions import keeping
from stepwell.together.questions.content import QuestionV1
from stepwell.together.questions.forms import ChangeForm, NewQuestionForm
from stepwell.together.questions.limits import MOST_A_DAY, EnoughForToday
from stepwell.together.questions.models import Question
from stepwell.together.questions.page_words import CHANGED, ENOUGH, WANTS
from stepwell.together.questions.views.opened import (
    CONFLICT,
    TOO_MANY,
    UNPROCESSABLE,
    gone,
    mine,
    to_read,
)

DRAFT = "question"


def draft_of(question: UUID) -> str:
    return f"{DRAFT}-{question}"


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: PersonRequest) -> HttpResponse:
    keyring, status, name = request.keyring, 200, draft_begun(request, DRAFT)
    if request.method == "POST":
        form, status = NewQuestionForm(request.POST), UNPROCESSABLE
        if form.is_valid():
            try:
                kept = keeping.keep(keyring, **form.cleaned_data, today=request.person.today)
            except EnoughForToday:
                form.add_error(None, ENOUGH.format(n=MOST_A_DAY))
                status = TOO_MANY
            else:
                drop_draft(keyring, name)
                return see_other(kept_at(request, reverse("questions:one", args=[kept]), "new"))
    else:
        form = NewQuestionForm(initial=started_from_draft(kept_draft(keyring, name)))
    reading = to_read(request.person.language, "questions-and-answers")
    context = {
        "form": form,
        "draft": name,
        "begun": begun(request),
        "reading": reading,
        "area": "together",
    }
    return render(request, "questions/write.html", context, status=status)


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: PersonRequest, question: UUID) -> HttpResponse:
    keyring = request.keyring
    if request.method != "POST":
        _row, kept = mine(request, question)
        started = {"text": kept.text, "want": kept.want, "revision": kept.revision}
        form = ChangeForm(initial=started | started_from_draft(kept_draft(keyring, draft_of(question))))
        return _change_page(request, question, form)
    form = ChangeForm(request.POST)
    try:
        keeping.mine(keyring, question)
        if not form.is_valid():
            return _change_page(request, question, form, status=UNPROCESSABLE)
        keeping.change(keyring, question, **form.cleaned_data)
    except Question.DoesNotExist:
        return gone(request)
    except keeping.ChangedElsewhere as changed:
        return _changed(request, question, changed.kept)
    drop_draft(keyring, draft_of(question))
    return see_other(f"{reverse('questions:one', args=[question])}?kept=change")


def _changed(request: PersonRequest, question: UUID, kept: QuestionV1) -> HttpResponse:
    """What stands there now and what was sent, on one page; the form now stands on the newer revision."""
    again = request.POST.copy()
    again["revision"] = str(kept.revision)
    stands = {"text": kept.text, "want": WANTS[kept.want]}
    form = ChangeForm(again)
    # As an error of the form: beside one, a browser's draft leaves what the page holds as it is.
    form.add_error(None, CHANGED)
    return _change_page(request, question, form, status=CONFLICT, stands=stands)


def _change_page(
    request: PersonRequest, question: UUID, form: ChangeForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {"form": form, "id": question, "draft": draft_of(question), "area": "together", **more}
    return render(request, "questions/change.html", context, status=status)
