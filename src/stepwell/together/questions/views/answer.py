"""What the one who was asked may do: answer, add, name a day, look away. None of it is asked of them."""

from contextlib import suppress
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from stepwell.ground.people.api import PersonRequest, drop_draft, for_person, see_other
from stepwell.ground.spaces.api import Couple, NotNow, couple_of
from stepwell.ground.ui.api import Typed, gives_words_back, typed_as
from stepwell.together.questions import answering
from stepwell.together.questions.forms import AnswerForm, WhenForm
from stepwell.together.questions.limits import MOST_A_DAY, EnoughForToday, EnoughSaid
from stepwell.together.questions.models import Put
from stepwell.together.questions.page_words import ENOUGH, ENOUGH_SAID, WAITS
from stepwell.together.questions.views.opened import (
    GONE,
    TOO_MANY,
    UNPROCESSABLE,
    couple_or_none,
    gone,
    to_talk,
)
from stepwell.together.questions.views.read import asked_page, draft_of


def _typed(request: PersonRequest, **_named: object) -> Typed:
    return typed_as(request, "when-day", "day")


@for_person
@require_POST
def answer(request: PersonRequest, put: UUID) -> HttpResponse:
    couple = couple_of(request.keyring)
    found = _theirs(request, couple, put) if couple else None
    if couple is None or found is None:
        return gone(request)
    form = AnswerForm(request.POST, adds=bool(found.answers))
    if not form.is_valid():
        return asked_page(request, couple, found, form=form, status=UNPROCESSABLE)
    try:
        answering.answer(request.keyring, couple, put, **form.cleaned_data, today=request.person.today)
    except answering.Gone:
        return gone(request)
    except NotNow as not_now:
        form.add_error(None, WAITS[not_now.why])
        return asked_page(request, couple, found, form=form, status=UNPROCESSABLE)
    except (EnoughForToday, EnoughSaid) as enough:
        said = ENOUGH_SAID if isinstance(enough, EnoughSaid) else ENOUGH.format(n=MOST_A_DAY)
        form.add_error(None, said)
        return asked_page(request, couple, found, form=form, status=TOO_MANY)
    drop_draft(request.keyring, draft_of(put))
    return see_other(f"{reverse('questions:asked', args=[put])}?kept=1")


@for_person
@require_POST
@gives_words_back(GONE, _typed)
def when(request: PersonRequest, put: UUID) -> HttpResponse:
    couple = couple_or_none(request)
    found = _theirs_or_none(request, couple, put)
    form = WhenForm(request.POST, today=request.person.today)
    if form.is_valid():
        try:
            answering.say_when(request.keyring, couple, put, form.cleaned_data["day"])
            return see_other(reverse("questions:asked", args=[put]))
        except answering.Gone:
            raise Http404 from None
        except NotNow as not_now:
            form.add_error(None, WAITS[not_now.why])
    return asked_page(request, couple, found, when=form, status=UNPROCESSABLE)


@for_person
@require_POST
def no_day(request: PersonRequest, put: UUID) -> HttpResponse:
    """The day is named no more, also while the space rests. For the other the page is as if none had been."""
    couple = couple_of(request.keyring)
    if couple is None or _theirs(request, couple, put) is None:
        return see_other(reverse("questions:list"))
    with suppress(answering.Gone):
        answering.say_when(request.keyring, couple, put, None)
        if not couple.paused:
            return see_other(reverse("questions:asked", args=[put]))
    return see_other(reverse("questions:list"))


@for_person
@require_POST
def talk(request: PersonRequest, put: UUID) -> HttpResponse:
    """Whoever was asked may ask for the talk too. It is no answer, and to press it tells nobody."""
    found = _theirs_or_none(request, couple_or_none(request), put)
    return to_talk(request, found.said.text, put)


@for_person
@require_POST
def aside(request: PersonRequest, put: UUID) -> HttpResponse:
    _theirs_or_none(request, couple_or_none(request), put)
    answering.look_away(request.keyring, put, away=True)
    return see_other(reverse("questions:list"))


@for_person
@require_POST
def take_up(request: PersonRequest, put: UUID) -> HttpResponse:
    _theirs_or_none(request, couple_or_none(request), put)
    answering.look_away(request.keyring, put, away=False)
    return see_other(reverse("questions:asked", args=[put]))


def _theirs(request: PersonRequest, couple: Couple, put: UUID) -> answering.Asked | None:
    """A question that this person may answer."""
    rows = Put.objects.within(request.keyring, couple.circle).filter(person_id=couple.partner_id, id=put)
    found = answering.all_of(request.keyring, couple, list(rows))
    return found[0] if found and not found[0].said.taken_back_on else None


def _theirs_or_none(request: PersonRequest, couple: Couple, put: UUID) -> answering.Asked:
    found = _theirs(request, couple, put)
    if found is None:
        raise Http404
    return found
