"""Looking at an agreement again."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.spaces.api import NotNow
from stepwell.together.agreements import reviewing
from stepwell.together.agreements.errors import Moved, NotThere, Stale
from stepwell.together.agreements.page import page_of
from stepwell.together.agreements.page_words import MEANWHILE, SAID_WORDS, WHY
from stepwell.together.agreements.shelf import Leaf
from stepwell.together.agreements.small_forms import ReviewForm
from stepwell.together.agreements.views.asking import AREA, CONFLICT, UNPROCESSABLE, Asked, asked_by, found
from stepwell.together.agreements.views.reading import one_page


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: PersonRequest, agreement: UUID) -> HttpResponse:
    asked = asked_by(request)
    leaf = found(request, asked, agreement)
    here = reverse("agreements:review", args=[agreement])
    if leaf.standing is None:
        return one_page(request, asked, agreement, status=CONFLICT if request.method == "POST" else 200)
    if request.method != "POST":
        return _page(request, asked, leaf, _empty(leaf))
    if request.POST.get("do") == "take-back":
        return _take_back(request, leaf, here)
    form = ReviewForm(request.POST)
    if not form.is_valid():
        return _page(request, asked, leaf, form, status=UNPROCESSABLE)
    version, weeks, turn = (form.cleaned_data[name] for name in ("version", "weeks", "turn"))
    try:
        renewed = reviewing.still_right(
            request.keyring, asked.couple, agreement, version, weeks, turn=turn or 0, by=asked.by
        )
    except NotNow as not_now:
        form.add_error(None, str(WHY[not_now.why]))
        return _page(request, asked, leaf, form, status=CONFLICT)
    except Stale:
        leaf = found(request, asked, agreement)
        return _page(request, asked, leaf, _empty(leaf, weeks), status=CONFLICT, refused=MEANWHILE)
    except Moved:
        return one_page(request, asked, agreement, status=CONFLICT, stale={"number": version})
    return see_other(reverse("agreements:one", args=[agreement]) if renewed else here)


def _empty(leaf: Leaf, weeks: int = 4) -> ReviewForm:
    version = leaf.standing.number if leaf.standing else 0
    return ReviewForm(initial={"version": version, "turn": reviewing.turn_of(leaf.head), "weeks": weeks})


def _take_back(request: PersonRequest, leaf: Leaf, here: str) -> HttpResponse:
    try:
        reviewing.take_word_back(request.keyring, leaf.circle, leaf.id)
    except (NotThere, NotNow):
        return see_other(here)
    return see_other(here)


def _page(
    request: PersonRequest,
    asked: Asked,
    leaf: Leaf,
    form: ReviewForm,
    *,
    status: int = 200,
    refused: object = "",
) -> HttpResponse:
    said = reviewing.said(leaf.head, leaf.me)
    context = page_of(request.keyring, leaf, asked.now, asked.partner, request.person.zone)
    context |= {"area": AREA, "form": form, "refused": refused}
    context["said"] = SAID_WORDS.get(said.weeks) if said else None
    return render(request, "agreements/review.html", context, status=status)
