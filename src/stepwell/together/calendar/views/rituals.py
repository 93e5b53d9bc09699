"""What two do again and again: it stands when both say yes, and ends when either takes the yes back."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.spaces.api import Couple, NotNow, couple_of
from stepwell.together.calendar import rituals as verbs
from stepwell.together.calendar.forms import RitualForm
from stepwell.together.calendar.layout import Reader
from stepwell.together.calendar.models import Ritual
from stepwell.together.calendar.reckoning import BadRule
from stepwell.together.calendar.rituals import Joint
from stepwell.together.calendar.slots import Slot, slots
from stepwell.together.calendar.views.asking import AREA, day_of, gone, reader_of
from stepwell.together.calendar.views.days import DAY, WEEK
from stepwell.together.calendar.views.one import details
from stepwell.together.calendar.words import WAITS, when
from stepwell.together.calendar.zones import place


@for_person
@require_safe
def rituals(request: PersonRequest) -> HttpResponse:
    return _page(request)


@for_person
@require_POST
def suggest(request: PersonRequest) -> HttpResponse:
    form = RitualForm(request.POST, zone=request.person.zone.key)
    couple = couple_of(request.keyring)
    if couple is None:
        return gone(request, form)
    if not form.is_valid():
        return _page(request, form=form, status=422)
    try:
        verbs.suggest(request.keyring, couple, form_id=form.cleaned_data["form_id"], body=form.body())
    except BadRule:
        form.add_error("repeat", _("This never comes. You may choose another rule or another day."))
    except NotNow as not_now:
        form.add_error(None, str(WAITS[not_now.why]))
    except verbs.Enough:
        form.add_error(None, _("There are as many here as fit. You may take one back first."))
    else:
        return _back()
    return _page(request, form=form, status=422)


@for_person
@require_POST
def accept(request: PersonRequest, ritual: UUID) -> HttpResponse:
    couple = _couple(request)
    try:
        verbs.say_yes(request.keyring, couple, ritual)
    except Ritual.DoesNotExist:
        raise Http404 from None
    except NotNow:
        return _page(request)
    return _back()


@for_person
@require_POST
def take_back(request: PersonRequest, ritual: UUID) -> HttpResponse:
    couple = _couple(request)
    # Pressed twice it is done once, and none is answered as one that has just ended.
    with suppress(Ritual.DoesNotExist):
        verbs.take_back(request.keyring, couple, ritual)
    return see_other(reverse("calendar:rituals") + ("?back" if couple.paused else ""))


@for_person
@require_POST
def take_all_back(request: PersonRequest) -> HttpResponse:
    """For a page that draws none: it says the same whether there were any, and what the other said."""
    verbs.take_all_back(request.keyring, _couple(request).circle)
    return see_other(reverse("calendar:rituals") + "?back")


@for_person
@require_POST
def put_aside(request: PersonRequest, ritual: UUID) -> HttpResponse:
    """No answer to anybody: only out of this person's own sight. Pressed twice it is done once."""
    couple = _couple(request)
    theirs = () if couple.paused else verbs.for_two(request.keyring, couple).theirs
    if ritual in [one.id for one in theirs]:
        verbs.put_out_of_sight(request.keyring, ritual)
    return _back()


@for_person
@require_POST
def not_this_time(request: PersonRequest, ritual: UUID, day: str) -> HttpResponse:
    """Left out once, for both: the day is that of who presses."""
    asked, reader = day_of(day), reader_of(request)
    couple = _couple(request)
    joint = next((one for one in verbs.agreed(request.keyring, couple) if one.id == ritual), None)
    slot = next((one for one in _next(joint, reader) if one.day == asked), None) if joint else None
    if slot is None:
        return _back()
    try:
        verbs.not_this_time(request.keyring, couple, ritual, slot.was)
    except Ritual.DoesNotExist:
        return _back()
    except (NotNow, verbs.Enough):
        return _page(request)
    return _back()


def _couple(request: PersonRequest) -> Couple:
    couple = couple_of(request.keyring)
    if couple is None:
        raise Http404
    return couple


def _back() -> HttpResponse:
    return see_other(reverse("calendar:rituals"))


def _page(request: PersonRequest, *, form: RitualForm | None = None, status: int = 200) -> HttpResponse:
    reader = reader_of(request)
    couple = reader.couple
    zone = request.person.zone
    context: dict[str, Any] = {"area": AREA, "couple": couple, "zone": place(zone.key)}
    if couple is not None and couple.paused:
        # Nothing is drawn that the other could change meanwhile.
        context["taken_back"] = "back" in request.GET
    elif couple is not None:
        two = verbs.for_two(request.keyring, couple)
        told = {"agreed": two.agreed, "mine": two.mine, "theirs": two.theirs}
        context |= {name: [_told(one, reader) for one in some] for name, some in told.items()}
    context["form"] = form or RitualForm(zone=zone.key, initial={"day": request.person.today + DAY})
    return render(request, "calendar/rituals.html", context, status=status)


def _told(one: Joint, reader: Reader) -> dict[str, Any]:
    coming = next(iter(_next(one, reader)), None)
    return {
        "id": one.id,
        **details(one.body, reader.zone),
        "next": when(coming) if coming else "",
        "next_day": coming.day.isoformat() if coming else "",
    }


def _next(one: Joint, reader: Reader) -> list[Slot]:
    """The coming times, the next first."""
    now = timezone.now().astimezone(reader.zone).replace(tzinfo=None)
    found = slots(one.body, now.date(), now.date() + WEEK * 5, reader.zone)
    return sorted((slot for slot in found if slot.starts >= now or slot.whole), key=lambda slot: slot.starts)
