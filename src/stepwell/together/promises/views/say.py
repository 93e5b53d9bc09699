"""Saying what became of a promise on one of its days."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from stepwell.ground.people.api import (
    PersonRequest,
    drop_draft,
    for_person,
    kept_draft,
    see_other,
    started_from_draft,
)
from stepwell.ground.spaces.api import Couple, couple_of
from stepwell.ground.ui.api import Typed, gives_words_back, typed_as
from stepwell.together.promises import finding, saying
from stepwell.together.promises.days import falls_on
from stepwell.together.promises.finding import Promised, Told
from stepwell.together.promises.models import Promise
from stepwell.together.promises.page_words import CHANGED, NEEDED, NOT_YET, PASSED
from stepwell.together.promises.views.one import word_draft
from stepwell.together.promises.views.opened import (
    CONFLICT,
    GONE,
    REFUSED,
    UNPROCESSABLE,
    mine,
    why,
)
from stepwell.together.promises.when import when_words
from stepwell.together.promises.word_form import WordForm


def _typed(request: PersonRequest, **_named: object) -> Typed:
    return typed_as(request, "reason", "plan_what")


WORDS = {saying.TooLate: PASSED, saying.NotYet: NOT_YET, saying.NoPlan: NEEDED}


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
@gives_words_back(GONE, _typed)
def say(request: PersonRequest, promise: UUID, day: str) -> HttpResponse:
    keyring, today = request.keyring, request.person.today
    couple = couple_of(keyring)
    found = mine(request, couple, promise)
    on = _day(found, day)
    told = _told(request, found, on)
    asked: dict[str, Any] = {
        "may": saying.may_say(found.said, on, today),
        "today": today,
        "day": on,
        "planned": saying.standing_plan(keyring, told) is not None,
    }
    if request.method != "POST":
        draft = started_from_draft(kept_draft(keyring, word_draft(promise, on)))
        form = WordForm(initial={"known": finding.seen(told)} | draft, **asked)
        return _page(request, couple, found, form, told)
    form = WordForm(request.POST, **asked)
    if not form.is_valid():
        return _page(request, couple, found, form, told, status=UNPROCESSABLE)
    return _say(request, couple, found, form, asked)


def _say(
    request: PersonRequest, couple: Couple | None, found: Promised, form: WordForm, asked: dict[str, Any]
) -> HttpResponse:
    status = UNPROCESSABLE
    try:
        saying.say(
            request.keyring,
            found.id,
            form.day,
            couple=couple,
            form_id=form.cleaned_data["form_id"],
            outcome=form.cleaned_data["outcome"],
            reason=form.cleaned_data["reason"],
            plan=form.plan(),
            known=form.cleaned_data["known"],
            today=form.today,
        )
    except (Promise.DoesNotExist, saying.NoSuchDay):
        raise Http404 from None
    except saying.ChangedElsewhere as changed:
        return _changed(request, couple, found, changed.told, asked)
    except tuple(WORDS) as refused:
        form.add_error(None, WORDS[type(refused)])
    except REFUSED as refused:
        words, status = why(refused)
        form.add_error(None, words)
    else:
        drop_draft(request.keyring, word_draft(found.id, form.day))
        kept = form.day.isoformat()
        return see_other(f"{reverse('promises:one', args=[found.id])}?kept={kept}")
    return _page(request, couple, found, form, _told(request, found, form.day), status=status)


def _day(found: Promised, asked: str) -> date:
    """A day on which it falls, or fell before it was ended; any other is none."""
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        raise Http404 from None
    if day.isoformat() != asked or not falls_on(found.said.days, day, ended_on=found.ended_on):
        raise Http404
    return day


def _told(request: PersonRequest, found: Promised, day: date) -> list[Told]:
    words = finding.words_of(request.keyring, [found], first=day, last=day)[found.id]
    return finding.by_day(words)[day]


def _changed(
    request: PersonRequest,
    couple: Couple | None,
    found: Promised,
    told: list[Told],
    asked: dict[str, Any],
) -> HttpResponse:
    """What stands there now and what was sent, on one page; the form now knows of both."""
    again = request.POST.copy()
    again["known"] = str(finding.seen(told))
    planned = saying.standing_plan(request.keyring, told) is not None
    form = WordForm(again, **asked | {"planned": planned})
    # As an error of the form: beside one, a browser's draft leaves what the page holds as it is.
    form.add_error(None, CHANGED)
    return _page(request, couple, found, form, told, status=CONFLICT, changed=True)


def _page(
    request: PersonRequest,
    couple: Couple | None,
    found: Promised,
    form: WordForm,
    told: list[Told],
    *,
    status: int = 200,
    changed: bool = False,
) -> HttpResponse:
    context = {
        "promise": found,
        "when": when_words(found.said.days),
        "day": form.day,
        "passed": form.day < form.today,
        "on_the_day": form.day == form.today,
        "couple": couple,
        "resting": found.here and couple is not None and couple.paused,
        "told": told,
        "same_day": bool(told) and told[-1].word.said_on == form.today,
        "changed": changed,
        "form": form,
        "draft": word_draft(found.id, form.day),
        "area": "together",
    }
    return render(request, "promises/say.html", context, status=status)
