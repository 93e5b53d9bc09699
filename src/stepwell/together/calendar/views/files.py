"""Plans from a calendar file, looked at before they are kept; and plans out as one."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.spaces.api import couple_of
from stepwell.together.calendar import everything as every
from stepwell.together.calendar import incoming, undoing, writing
from stepwell.together.calendar.content import ItemV1, PlanV1
from stepwell.together.calendar.ics.reading import MOST_BYTES, read_file
from stepwell.together.calendar.ics.refusing import BadFile
from stepwell.together.calendar.ics.writing import file_of
from stepwell.together.calendar.models import Brought
from stepwell.together.calendar.views.asking import AREA, mine, reader_of
from stepwell.together.calendar.views.one import details

ROOM_FOR_THE_FORM = 32 * 1024
MOST_TOLD = 200
LEFT = {
    "VTODO": gettext_lazy("Tasks are not taken: {n} of them stay out."),
    "VJOURNAL": gettext_lazy("Journal pages are not taken: {n} of them stay out."),
    "VFREEBUSY": gettext_lazy("Lists of free times are not taken: {n} of them stay out."),
    "people": gettext_lazy(
        "Names and addresses of other people are not taken. They stand in {n} of the plans."
    ),
    "off": gettext_lazy("Plans that are called off already are not taken: {n} of them stay out."),
    "cut": gettext_lazy("Texts longer than fit here are taken from their beginning: {n} of them."),
}


def largest() -> int:
    """In bytes: what this server takes in one request, and never more than is read."""
    return min(MOST_BYTES, settings.DATA_UPLOAD_MAX_MEMORY_SIZE - ROOM_FOR_THE_FORM)


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: PersonRequest) -> HttpResponse:
    error = ""
    if request.method == "POST":
        try:
            incoming.offer(request.keyring, _read(request))
        except BadFile as bad:
            error = bad.words
        else:
            return see_other(reverse("calendar:look"))
    kept = [(found, said) for found, said in incoming.files(request.keyring)]
    context = {
        "area": AREA,
        "error": error,
        "files": [_told(request, found, said) for found, said in kept],
        "largest": largest() // 1024,
        "stay": _stay_words(request.GET.get("stay", "")),
    }
    return render(request, "calendar/bring.html", context, status=422 if error else 200)


def _read(request: PersonRequest) -> Any:
    chosen = request.FILES.get("file")
    if chosen is None:
        raise BadFile("none")
    if chosen.size is None or chosen.size > largest():
        raise BadFile("large")
    return read_file(chosen.read(), request.person.zone, most=largest())


def _told(request: PersonRequest, found: UUID, said: Any) -> dict[str, Any]:
    count = ngettext("{n} plan", "{n} plans", len(said.uids)).format(n=len(said.uids))
    at = said.at.astimezone(request.person.zone).date()
    return {"id": found, "name": said.name or _("A file"), "count": count, "at": at}


def _stay_words(asked: str) -> str:
    if not asked.isdecimal() or len(asked) > 5 or asked == "0":
        return ""
    words = ngettext(
        "{n} plan stays as it is: you changed it since.",
        "{n} plans stay as they are: you changed them since.",
        int(asked),
    )
    return words.format(n=int(asked))


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def look(request: PersonRequest) -> HttpResponse:
    """What a file would do, in words; and its owner's word."""
    error = ""
    try:
        if request.method == "POST":
            let_go = "let_go" in request.POST
            couple, now = couple_of(request.keyring), timezone.now()
            seen = request.POST.get("seen", "")
            incoming.keep(request.keyring, let_go=let_go, couple=couple, now=now, seen=seen)
            return see_other(reverse("calendar:coming"))
        found = incoming.look(request.keyring)
    except incoming.Nothing:
        return see_other(reverse("calendar:bring"))
    except incoming.Another:
        error = _("Another file waits here since you looked. Nothing was kept. This is what is in it.")
        found = incoming.look(request.keyring)
    except writing.Enough:
        error = _("There is no room for all of this. Nothing of it was kept.")
        found = incoming.look(request.keyring)
    viewer = reader_of(request).zone
    context = {
        "area": AREA,
        "error": error,
        "found": found,
        "groups": [
            (heading, [details(one.body, viewer) for one in some[:MOST_TOLD]], max(0, len(some) - MOST_TOLD))
            for heading, some in _groups(found)
            if some
        ],
        "left": [str(LEFT[name]).format(n=n) for name, n in found.left if n and name in LEFT],
        "anything": bool(found.fresh or found.changed or found.off or found.gone),
    }
    return render(request, "calendar/look.html", context, status=422 if error else 200)


def _groups(found: incoming.Look) -> list[tuple[str, tuple[ItemV1 | PlanV1, ...]]]:
    return [
        (_("New"), found.fresh),
        (_("Changed"), found.changed),
        (_("Called off"), found.off),
        (_("No longer in this file"), found.gone),
    ]


@for_person
@require_POST
def put_away(request: PersonRequest) -> HttpResponse:
    incoming.put_away(request.keyring)
    return see_other(reverse("calendar:bring"))


@for_person
@require_POST
def undo(request: PersonRequest, brought: UUID) -> HttpResponse:
    """Pressed twice it is done once: the files that are still here tell what is so."""
    try:
        stay = undoing.undo(request.keyring, brought, couple=couple_of(request.keyring), now=timezone.now())
    except Brought.DoesNotExist:
        return see_other(reverse("calendar:bring"))
    return see_other(f"{reverse('calendar:bring')}?stay={stay}")


@for_person
@require_safe
def one_file(request: PersonRequest, plan: UUID) -> HttpResponse:
    """One plan of one's own, with its words."""
    _row, kept = mine(request, plan)
    return _file(file_of([every.written(kept, _now())]), "plan.ics")


@for_person
@require_safe
def everything(request: PersonRequest) -> HttpResponse:
    return _file(every.everything(request.keyring, _now()), "plans.ics")


def _now() -> datetime:
    return timezone.now().astimezone(UTC).replace(microsecond=0)


def _file(data: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
