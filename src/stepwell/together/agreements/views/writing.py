"""Writing a wording that nobody else has seen: a new one, or a draft again."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from msgspec.structs import replace

from stepwell.ground.people.api import PersonRequest, drop_draft, for_person, kept_draft, see_other
from stepwell.ground.spaces.api import NotNow
from stepwell.together.agreements import drafting, settling
from stepwell.together.agreements.content import DraftV1, TermsV1
from stepwell.together.agreements.errors import Moved
from stepwell.together.agreements.forms import TermsForm, empty_terms, started_from, started_from_draft
from stepwell.together.agreements.kinds import KINDS, KindOf
from stepwell.together.agreements.models import Draft
from stepwell.together.agreements.page_words import WHY
from stepwell.together.agreements.shelf import versions
from stepwell.together.agreements.views.asking import (
    AREA,
    CONFLICT,
    UNPROCESSABLE,
    Asked,
    asked_by,
    found,
    saved,
)
from stepwell.together.agreements.views.gone import gives_words_back

FORM_METHODS = ["GET", "HEAD", "POST"]


@for_person
@require_http_methods(FORM_METHODS)
@gives_words_back
def write(request: PersonRequest, kind: str) -> HttpResponse:
    if kind not in KINDS:
        raise Http404
    asked, name = asked_by(request), f"agreement-new-{kind}"
    form = _form(
        request, asked, KINDS[kind], started_from(_start(request, kind), request.keyring.person_id), name
    )
    page = {"form": form, "kind": KINDS[kind], "draft": name, "asked": asked, "again": None}
    if request.method != "POST" or request.POST.get("do") == "more":
        return _page(request, page)
    form.loose = request.POST.get("do") == "keep"
    if not form.is_valid():
        return _page(request, page, status=UNPROCESSABLE)
    try:
        where = _keep_new(request, asked, form) if form.loose else _propose(request, asked, form, None)
    except NotNow as not_now:
        form.add_error(None, str(WHY[not_now.why]))
        return _page(request, page, status=CONFLICT)
    drop_draft(request.keyring, name)
    return see_other(f"{where}?kept={name}")


@for_person
@require_http_methods(FORM_METHODS)
@gives_words_back
def draft(request: PersonRequest, draft: UUID) -> HttpResponse:
    """A draft of something new. A draft of a change is taken up where the agreement is."""
    kept = _mine(request, draft)
    if kept.of is not None:
        return see_other(f"{reverse('agreements:change', args=[kept.of])}?draft={draft}")
    asked, name, kind = asked_by(request), f"agreement-draft-{draft}", KINDS[kept.terms.kind]
    start = started_from(kept.terms, request.keyring.person_id) | {"revision": kept.revision}
    form = _form(request, asked, kind, start, name)
    page = {"form": form, "kind": kind, "draft": name, "asked": asked, "again": draft}
    if request.method != "POST" or request.POST.get("do") == "more":
        return _page(request, page)
    form.loose = request.POST.get("do") == "keep"
    if not form.is_valid():
        return _page(request, page, status=UNPROCESSABLE)
    try:
        where = (
            _keep_again(request, asked, form, draft) if form.loose else _propose(request, asked, form, draft)
        )
    except NotNow as not_now:
        form.add_error(None, str(WHY[not_now.why]))
        return _page(request, page, status=CONFLICT)
    except Moved as moved:
        return _two_windows(request, asked, kind, page, moved.number)
    except Draft.DoesNotExist:
        raise Http404 from None
    drop_draft(request.keyring, name)
    return see_other(f"{where}?kept={name}")


@for_person
@require_http_methods(FORM_METHODS)
def delete_draft(request: PersonRequest, draft: UUID) -> HttpResponse:
    kept = _mine(request, draft)
    if request.method == "POST":
        drafting.let_go(request.keyring, draft)
        return see_other(reverse("agreements:list"))
    return render(request, "agreements/delete_draft.html", {"area": AREA, "id": draft, "terms": kept.terms})


def _start(request: PersonRequest, kind: str) -> TermsV1:
    """The starting text of the kind, or what the page of an agreement draws (`?from=`): what both
    signed, else the last version. Without its days."""
    try:
        before = UUID(request.GET.get("from", ""))
    except ValueError:
        return empty_terms(kind)
    leaf = found(request, asked_by(request), before)
    known = {said.number: said.terms for said in versions(request.keyring, leaf)}
    if not known:
        raise Http404
    stood = leaf.head.standing.number if leaf.head.standing else 0
    terms = known.get(stood) or known[max(known)]
    if terms.kind != kind:
        raise Http404
    return replace(terms, review_on=None, until=None)


def _form(request: PersonRequest, asked: Asked, kind: KindOf, start: dict[str, Any], name: str) -> TermsForm:
    known: dict[str, Any] = {
        "kind": kind,
        "me": (request.keyring.person_id, request.person.name),
        "other": asked.other,
        "today": asked.today,
    }
    if request.method == "POST":
        return TermsForm(request.POST, **known)
    half = kept_draft(request.keyring, name)
    return TermsForm(initial=start | started_from_draft(half) if half else start, **known)


def _keep_new(request: PersonRequest, asked: Asked, form: TermsForm) -> str:
    form_id = form.cleaned_data["form_id"]
    draft = drafting.keep(request.keyring, form.terms(), form_id=form_id, now=asked.now, day=asked.today)
    return reverse("agreements:draft", args=[draft])


def _keep_again(request: PersonRequest, asked: Asked, form: TermsForm, draft: UUID) -> str:
    revision = form.cleaned_data.get("revision") or 0
    drafting.rewrite(request.keyring, draft, form.terms(), revision=revision, now=asked.now)
    return reverse("agreements:draft", args=[draft])


def _propose(request: PersonRequest, asked: Asked, form: TermsForm, draft: UUID | None) -> str:
    agreement = settling.propose(
        request.keyring,
        asked.couple,
        form.terms(),
        form_id=form.cleaned_data["form_id"],
        by=asked.by,
        draft=draft,
    )
    return reverse("agreements:one", args=[agreement])


def _two_windows(
    request: PersonRequest, asked: Asked, kind: KindOf, page: dict[str, Any], revision: int
) -> HttpResponse:
    """Kept in another window meanwhile: what is kept is shown, and the form as it was sent stands on it."""
    again = request.POST.copy()
    again["revision"] = str(revision)
    form = TermsForm(
        again,
        kind=kind,
        me=(request.keyring.person_id, request.person.name),
        other=asked.other,
        today=asked.today,
    )
    form.loose = True
    form.is_valid()
    kept = _mine(request, page["again"])
    return _page(request, page | {"form": form, "elsewhere": kept.terms}, status=CONFLICT)


def _mine(request: PersonRequest, draft: UUID) -> DraftV1:
    try:
        return drafting.mine(request.keyring, draft)
    except Draft.DoesNotExist:
        raise Http404 from None


def _page(request: PersonRequest, page: dict[str, Any], *, status: int = 200) -> HttpResponse:
    asked: Asked = page["asked"]
    context = page | {
        "area": AREA,
        "partner": asked.partner,
        "rests": asked.couple is not None and not asked.open,
        "may_offer": asked.open,
        "saved": saved(request) if request.method != "POST" else "",
    }
    return render(request, "agreements/write.html", context, status=status)
