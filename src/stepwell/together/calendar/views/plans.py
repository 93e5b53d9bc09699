"""Writing a plan, and changing it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from stepwell.ground.people.api import PersonRequest, drop_draft, for_person, kept_draft, see_other
from stepwell.ground.spaces.api import couple_of
from stepwell.together.calendar import showing, writing
from stepwell.together.calendar.forms import PlanForm, kept_rule, started
from stepwell.together.calendar.models import Plan
from stepwell.together.calendar.reckoning import BadRule
from stepwell.together.calendar.views.asking import AREA, gone, mine, reader_of
from stepwell.together.calendar.views.one import details
from stepwell.together.calendar.zones import place

DRAFT = "plan"
UNPROCESSABLE, CONFLICT, TOO_MANY = 422, 409, 429
NOT_AGAIN = {"form_id", "csrfmiddlewaretoken"}
MANY = ("weekdays", "parts")


def draft_of(plan: UUID) -> str:
    return f"{DRAFT}-{plan}"


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: PersonRequest) -> HttpResponse:
    reader = reader_of(request)
    couple = reader.open_couple
    asked = {"zone": request.person.zone.key, "partner": couple.partner_name if couple else ""}
    draft = kept_draft(request.keyring, DRAFT) if request.method != "POST" else None
    status = 200
    if request.method == "POST":
        form, status = PlanForm(request.POST, **asked), UNPROCESSABLE
        if form.is_valid():
            try:
                return _keep(request, form)
            except BadRule:
                form.add_error("repeat", _never())
            except writing.Enough:
                form.add_error(None, _enough())
                status = TOO_MANY
    else:
        form = PlanForm(initial=_first(request, draft), **asked)
    context = {
        "area": AREA,
        "form": form,
        "zone": place(request.person.zone.key),
        "resting": reader.couple is not None and couple is None,
        "draft": DRAFT,
        "back": draft is not None,
    }
    return render(request, "calendar/write.html", context, status=status)


def _first(request: PersonRequest, draft: dict[str, list[str]] | None) -> dict[str, Any]:
    if draft:
        return _of_draft(draft)
    return {"day": request.GET.get("day", "")[:10] or request.person.today}


def _of_draft(draft: dict[str, list[str]]) -> dict[str, Any]:
    """What was half-written. Its id is not used again, and a box that was empty stays empty."""
    found = {name: values[-1] for name, values in draft.items() if values and name not in NOT_AGAIN}
    return found | {name: draft.get(name, []) for name in MANY}


def _keep(request: PersonRequest, form: PlanForm) -> HttpResponse:
    keyring = request.keyring
    found = couple_of(keyring)
    wanted = request.POST.get("who") == "both"
    show = form.show() if "who" in form.fields else (() if wanted else None)
    kept = writing.keep(
        keyring,
        form_id=form.cleaned_data["form_id"],
        body=form.body(),
        note=form.cleaned_data["note"],
        now=timezone.now(),
        show=show,
        couple=found,
    )
    drop_draft(keyring, DRAFT)
    return see_other(plan_page(kept.id, "new") + (f"&waits={kept.waits}" if kept.waits else ""))


def plan_page(plan: UUID, kept: str = "") -> str:
    url = reverse("calendar:plan", args=[plan])
    return f"{url}?kept={kept}" if kept else url


def _never() -> str:
    return _("This never comes. You may choose another rule or another day.")


def _enough() -> str:
    return _("There is no room for one more today. Your words are still here: you may keep them tomorrow.")


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: PersonRequest, plan: UUID) -> HttpResponse:
    try:
        return _change(request, plan)
    except (Http404, Plan.DoesNotExist):
        if request.method != "POST":
            raise Http404 from None
        return gone(request, PlanForm(request.POST, zone=request.person.zone.key))


def _change(request: PersonRequest, plan: UUID) -> HttpResponse:
    row, kept = mine(request, plan)
    asked: dict[str, Any] = {"zone": kept.body.when.zone, "as_it_is": kept_rule(kept.body)}
    if request.method != "POST":
        draft = kept_draft(request.keyring, draft_of(plan))
        start = started(kept) | (_of_draft(draft) if draft else {})
        return _change_page(request, row, kept, PlanForm(initial=start, **asked))
    form = PlanForm(request.POST, **asked)
    if not form.is_valid():
        return _change_page(request, row, kept, form, status=UNPROCESSABLE)
    try:
        writing.change(
            request.keyring,
            plan,
            body=form.body(kept.body),
            note=form.cleaned_data["note"],
            revision=form.cleaned_data["revision"] or 0,
            couple=couple_of(request.keyring),
            now=timezone.now(),
        )
    except BadRule:
        form.add_error("repeat", _never())
        return _change_page(request, row, kept, form, status=UNPROCESSABLE)
    except writing.Enough:
        form.add_error(None, _("This was changed as often as fits. You may call it off and write a new one."))
        return _change_page(request, row, kept, form, status=UNPROCESSABLE)
    except writing.ChangedElsewhere:
        return _changed_elsewhere(request, plan, asked)
    drop_draft(request.keyring, draft_of(plan))
    return see_other(plan_page(plan, "change"))


def _changed_elsewhere(request: PersonRequest, plan: UUID, asked: dict[str, Any]) -> HttpResponse:
    """The form as it was sent, now standing on the newer revision, and beside it what is kept."""
    row, kept = mine(request, plan)
    again = request.POST.copy()
    again["revision"] = str(kept.revision)
    return _change_page(request, row, kept, PlanForm(again, **asked), status=CONFLICT, both=True)


def _change_page(
    request: PersonRequest, row: Plan, kept: Any, form: PlanForm, *, status: int = 200, both: bool = False
) -> HttpResponse:
    reader = reader_of(request)
    shown = showing.is_shown(request.keyring, row.id, reader.open_couple)
    context = {
        "area": AREA,
        "form": form,
        "id": row.id,
        "zone": place(kept.body.when.zone),
        "partner": reader.open_couple.partner_name if shown and reader.open_couple else "",
        "now_kept": details(kept.body, reader.zone) if both else None,
        "draft": draft_of(row.id),
        "series": bool(kept.body.out or kept.body.moved),
    }
    return render(request, "calendar/change.html", context, status=status)


@for_person
@require_POST
def empty(request: PersonRequest) -> HttpResponse:
    """Begin without what was half-written at a quick exit."""
    drop_draft(request.keyring, DRAFT)
    return see_other(reverse("calendar:write"))
