"""Answering an agreement with another version of it. Where both did so at once, both wordings are kept."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from stepwell.ground.people.api import PersonRequest, drop_draft, for_person, kept_draft, see_other
from stepwell.ground.spaces.api import NotNow
from stepwell.together.agreements import drafting, settling
from stepwell.together.agreements.content import DraftV1, VersionV1
from stepwell.together.agreements.errors import Moved
from stepwell.together.agreements.forms import TermsForm, started_from, started_from_draft
from stepwell.together.agreements.kinds import KINDS
from stepwell.together.agreements.merging import rows_of, with_both
from stepwell.together.agreements.models import Draft
from stepwell.together.agreements.page_words import WHY
from stepwell.together.agreements.shelf import Leaf, versions
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
from stepwell.together.agreements.wording import change as changed

LONGEST_NUMBER = 6


@dataclass(frozen=True)
class Answer:
    """One answer being written. draft and kept: the private draft it was taken up from, if it was.

    both: the newest version, on a page with both wordings; else empty.
    """

    request: PersonRequest
    asked: Asked
    leaf: Leaf
    newest: VersionV1
    draft: UUID | None
    kept: DraftV1 | None
    both: str = ""

    @property
    def name(self) -> str:
        """What the browser keeps the half-written form under. With both wordings the places are others."""
        return f"agreement-{self.leaf.id}" + (f"-both-{self.both}" if self.both else "")

    def form(self, data: Any = None) -> TermsForm:
        me = self.request.keyring.person_id
        known: dict[str, Any] = {
            "kind": KINDS[self.newest.terms.kind],
            "me": (me, self.request.person.name),
            "other": self.asked.other,
            "newest": self.newest.terms,
            "today": self.asked.today,
        }
        if data is not None:
            return TermsForm(data, **known)
        start = started_from(self.kept.terms if self.kept else self.newest.terms, me)
        start |= {"base": self.kept.base if self.kept else self.newest.number}
        start |= {"revision": self.kept.revision if self.kept else 0}
        half = kept_draft(self.request.keyring, self.name)
        return TermsForm(initial=start | started_from_draft(half) if half else start, **known)


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
@gives_words_back
def change(request: PersonRequest, agreement: UUID) -> HttpResponse:
    asked = asked_by(request)
    leaf = found(request, asked, agreement)
    known = versions(request.keyring, leaf)
    if not known:
        return see_other(reverse("agreements:one", args=[agreement]))
    answer = Answer(request, asked, leaf, known[-1], *_draft(request, agreement), _both_of(request))
    if request.method != "POST":
        return _page(answer, answer.form())
    form = answer.form(request.POST)
    if request.POST.get("do") == "more":
        return _page(answer, form)
    form.loose = request.POST.get("do") == "keep"
    if not form.is_valid():
        return _page(answer, form, status=UNPROCESSABLE)
    return _send(answer, form)


def _send(answer: Answer, form: TermsForm) -> HttpResponse:
    try:
        where = _keep(answer, form) if form.loose else _offer(answer, form)
    except NotNow as not_now:
        form.add_error(None, str(WHY[not_now.why]))
        return _page(answer, form, status=CONFLICT)
    except Moved:
        return _both(answer, form)
    drop_draft(answer.request.keyring, answer.name)
    return see_other(where)


def _offer(answer: Answer, form: TermsForm) -> str:
    settling.change(
        answer.request.keyring,
        answer.asked.couple,
        answer.leaf.id,
        form.terms(),
        base=form.cleaned_data.get("base") or 0,
        form_id=form.cleaned_data["form_id"],
        by=answer.asked.by,
        draft=answer.draft,
    )
    return f"{reverse('agreements:one', args=[answer.leaf.id])}?kept={answer.name}"


def _keep(answer: Answer, form: TermsForm) -> str:
    draft = _to_draft(answer, form, base=form.cleaned_data.get("base") or 0)
    return f"{reverse('agreements:change', args=[answer.leaf.id])}?draft={draft}&kept={answer.name}"


def _to_draft(answer: Answer, form: TermsForm, *, base: int) -> UUID:
    """Into the draft it came from. Where another window rewrote that one meanwhile, into one of its own."""
    keyring, asked, terms = answer.request.keyring, answer.asked, form.terms()
    if answer.draft:
        try:
            revision = form.cleaned_data.get("revision") or 0
            drafting.rewrite(keyring, answer.draft, terms, revision=revision, now=asked.now, base=base)
            return answer.draft
        except (Moved, Draft.DoesNotExist):
            pass
    form_id = form.cleaned_data["form_id"]
    return drafting.keep(
        keyring, terms, form_id=form_id, now=asked.now, day=asked.today, of=answer.leaf.id, base=base
    )


def _both(answer: Answer, form: TermsForm) -> HttpResponse:
    """The other was faster. This wording is kept as a draft, and both stand on the page, to choose from."""
    leaf = found(answer.request, answer.asked, answer.leaf.id)
    newest = versions(answer.request.keyring, leaf)[-1]
    draft = _to_draft(answer, form, base=newest.number)
    kept = drafting.mine(answer.request.keyring, draft)
    again = Answer(answer.request, answer.asked, leaf, newest, draft, kept, str(newest.number))
    sent, name = with_both(answer.request.POST, form.terms(), newest, revision=kept.revision), answer.name
    both = again.form(sent)
    both.is_valid()
    mine = VersionV1(
        number=0, by=leaf.me, name=again.asked.by.name, at=again.asked.now, base=0, terms=form.terms()
    )
    return _page(again, both, status=CONFLICT, mine=mine, saved_as=name)


def _both_of(request: PersonRequest) -> str:
    sent = request.POST.get("both", "")
    return sent if sent.isdecimal() and len(sent) < LONGEST_NUMBER else ""


def _draft(request: PersonRequest, agreement: UUID) -> tuple[UUID | None, DraftV1 | None]:
    try:
        draft = UUID(request.GET.get("draft", ""))
        kept = drafting.mine(request.keyring, draft)
    except (ValueError, Draft.DoesNotExist):
        return None, None
    if kept.of != agreement:
        raise Http404
    return draft, kept


def _page(
    answer: Answer,
    form: TermsForm,
    *,
    status: int = 200,
    mine: VersionV1 | None = None,
    saved_as: str = "",
) -> HttpResponse:
    asked, leaf = answer.asked, answer.leaf
    rows = rows_of(form, answer.newest) if answer.both == str(answer.newest.number) else None
    context = {
        "area": AREA,
        "form": form,
        "id": leaf.id,
        "leaf": leaf,
        "kind": KINDS[answer.newest.terms.kind],
        "newest": answer.newest,
        "draft": answer.name,
        "again": answer.draft,
        "here": reverse("agreements:change", args=[leaf.id])
        + (f"?draft={answer.draft}" if answer.draft else ""),
        "partner": asked.partner,
        "rests": leaf.rests,
        "may_offer": asked.open and leaf.state != "ended",
        "rows": rows,
        "both": changed(mine, answer.newest, year=asked.now.year) if mine else None,
        "saved": saved_as or (saved(answer.request) if answer.request.method != "POST" else ""),
    }
    return render(answer.request, "agreements/change.html", context, status=status)
