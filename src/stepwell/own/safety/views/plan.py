"""My safety plan: written, kept, and printed on a sheet that says nothing of where it was made."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from msgspec import to_builtins

from stepwell.ground.people.api import PersonRequest, drop_draft, for_person, kept_draft, see_other
from stepwell.own.safety import plan as plans
from stepwell.own.safety.content import PlanV1, TooMuch
from stepwell.own.safety.forms import PlanForm

# The browser's storage names the draft in clear.
DRAFT = "lines"
UNPROCESSABLE, CONFLICT = 422, 409


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: PersonRequest) -> HttpResponse:
    if request.method != "POST":
        return _opened(request)
    form = PlanForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=UNPROCESSABLE)
    try:
        plans.keep(request.keyring, form.plan())
    except plans.ChangedElsewhere as other:
        return _both(request, other.kept)
    except TooMuch:
        form.add_error(None, _("This is more than the sheet holds. A few words less will fit."))
        return _page(request, form, status=UNPROCESSABLE)
    drop_draft(request.keyring, DRAFT)
    return see_other(f"{reverse('safety:plan')}?kept")


@for_person
@require_safe
def paper(request: PersonRequest) -> HttpResponse:
    parts = _said(PlanForm(initial=to_builtins(plans.plan_of(request.keyring))))
    nothing = not any(words for _label, words in parts)
    return render(request, "safety/paper.html", {"area": "mine", "parts": parts, "nothing": nothing})


def _opened(request: PersonRequest) -> HttpResponse:
    draft = kept_draft(request.keyring, DRAFT) if "empty" not in request.GET else None
    start: dict[str, Any] = to_builtins(plans.plan_of(request.keyring))
    if draft:
        start |= {name: values[0] for name, values in draft.items() if values}
    return _page(request, PlanForm(initial=start), back=draft is not None, kept="kept" in request.GET)


def _both(request: PersonRequest, kept: PlanV1) -> HttpResponse:
    """What another page kept, and this form as it was sent, now standing on the newer one."""
    again = request.POST.copy()
    again["revision"] = str(kept.revision)
    return _page(request, PlanForm(again), status=CONFLICT, other=_said(PlanForm(initial=to_builtins(kept))))


def _said(form: PlanForm) -> list[tuple[object, str]]:
    return [(form[name].label, str(form.initial.get(name) or "")) for name in plans.PARTS]


def _page(request: PersonRequest, form: PlanForm, *, status: int = 200, **more: object) -> HttpResponse:
    saved = DRAFT if more.get("kept") else ""
    context = {"area": "mine", "form": form, "draft": DRAFT, "saved": saved, "back": False, "other": None}
    return render(request, "safety/plan.html", context | {"kept": False} | more, status=status)
