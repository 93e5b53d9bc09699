"""One plan: what it says, what it said before, and who may read it."""

from datetime import date
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.spaces.api import NotNow, couple_of
from stepwell.ground.vault.api import read
from stepwell.together.calendar import showing
from stepwell.together.calendar.changing import began_before
from stepwell.together.calendar.content import BeforeV1, BodyV1, ChangeV1, PlanV1, ShownV1, in_order
from stepwell.together.calendar.forms import WhoForm
from stepwell.together.calendar.layout import Reader
from stepwell.together.calendar.models import Plan, Shown
from stepwell.together.calendar.slots import Slot, one_slot, slot_of
from stepwell.together.calendar.views.asking import AREA, mine, reader_of
from stepwell.together.calendar.words import (
    HEADINGS,
    PART_LABELS,
    WAITS,
    changed_at,
    how_often,
    other_clock,
    title,
    twice,
    when,
)
from stepwell.together.calendar.zones import place

SAVED = {"new": "plan", "change": "plan-{id}"}


def details(body: BodyV1, viewer: ZoneInfo) -> dict[str, Any]:
    """What a page says of a plan. singles: the times of a series that are otherwise than the rest."""
    first = _first(body, viewer)
    return {
        "title": title(body, body.text.what),
        "when": when(first),
        "often": how_often(body),
        "other_clock": other_clock(body.when, viewer),
        "twice": twice(body.when),
        "open_end": body.when.ends is None and not body.when.whole,
        "lines": [(HEADINGS[name], found) for name in HEADINGS if (found := getattr(body.text, name))],
        "singles": list(_singles(body, viewer)),
    }


def _first(body: BodyV1, viewer: ZoneInfo) -> Slot:
    return slot_of(body.when, body.text, body.when.starts, viewer)


def _singles(body: BodyV1, viewer: ZoneInfo) -> Any:
    for was in body.out:
        yield was.date(), "", _("left out")
    for one in body.moved:
        slot = one_slot(body, one.was, viewer)
        if slot is not None:
            yield one.was.date(), title(body, one.text.what), when(slot)


def before_of(before: tuple[BeforeV1, ...], now: BodyV1, viewer: ZoneInfo) -> list[dict[str, Any]]:
    """The newest change first: what stood there until then, what of it went, and whether it had begun."""
    told, after = [], details(now, viewer)
    for one in reversed(before):
        was = details(one.body, viewer)
        gone = {name for name in ("title", "when", "often") if was[name] != after[name]}
        gone |= {said for heading, said in was["lines"] if (heading, said) not in after["lines"]}
        change = {"until": changed_at(one.change, viewer), "late": one.change.late, "gone": gone}
        change["began"] = None if one.change.late else _began(one.body, one.change)
        told.append(was | change)
        after = was
    return told


def _began(body: BodyV1, change: ChangeV1 | None) -> date | None:
    """The first day of a series that was under way by then."""
    return body.when.starts.date() if change is not None and began_before(body, change) else None


@for_person
@require_safe
def plan(request: PersonRequest, plan: UUID) -> HttpResponse:
    return _page(request, plan)


@for_person
@require_POST
def show(request: PersonRequest, plan: UUID) -> HttpResponse:
    """Only an explicit "me" takes back: a page that waited while the space ended does not."""
    mine(request, plan)
    if request.POST.get("who") == "me":
        return _withdraw(request, plan)
    couple = couple_of(request.keyring)
    if couple is None or couple.paused:
        return _waits(plan, "rests" if couple else "over")
    form = WhoForm(request.POST, partner=couple.partner_name)
    if not form.is_valid() or form.show() is None:
        form.add_error("who", _("You may choose one of the two."))
        return _page(request, plan, form=form)
    try:
        showing.show(request.keyring, plan, form.show() or (), couple, timezone.now())
    except Plan.DoesNotExist:
        raise Http404 from None
    except NotNow as not_now:
        return _waits(plan, not_now.why)
    return see_other(reverse("calendar:plan", args=[plan]))


@for_person
@require_POST
def stop(request: PersonRequest, plan: UUID) -> HttpResponse:
    """Of a plan that is not there nothing is shown: the days, then, whether it went or never was."""
    showing.withdraw(request.keyring, plan)
    there = Plan.objects.within(request.keyring, request.keyring.own).filter(id=plan).exists()
    return see_other(reverse("calendar:plan", args=[plan]) if there else reverse("calendar:coming"))


def _withdraw(request: PersonRequest, plan: UUID) -> HttpResponse:
    showing.withdraw(request.keyring, plan)
    return see_other(reverse("calendar:plan", args=[plan]))


def _waits(plan: UUID, why: str) -> HttpResponse:
    return see_other(f"{reverse('calendar:plan', args=[plan])}?waits={why}")


def _page(request: PersonRequest, plan: UUID, form: WhoForm | None = None) -> HttpResponse:
    row, kept = mine(request, plan)
    reader = reader_of(request)
    circles = set(showing.copies(request.keyring, plan).values_list("circle_id", flat=True))
    here = reader.couple is not None and reader.couple.circle in circles
    context = {
        "area": AREA,
        "id": row.id,
        "kept": kept,
        "title": title(kept.body, kept.body.text.what),
        "kept_details": details(kept.body, reader.zone),
        "zone": place(reader.zone.key),
        "off": kept.off and changed_at(kept.off, reader.zone),
        "off_late": bool(kept.off and kept.off.late),
        "aside": [details(body, reader.zone) for body in kept.aside],
        "couple": reader.couple,
        "shown_here": here,
        "shown_parts": [PART_LABELS[part] for part in in_order(kept.shown)],
        "left": bool(circles - ({reader.couple.circle} if reader.couple else set())),
        "first": kept.past and here and changed_at(kept.past.first, reader.zone),
        "before": before_of(kept.past.before, kept.past.said, reader.zone) if kept.past and here else [],
        "waits": WAITS.get(request.GET.get("waits", "")),
        "saved": SAVED.get(request.GET.get("kept", ""), "").format(id=row.id),
        "form": form or _who_form(reader, kept, here),
    }
    return render(request, "calendar/plan.html", context, status=422 if form else 200)


def _who_form(reader: Reader, kept: PlanV1, here: bool) -> WhoForm | None:
    couple = reader.open_couple
    if couple is None:
        return None
    start = {"who": "both", "parts": list(kept.shown)} if here else {}
    return WhoForm(partner=couple.partner_name, initial=start)


@for_person
@require_safe
def shown(request: PersonRequest, shown: UUID) -> HttpResponse:
    """A plan that the other shows."""
    reader = reader_of(request)
    couple = reader.open_couple
    if couple is None:
        raise Http404
    theirs = Shown.objects.within(request.keyring, couple.circle).filter(person_id=couple.partner_id)
    row = theirs.filter(id=shown).first()
    if row is None:
        raise Http404
    copy: ShownV1 = read(request.keyring, row)
    context = {
        "area": AREA,
        "partner": couple.partner_name,
        "title": title(copy.body, copy.body.text.what),
        "copy_details": details(copy.body, reader.zone),
        "off": copy.off and changed_at(copy.off, reader.zone),
        "off_late": bool(copy.off and copy.off.late),
        "first": changed_at(copy.first, reader.zone),
        "first_late": copy.first.late,
        "began": _began(copy.body, copy.off or copy.first),
        "before": before_of(copy.before, copy.body, reader.zone),
        "day": copy.body.when.starts.date().isoformat(),
    }
    return render(request, "calendar/shown.html", context)
