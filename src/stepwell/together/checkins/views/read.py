"""One's own check-ins again: one of them, who reads it, and all of a month."""

from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.dateformat import format as date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.spaces.api import Couple, NotNow, couple_of
from stepwell.ground.ui.api import clock, in_words
from stepwell.ground.vault.api import read_many
from stepwell.together.checkins import own, showing, writing
from stepwell.together.checkins.content import CheckInV1, chosen
from stepwell.together.checkins.lines import lines, parts_of
from stepwell.together.checkins.models import CheckIn
from stepwell.together.checkins.page_words import WAITS
from stepwell.together.checkins.who_form import WhoForm

EARLIEST = date(1970, 1, 1)
# Which browser draft an answered form leaves behind, by what the address of the next page says was kept.
SAVED = {"new": "check-in", "correction": "check-in-{id}"}


@for_person
@require_safe
def one(request: PersonRequest, check_in: UUID) -> HttpResponse:
    return _page(request, check_in)


@for_person
@require_POST
def show(request: PersonRequest, check_in: UUID) -> HttpResponse:
    """Only an explicit "me" takes back: a page that waited while the space ended does not."""
    if request.POST.get("who") == "me":
        return _withdraw(request, check_in)
    couple = couple_of(request.keyring)
    if couple is None:
        return _waits(request, check_in, "over")
    form = WhoForm(request.POST, partner=couple.partner_name)
    valid = form.is_valid()
    if valid and form.show():
        return _show(request, check_in, form, couple)
    if couple.paused:
        return _waits(request, check_in, "rests")
    if valid:
        form.add_error("who", _("You may choose one of the two."))
    return _page(request, check_in, form=form)


def _show(request: PersonRequest, check_in: UUID, form: WhoForm, couple: Couple) -> HttpResponse:
    try:
        showing.show(request.keyring, check_in, form.show(), couple)
    except CheckIn.DoesNotExist:
        raise Http404 from None
    except NotNow as not_now:
        return _waits(request, check_in, not_now.why)
    if form.cleaned_data.get("remember"):
        own.remember_showing(request.keyring, form.show())
    return see_other(reverse("checkins:one", args=[check_in]))


@for_person
@require_POST
def stop(request: PersonRequest, check_in: UUID) -> HttpResponse:
    return _withdraw(request, check_in)


def _withdraw(request: PersonRequest, check_in: UUID) -> HttpResponse:
    _mine(request, check_in)
    showing.withdraw(request.keyring, check_in)
    return see_other(reverse("checkins:one", args=[check_in]))


def _waits(request: PersonRequest, check_in: UUID, why: str) -> HttpResponse:
    _mine(request, check_in)
    return see_other(f"{reverse('checkins:one', args=[check_in])}?waits={why}")


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: PersonRequest, check_in: UUID) -> HttpResponse:
    row, kept = _mine(request, check_in)
    if request.method == "POST":
        try:
            writing.delete(request.keyring, check_in)
        except CheckIn.DoesNotExist:
            raise Http404 from None
        return see_other(reverse("checkins:list"))
    shown = showing.COPIES.of(request.keyring, check_in).exists()
    context = {"id": row.id, "day": row.day, "lines": lines(kept.answers), "shown": shown}
    return render(request, "checkins/delete.html", context)


@for_person
@require_POST
def let_go(request: PersonRequest, check_in: UUID, wording: UUID) -> HttpResponse:
    try:
        writing.let_go(request.keyring, check_in, wording)
    except CheckIn.DoesNotExist:
        raise Http404 from None
    return see_other(reverse("checkins:one", args=[check_in]))


def _page(request: PersonRequest, check_in: UUID, form: WhoForm | None = None) -> HttpResponse:
    keyring = request.keyring
    row, kept = _mine(request, check_in)
    couple = couple_of(keyring)
    copies = list(showing.COPIES.of(keyring, check_in))
    here = couple is not None and any(copy.circle_id == couple.circle for copy in copies)
    left = [copy for copy in copies if couple is None or copy.circle_id != couple.circle]
    context = {
        "id": row.id,
        "day": row.day,
        "kept": kept,
        "parts": parts_of(kept.answers, kept.shown if here else ()),
        "aside": [(other.id, lines(other.answers)) for other in kept.aside],
        "couple": couple,
        "shown_here": here,
        "left": [lines(shared.answers) for shared in read_many(keyring, left)],
        "waits": WAITS.get(why) if (why := request.GET.get("waits", "")) in _may_wait(couple) else None,
        "was_shown": bool(copies),
        "saved": SAVED.get(request.GET.get("kept", ""), "").format(id=row.id),
        "form": form or _who_form(couple, kept, here, own.habits(keyring).show),
    }
    return render(request, "checkins/one.html", context, status=422 if form else 200)


def _may_wait(couple: Couple | None) -> tuple[str, ...]:
    """What an address may still say: a page drawn again after the space opened speaks of no rest."""
    if couple is None:
        return ("over",)
    return ("rests",) if couple.paused else ("words",)


def _who_form(couple: Couple | None, kept: CheckInV1, here: bool, usual: tuple[str, ...]) -> WhoForm | None:
    if couple is None or couple.paused:
        return None
    start = {"who": "both", "parts": list(kept.shown)} if here else {}
    return WhoForm(partner=couple.partner_name, usual=usual, initial=start)


def _mine(request: PersonRequest, check_in: UUID) -> Any:
    try:
        return writing.mine(request.keyring, check_in)
    except CheckIn.DoesNotExist:
        raise Http404 from None


@for_person
@require_safe
def listed(request: PersonRequest) -> HttpResponse:
    """A month at a time, newest first."""
    keyring = request.keyring
    own_rows = CheckIn.objects.within(keyring, keyring.own)
    today = request.person.today
    first = _month(request.GET.get("month", ""), today)
    following = (first + timedelta(days=32)).replace(day=1)
    rows = list(own_rows.filter(day__gte=first, day__lt=following).order_by("-day", "-id"))
    older = own_rows.filter(day__lt=first).order_by("-day").values_list("day", flat=True).first()
    newer = own_rows.filter(day__gte=following).order_by("day").values_list("day", flat=True).first()
    notes = [_glance(row, kept) for row, kept in zip(rows, read_many(keyring, rows), strict=True)]
    context = {
        "area": "back",
        "month_words": f"{date_format(first, 'F Y')}",
        "days": [(in_words(day, "date"), list(some)) for day, some in groupby(notes, key=itemgetter("day"))],
        "older": older and f"{older:%Y-%m}",
        "newer": newer and f"{newer:%Y-%m}",
    }
    return render(request, "checkins/list.html", context)


def _month(asked: str, today: date) -> date:
    try:
        found = date.fromisoformat(f"{asked}-01")
    except ValueError:
        return today.replace(day=1)
    return found if EARLIEST <= found <= today else today.replace(day=1)


def _glance(row: CheckIn, kept: CheckInV1) -> dict[str, Any]:
    """Enough to know it again: its hour, the feelings, and the first sentence."""
    said = {line.key: line.said for line in lines(chosen(kept.answers, ("feelings", "noticed", "intend")))}
    text = (said.get("noticed") or said.get("intend") or ("",))[0]
    return {
        "id": row.id,
        "day": row.day,
        "at": clock(kept.written_at),
        "feelings": ", ".join(said.get("feelings", ())),
        "text": text,
    }
