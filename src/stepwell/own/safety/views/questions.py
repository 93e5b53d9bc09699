"""The questions: whether it can be done alone now, the questions, and what they come to, said once."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.ground.ui.api import in_words
from stepwell.own.safety import answering
from stepwell.own.safety.forms import QuestionsForm
from stepwell.own.safety.page_of_numbers import first_numbers, stop_numbers
from stepwell.own.safety.questions import ATTRIBUTION, STEM
from stepwell.own.safety.views.country import country_for

UNPROCESSABLE, CONFLICT = 422, 409


@for_person
@require_safe
def before(request: PersonRequest) -> HttpResponse:
    return render(request, "safety/before.html", {"area": "mine"})


@for_person
@require_safe
def later(request: PersonRequest) -> HttpResponse:
    return render(request, "safety/later.html", {"area": "mine"})


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: PersonRequest) -> HttpResponse:
    sheet = answering.sheet(request.keyring)
    if request.method != "POST":
        form = QuestionsForm(apart=sheet.apart, initial={"round": sheet.round})
        return _sheet(request, form, sheet)
    form = QuestionsForm(request.POST, apart=sheet.apart)
    if not form.is_valid():
        return _sheet(request, form, sheet, status=UNPROCESSABLE)
    return _answered(request, form, sheet)


def _answered(request: PersonRequest, form: QuestionsForm, sheet: answering.Sheet) -> HttpResponse:
    """What it came to is the answer to this one request: no address ever shows it again."""
    asked = answering.Sheet(sheet.apart, form.cleaned_data["round"])
    try:
        found = answering.answer(request.keyring, form.said(), asked=asked)
    except answering.AnsweredElsewhere:
        return render(request, "safety/meanwhile.html", {"area": "mine"}, status=CONFLICT)
    code = country_for(request)
    context = {
        "area": "mine",
        "what": found.what,
        "again_day": in_words(found.again_on, "day") if found.again_on else "",
        "numbers": first_numbers(code),
        "stop": stop_numbers(code),
    }
    return render(request, "safety/answered.html", context)


def _sheet(
    request: PersonRequest, form: QuestionsForm, sheet: answering.Sheet, *, status: int = 200
) -> HttpResponse:
    context = {
        "area": "mine",
        "form": form,
        "stem": STEM,
        "attribution": ATTRIBUTION,
        "apart": sheet.apart,
    }
    return render(request, "safety/ask.html", context, status=status)
