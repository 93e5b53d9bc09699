"""Writing a letter for oneself, changing one, and a look at its words on the way."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
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
from stepwell.together.letters import keeping
from stepwell.together.letters.forms import LetterForm
from stepwell.together.letters.limits import MOST_A_DAY, EnoughForToday
from stepwell.together.letters.marking import look_at, taken
from stepwell.together.letters.page_words import CHANGED, ENOUGH, NOT_MARKED
from stepwell.together.letters.sorts import GUIDES, Guide, as_read
from stepwell.together.letters.views.opened import (
    AREA,
    CONFLICT,
    TOO_MANY,
    UNPROCESSABLE,
    gives_words_back,
    mine,
    to_read,
)


def new_draft(sort: str) -> str:
    return f"letter-new-{sort}"


def draft_of(letter: UUID) -> str:
    return f"letter-{letter}"


@for_person
@gives_words_back
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: PersonRequest, sort: str) -> HttpResponse:
    guide, keyring = GUIDES.get(sort), request.keyring
    if guide is None:
        raise Http404
    if request.method != "POST":
        started = started_from_draft(kept_draft(keyring, draft_begun(request, new_draft(sort))))
        form = LetterForm(initial=started, guide=guide)
        return _page(request, guide, form)
    if only_looks(request):
        return _looked_at(request, guide)
    form = LetterForm(request.POST, guide=guide)
    if not form.is_valid():
        return _page(request, guide, form, status=UNPROCESSABLE)
    try:
        kept = keeping.keep(
            keyring,
            form_id=form.cleaned_data["form_id"],
            sort=guide.key,  # type: ignore[arg-type]  # the keys of GUIDES are the sorts
            parts=form.parts(),
            today=request.person.today,
        )
    except EnoughForToday:
        form.add_error(None, ENOUGH.format(n=MOST_A_DAY))
        return _page(request, guide, form, status=TOO_MANY)
    if request.POST.get("then") == "change":
        return see_other(reverse("letters:change", args=[kept]))
    drop_draft(keyring, draft_begun(request, new_draft(sort)))
    return see_other(kept_at(request, reverse("letters:one", args=[kept]), "new"))


@for_person
@gives_words_back
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: PersonRequest, letter: UUID) -> HttpResponse:
    keyring = request.keyring
    _row, kept = mine(request, letter)
    guide = GUIDES[kept.sort]
    if request.method != "POST":
        started = {f"part-{part.key}": part.words for part in kept.parts} | {"revision": kept.revision}
        form = LetterForm(
            initial=started | started_from_draft(kept_draft(keyring, draft_of(letter))), guide=guide
        )
        return _page(request, guide, form, letter=letter)
    if only_looks(request):
        return _looked_at(request, guide, letter=letter)
    form = LetterForm(request.POST, guide=guide)
    if not form.is_valid():
        return _page(request, guide, form, letter=letter, status=UNPROCESSABLE)
    try:
        keeping.change(keyring, letter, parts=form.parts(), revision=form.cleaned_data["revision"])
    except keeping.ChangedElsewhere as changed:
        again = request.POST.copy()
        again["revision"] = str(changed.kept.revision)
        form = LetterForm(again, guide=guide)
        # As an error of the form: beside one, a browser's draft leaves what the page holds as it is.
        form.add_error(None, CHANGED)
        stands = as_read(changed.kept.sort, changed.kept.parts)
        return _page(request, guide, form, letter=letter, stands=stands, status=CONFLICT)
    drop_draft(keyring, draft_of(letter))
    return see_other(f"{reverse('letters:one', args=[letter])}?kept=change")


def only_looks(request: PersonRequest) -> bool:
    """The look is a button of the same form. It keeps nothing."""
    return request.POST.get("do") == "look" or "take" in request.POST


def _looked_at(request: PersonRequest, guide: Guide, *, letter: UUID | None = None) -> HttpResponse:
    data, said = request.POST.copy(), ""
    if "take" in data:
        texts = {heading.field: str(data.get(heading.field, "")) for heading in guide.headings}
        found = taken(texts, str(data["take"]))
        if found:
            data[found[0]] = found[1]
        else:
            said = str(NOT_MARKED)
    form = LetterForm(data, guide=guide)
    # Drawn with what was typed and without complaint: a look is not the moment for one.
    shown = LetterForm(initial=data.dict(), guide=guide)
    return _page(request, guide, shown, letter=letter, looked=look_at(form.typed()), look_said=said)


def _page(
    request: PersonRequest,
    guide: Guide,
    form: LetterForm,
    *,
    letter: UUID | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    context = {
        "guide": guide,
        "form": form,
        "fields": [form[heading.field] for heading in guide.headings],
        "letter": letter,
        "draft": draft_of(letter) if letter else draft_begun(request, new_draft(guide.key)),
        "begun": "" if letter else begun(request),
        "reading": to_read(request.person.language, *guide.reading),
        "area": AREA,
        **more,
    }
    return render(request, "letters/write.html", context, status=status)
