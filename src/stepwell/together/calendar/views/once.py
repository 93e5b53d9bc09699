"""One time of a series: left out, otherwise, or again as the rest."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.ui.api import Typed, gives_words_back, typed_in
from stepwell.together.calendar import writing
from stepwell.together.calendar.content import BodyV1, MovedV1
from stepwell.together.calendar.forms import OneForm
from stepwell.together.calendar.slots import one_slot, starts_between
from stepwell.together.calendar.views.asking import AREA, GONE, day_of, mine, reader_of
from stepwell.together.calendar.words import (
    how_often,
    title,
    when,
)


def _typed(request: PersonRequest, **_named: object) -> Typed:
    return typed_in(OneForm(request.POST, zone=request.person.zone.key))


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
@gives_words_back(GONE, _typed)
def once(request: PersonRequest, plan: UUID, day: str) -> HttpResponse:
    """One time of a series: it may be left out, be otherwise, or be again as the rest."""
    _row, kept = mine(request, plan)
    was = _was(kept.body, day_of(day))
    reader = reader_of(request)
    slot = one_slot(kept.body, was, reader.zone)
    form = None
    if request.method == "POST":
        form = OneForm(request.POST, zone=reader.zone.key) if request.POST.get("do") == "move" else None
        answer = _do(request, plan, was, form)
        if answer is not None:
            return answer
    elif slot is not None:
        form = OneForm.started(slot, reader.zone)
    context = {
        "area": AREA,
        "id": plan,
        "day": day,
        "slot_when": when(slot) if slot else "",
        "title": title(kept.body, slot.text.what if slot else kept.body.text.what),
        "otherwise": was in kept.body.out or any(one.was == was for one in kept.body.moved),
        "left_out": was in kept.body.out,
        "often": how_often(kept.body),
        "form": form or (OneForm.started(slot, reader.zone) if slot else None),
        "was_words": was.date(),
    }
    return render(request, "calendar/once.html", context, status=422 if request.method == "POST" else 200)


def _was(body: BodyV1, day: date) -> Any:
    """When the series has it on that day, by its own clock; also one that was left out. Raises Http404."""
    plain = BodyV1(when=body.when, rule=body.rule, last=body.last, more=body.more)
    for start in (
        *starts_between(plain, day, day),
        *(one.was for one in body.moved if one.was.date() == day),
    ):
        if body.repeats:
            return start
    raise Http404


def _do(request: PersonRequest, plan: UUID, was: Any, form: OneForm | None) -> HttpResponse | None:
    keyring, now = request.keyring, timezone.now()
    couple = couple_of(keyring)
    try:
        if request.POST.get("do") == "leave-out":
            writing.leave_out(keyring, plan, was, couple=couple, now=now)
        elif request.POST.get("do") == "as-the-rest":
            writing.put_back(keyring, plan, was, couple=couple, now=now)
        elif form is not None and form.is_valid():
            moved = MovedV1(was=was, when=form.span(), text=form.text())
            writing.move_one(keyring, plan, moved, couple=couple, now=now)
        else:
            return None
    except writing.Enough:
        if form is not None:
            form.add_error(None, _("This series has as many times of its own as fit. You may write it anew."))
        return None
    return see_other(reverse("calendar:plan", args=[plan]))
