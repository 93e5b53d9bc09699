"""Writing an entry, and changing one."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from stepwell.ground.people.api import PersonRequest, drop_draft, for_person, kept_draft, see_other
from stepwell.ground.spaces.api import couple_of
from stepwell.own.journal import own, prompts, showing, writing
from stepwell.own.journal.content import EntryV1, Sort
from stepwell.own.journal.forms import ChangeForm, EntryForm, started_from, started_from_typed
from stepwell.own.journal.lines import differing
from stepwell.own.journal.models import Entry
from stepwell.own.journal.page_words import HEADINGS, LEDES, SORTS
from stepwell.own.journal.views.opened import (
    AREA,
    CONFLICT,
    PATHS,
    TOO_MANY,
    UNPROCESSABLE,
    draft_of,
    gone,
    known_words,
    mine,
    open_couple,
    shown_here,
)

WRITTEN = {"GET", "HEAD"}
JUST_NOW = 10
LONGEST_STAMP = 12


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def day(request: PersonRequest) -> HttpResponse:
    return _write(request, "day")


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def gratitude(request: PersonRequest) -> HttpResponse:
    return _write(request, "gratitude")


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def reflection(request: PersonRequest) -> HttpResponse:
    return _write(request, "reflection")


def draft_for(sort: Sort) -> str:
    return f"journal-{sort}"


def _write(request: PersonRequest, sort: Sort) -> HttpResponse:
    keyring, today = request.keyring, request.person.today
    asked: dict[str, Any] = {"sort": sort, "today": today, "known": known_words(keyring)}
    if request.method in WRITTEN:
        draft = kept_draft(keyring, draft_for(sort))
        start = {"day": today, "prompt": prompts.offered(sort, own.habits(keyring), today)}
        form = EntryForm(initial=start | started_from_typed(draft or {}), **asked)
        return _page(request, form, back=draft is not None)
    if "thought" in request.POST:
        return _another_thought(request, sort, asked)
    form = EntryForm(request.POST, **asked)
    if not form.is_valid():
        return _page(request, form, status=UNPROCESSABLE)
    try:
        kept = _keep(request, form)
    except writing.EnoughForToday:
        form.add_error(None, _enough())
        return _page(request, form, status=TOO_MANY)
    return see_other(f"{reverse('journal:one', args=[kept])}?kept={sort}")


def _keep(request: PersonRequest, form: EntryForm) -> UUID:
    given, keyring = form.cleaned_data, request.keyring
    said = form.said()
    prompt = given["prompt"] if given["prompt"] in prompts.ALL and said.happened else ""
    kept = writing.keep(
        keyring,
        form_id=given["form_id"],
        sort=form.sort,
        said=said,
        day=given["day"],
        now=timezone.now().astimezone(request.person.zone),
        prompt=prompt,
    )
    own.learn(keyring, form.all_words())
    drop_draft(keyring, draft_for(form.sort))
    return kept


def _another_thought(request: PersonRequest, sort: Sort, asked: dict[str, Any]) -> HttpResponse:
    """The thought is passed over or refused; whatever is half-written stays on the page."""
    keyring, today = request.keyring, asked["today"]
    now, wish = request.POST.get("prompt", ""), request.POST.get("thought")
    if wish == "never":
        own.refuse(keyring, now)
    elif wish == "today":
        own.quiet_on(keyring, today)
    typed = started_from_typed({name: request.POST.getlist(name) for name in request.POST})
    typed["prompt"] = prompts.offered(sort, own.habits(keyring), today, after=now)
    form_id = request.POST.get("form_id", "")
    start = typed | ({"form_id": form_id} if _is_uuid(form_id) else {})
    return _page(request, EntryForm(initial=start, **asked))


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


@for_person
@require_POST
def empty(request: PersonRequest) -> HttpResponse:
    """Begin without what was half-written at a quick exit: it is dropped here and in the browser."""
    asked = request.POST.get("sort", "")
    sort: Sort = next((one for one in SORTS if one == asked), "day")
    drop_draft(request.keyring, draft_for(sort))
    return see_other(f"{reverse(PATHS[sort])}?empty={int(timezone.now().timestamp())}")


def _just_emptied(request: PersonRequest) -> bool:
    """Only at the first sight of the page: at a later one the browser may hold newer words to bring back."""
    at, now = request.GET.get("empty", ""), int(timezone.now().timestamp())
    return at.isdecimal() and len(at) < LONGEST_STAMP and 0 <= now - int(at) <= JUST_NOW


def _enough() -> str:
    said = _(
        "There are {n} pages of today, and that is as many as one day holds. Your words are still here: "
        "you may keep them tomorrow, or add them to an earlier page."
    )
    return said.format(n=writing.MOST_A_DAY)


def _page(request: PersonRequest, form: EntryForm, *, status: int = 200, back: bool = False) -> HttpResponse:
    prompt = str(form["prompt"].value() or "")
    context = {
        "form": form,
        "sort": form.sort,
        "heading": HEADINGS[form.sort],
        "lede": LEDES[form.sort],
        "others": [(PATHS[sort], words) for sort, words in SORTS.items() if sort != form.sort],
        "thought": prompts.words_of(prompt),
        "here": PATHS[form.sort],
        "now": timezone.now(),
        "back": back,
        "draft": draft_for(form.sort),
        "saved": draft_for(form.sort) if _just_emptied(request) else "",
        "area": AREA,
    }
    return render(request, "journal/write.html", context, status=status)


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: PersonRequest, entry: UUID) -> HttpResponse:
    keyring = request.keyring
    try:
        row, kept = writing.mine(keyring, entry)
        asked: dict[str, Any] = {
            "sort": kept.sort,
            "today": max(request.person.today, row.day),
            "known": known_words(keyring),
        }
        if request.method in WRITTEN:
            draft = kept_draft(keyring, draft_of(entry))
            start = started_from_typed(draft) if draft else {"day": row.day, **started_from(kept.said)}
            form = ChangeForm(initial={"revision": kept.revision, **start}, **asked)
            return _change_page(request, row, kept, form)
        form = ChangeForm(request.POST, **asked)
        if not form.is_valid():
            return _change_page(request, row, kept, form, status=UNPROCESSABLE)
        return _change(request, row, form, asked)
    except Entry.DoesNotExist:
        return gone(request)


def _change(request: PersonRequest, row: Entry, form: ChangeForm, asked: dict[str, Any]) -> HttpResponse:
    keyring, given = request.keyring, form.cleaned_data
    try:
        writing.change(
            keyring,
            row.id,
            said=form.said(),
            day=given["day"],
            revision=given["revision"],
        )
    except writing.ChangedElsewhere:
        # Both wordings on one page, and the form as it was sent, now standing on the newer revision.
        row, kept = mine(request, row.id)
        again = request.POST.copy()
        again["revision"] = str(kept.revision)
        both = differing(kept.said, form.said())
        return _change_page(request, row, kept, ChangeForm(again, **asked), status=CONFLICT, both=both)
    own.learn(keyring, form.all_words())
    drop_draft(keyring, draft_of(row.id))
    couple = open_couple(couple_of(keyring))
    # What is shown to the other is looked at again first.
    to = "journal:show" if shown_here(keyring, row, couple) else "journal:one"
    return see_other(f"{reverse(to, args=[row.id])}?kept=change")


def _change_page(
    request: PersonRequest,
    row: Entry,
    kept: EntryV1,
    form: ChangeForm,
    *,
    status: int = 200,
    both: Any = None,
) -> HttpResponse:
    couple = couple_of(request.keyring)
    circles = set(showing.COPIES.of(request.keyring, row.id).values_list("circle_id", flat=True))
    here = couple is not None and couple.circle in circles
    context = {
        "form": form,
        "id": row.id,
        "day": row.day,
        "thought": prompts.words_of(kept.prompt),
        "both": both,
        "couple": couple,
        "shown": here and couple and not couple.paused,
        "rests": here and couple and couple.paused,
        "left": bool(circles - ({couple.circle} if couple else set())),
        "draft": draft_of(row.id),
        "area": AREA,
    }
    return render(request, "journal/change.html", context, status=status)
