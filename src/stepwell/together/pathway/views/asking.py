"""A few questions to oneself, and what one answered before. Nothing follows from any of it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from stepwell.ground.people.api import PersonRequest, drop_draft, for_person, kept_draft, see_other
from stepwell.together.pathway import answers as verbs
from stepwell.together.pathway.content import AnswersV1
from stepwell.together.pathway.forms import ANSWERS, AskForm
from stepwell.together.pathway.landings import LANDINGS, Landing, landing
from stepwell.together.pathway.models import Answers
from stepwell.together.pathway.place import landing_of

AREA = "mine"
UNPROCESSABLE, TOO_MANY = 422, 429


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: PersonRequest) -> HttpResponse:
    about = _about(request)
    draft = f"landing-{about.number}"
    if request.method != "POST":
        kept = None if "empty" in request.GET else kept_draft(request.keyring, draft)
        form = AskForm(landing=about, initial=_started(about, kept or {}))
        return _ask_page(request, form, back=kept is not None)
    form = AskForm(request.POST, landing=about)
    if not form.is_valid():
        return _ask_page(request, form, status=UNPROCESSABLE)
    try:
        verbs.keep(
            request.keyring,
            form_id=form.cleaned_data["form_id"],
            landing=about.number,
            said=form.said(),
            note=form.cleaned_data["note"],
            day=request.person.today,
        )
    except verbs.EnoughForToday:
        form.add_error(None, _enough())
        return _ask_page(request, form, status=TOO_MANY)
    drop_draft(request.keyring, draft)
    return see_other(f"{reverse('pathway:answers')}?kept={about.number}")


def _about(request: PersonRequest) -> Landing:
    """The landing that was asked about, else the one they are on."""
    asked = request.GET.get("landing", "")
    by_number = {str(one.number): one for one in LANDINGS}
    return by_number.get(asked) or landing(landing_of(request.keyring))


def _started(about: Landing, draft: dict[str, list[str]]) -> dict[str, str]:
    """A half-written form as it was left. Its id is not taken over: it may have been sent meanwhile."""
    return {key: draft[key][0] for key in (*about.questions, "note") if draft.get(key)}


def _ask_page(
    request: PersonRequest, form: AskForm, *, status: int = 200, back: bool = False
) -> HttpResponse:
    context = {
        "area": AREA,
        "form": form,
        "landing": form.landing,
        "draft": f"landing-{form.landing.number}",
        "back": back,
    }
    return render(request, "pathway/ask.html", context, status=status)


def _enough() -> str:
    said = _(
        "There are {n} of these for today, and that is as many as one day holds. Your words are still here."
    )
    return said.format(n=verbs.MOST_A_DAY)


@for_person
@require_safe
def answers(request: PersonRequest) -> HttpResponse:
    try:
        before = UUID(request.GET["before"]) if "before" in request.GET else None
    except ValueError:
        raise Http404 from None
    kept, older = verbs.earlier_than(request.keyring, before)
    number = request.GET.get("kept", "")
    context = {
        "area": AREA,
        "kept": [(one.id, one.answers, landing(one.answers.landing), _lines(one.answers)) for one in kept],
        "older": older,
        "saved": f"landing-{number}" if number in {str(one.number) for one in LANDINGS} else "",
    }
    return render(request, "pathway/answers.html", context)


def _lines(said: AnswersV1) -> list[tuple[object, object]]:
    asked = landing(said.landing).questions
    return [(question, ANSWERS[said.said[key]]) for key, question in asked.items() if key in said.said]


@for_person
@require_POST
def delete(request: PersonRequest, answers: UUID) -> HttpResponse:
    try:
        verbs.delete(request.keyring, answers)
    except Answers.DoesNotExist:
        raise Http404 from None
    return see_other(reverse("pathway:answers"))
