"""Writing a check-in, and correcting one."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from stepwell.ground.people.api import PersonRequest, drop_draft, for_person, kept_draft, see_other
from stepwell.ground.spaces.api import Couple, couple_of
from stepwell.together.checkins import own, showing, writing
from stepwell.together.checkins.forms import CheckInForm, CorrectForm, started_from, started_from_draft
from stepwell.together.checkins.lines import PairLine, pair_lines
from stepwell.together.checkins.models import CheckIn

DRAFT = "check-in"
JUST_NOW = 10
LONGEST_STAMP = 12
UNPROCESSABLE = 422
CONFLICT = 409
TOO_MANY = 429


def draft_of(check_in: UUID) -> str:
    """A half-written correction keeps the revision it began from: nothing is overwritten unseen."""
    return f"{DRAFT}-{check_in}"


def open_couple(couple: Couple | None) -> Couple | None:
    """The two of us, where that may be spoken of now: a space that rests draws no seat for the other."""
    return couple if couple is not None and not couple.paused else None


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: PersonRequest) -> HttpResponse:
    found = couple_of(request.keyring)
    couple = open_couple(found)
    draft = kept_draft(request.keyring, DRAFT) if request.method != "POST" else None
    form = _form(request, couple, draft)
    status = 200
    if request.method == "POST":
        status = UNPROCESSABLE
        if form.is_valid():
            try:
                kept = _keep(request, form, couple)
                why = kept.waits or _closed_meanwhile(request, found)
                return see_other(_kept_page(kept.id, "new") + (f"&waits={why}" if why else ""))
            except writing.EnoughForToday:
                status = TOO_MANY
                form.add_error(None, _enough())
    context = {
        "form": form,
        "now": timezone.now(),
        "partner": couple.partner_name if couple else "",
        "resting": found is not None and couple is None,
        "draft": DRAFT,
        "back": draft is not None,
        "saved": DRAFT if _just_emptied(request) else "",
    }
    return render(request, "checkins/write.html", context, status=status)


def _closed_meanwhile(request: PersonRequest, couple: Couple | None) -> str | None:
    """The page still offered to show it, and since then the space began to rest, or ended."""
    if request.POST.get("who") != "both" or open_couple(couple):
        return None
    return "rests" if couple else "over"


@for_person
@require_POST
def empty(request: PersonRequest) -> HttpResponse:
    """Begin without what was half-written at a quick exit: it is dropped here and in the browser."""
    drop_draft(request.keyring, DRAFT)
    return see_other(f"{reverse('checkins:write')}?empty={int(timezone.now().timestamp())}")


def _just_emptied(request: PersonRequest) -> bool:
    """Only at the first sight of the page: at a later one the browser may hold newer words to bring back."""
    at = request.GET.get("empty", "")
    now = int(timezone.now().timestamp())
    return at.isdecimal() and len(at) < LONGEST_STAMP and 0 <= now - int(at) <= JUST_NOW


def _form(request: PersonRequest, couple: Couple | None, draft: dict[str, list[str]] | None) -> CheckInForm:
    keyring = request.keyring
    asked: dict[str, Any] = {"own": own.own_words(keyring)}
    if couple:
        asked["partner"] = couple.partner_name
    if request.method == "POST":
        return CheckInForm(request.POST, **asked)
    if couple:
        asked["usual"] = own.habits(keyring).show
    return CheckInForm(initial=started_from_draft(draft) if draft else None, **asked)


def _keep(request: PersonRequest, form: CheckInForm, couple: Couple | None) -> writing.Kept:
    keyring = request.keyring
    show = form.show() if couple else ()
    kept = writing.keep(
        keyring,
        form_id=form.cleaned_data["form_id"],
        answers=form.answers(),
        now=timezone.now().astimezone(request.person.zone),
        show=show,
        couple_circle=couple.circle if couple else None,
    )
    own.learn_words(keyring, form.all_words())
    if show and form.cleaned_data.get("remember"):
        own.remember_showing(keyring, show)
    drop_draft(keyring, DRAFT)
    return kept


def _enough() -> str:
    said = _(
        "There are {n} check-ins for today, and that is as many as one day holds. Your words are still here: "
        "you may keep them tomorrow, or correct an earlier check-in."
    )
    return said.format(n=writing.MOST_A_DAY)


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: PersonRequest, check_in: UUID) -> HttpResponse:
    keyring = request.keyring
    couple = couple_of(keyring)
    row, kept = _mine(request, check_in)
    other = open_couple(couple)
    asked: dict[str, Any] = {"own": own.own_words(keyring), "partner": other.partner_name if other else ""}
    if request.method != "POST":
        draft = kept_draft(keyring, draft_of(check_in))
        start = started_from_draft(draft) if draft else started_from(kept.answers)
        form = CorrectForm(initial={"revision": kept.revision, **start}, **asked)
        return _correct_page(request, row, form)
    form = CorrectForm(request.POST, **asked)
    if not form.is_valid():
        return _correct_page(request, row, form, status=UNPROCESSABLE)
    try:
        writing.correct(
            keyring, check_in, answers=form.answers(), revision=form.cleaned_data["revision"], couple=couple
        )
    except writing.ChangedElsewhere:
        return _changed_elsewhere(request, row, form, asked)
    own.learn_words(keyring, form.all_words())
    drop_draft(keyring, draft_of(check_in))
    return see_other(_kept_page(check_in, "correction"))


def _kept_page(check_in: UUID, kept: str) -> str:
    return f"{reverse('checkins:one', args=[check_in])}?kept={kept}"


def _changed_elsewhere(
    request: PersonRequest, row: CheckIn, form: CorrectForm, asked: dict[str, Any]
) -> HttpResponse:
    """Both wordings on one page, and the form as it was sent, now standing on the newer revision."""
    _row, kept = _mine(request, row.id)
    again = request.POST.copy()
    again["revision"] = str(kept.revision)
    both = [line for line in pair_lines([kept.answers], [form.answers()]) if line.mine != line.theirs]
    return _correct_page(request, row, CorrectForm(again, **asked), status=CONFLICT, both=both)


def _correct_page(
    request: PersonRequest,
    row: CheckIn,
    form: CorrectForm,
    *,
    status: int = 200,
    both: list[PairLine] | None = None,
) -> HttpResponse:
    context = {
        "form": form,
        "day": row.day,
        "id": row.id,
        "both": both,
        **_read_by(request, row),
        "draft": draft_of(row.id),
    }
    return render(request, "checkins/correct.html", context, status=status)


def _read_by(request: PersonRequest, row: CheckIn) -> dict[str, bool]:
    """Whether the other sees what is corrected here, and whether a copy stays in a space that has ended."""
    couple = couple_of(request.keyring)
    circles = set(showing.COPIES.of(request.keyring, row.id).values_list("circle_id", flat=True))
    here = {couple.circle} if couple else set()
    shown = bool(circles & here)
    resting = couple is not None and couple.paused
    return {"shown": shown and not resting, "rests": shown and resting, "left": bool(circles - here)}


def _mine(request: PersonRequest, check_in: UUID) -> Any:
    try:
        return writing.mine(request.keyring, check_in)
    except CheckIn.DoesNotExist:
        raise Http404 from None
