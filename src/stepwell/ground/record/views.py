"""The page "what we agreed, and when", and the record to take away.

All of it can be read while the space rests and after it ended: it belongs to both."""

from importlib.resources import files
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_anyone, for_person
from stepwell.ground.record import printing
from stepwell.ground.record.asking import AREA, asked, not_as_seen, number_of, whole
from stepwell.ground.record.bound import lines
from stepwell.ground.record.kept import records_of
from stepwell.ground.record.looking import events, look
from stepwell.ground.record.mending import as_it_is
from stepwell.ground.record.reading import days_of, keys_of, lines_of
from stepwell.ground.record.shapes import NOTHING, Broken
from stepwell.ground.record.taking import taken
from stepwell.ground.record.writing import both_there, may_take_out
from stepwell.ground.spaces.api import HeldSpace, names_in

A_PAGE = 50
PROGRAM = files("stepwell.ground.record") / "verify.py"


@for_person
@require_safe
def record(request: PersonRequest) -> HttpResponse:
    spaces = records_of(request.keyring)
    if not spaces:
        return render(request, "record/alone.html", {"area": AREA})
    space = asked(request, spaces)
    number = number_of(space, spaces)
    try:
        context = _page(request, space)
    except Broken as broken:
        return not_as_seen(request, space, number, broken)
    chosen = {
        "area": AREA,
        "space": space,
        "number": number,
        "spaces": _others(space, spaces),
    }
    return render(request, "record/record.html", {**chosen, **context})


def _page(request: PersonRequest, space: HeldSpace) -> dict[str, Any]:
    keyring, circle = request.keyring, space.circle
    head = look(keyring, circle) or NOTHING
    last = min(whole(request.GET.get("to", "")) or head.i, head.i)
    first = max(last - A_PAGE, 0)
    shown = events(keyring, circle, of=range(first + 1, last + 1)) if first or last < head.i else None
    found = events(keyring, circle) if shown is None else shown
    both = both_there(keyring, circle)
    names = {**names_in(keyring, circle), request.person.id: request.person.name}
    days = days_of(lines_of(found, names), request.person.zone)
    return {
        "head": head,
        # The newest day stands first; within a day, what came first does.
        "days": days[::-1],
        "keys": keys_of(keyring, circle, {event.signer: event.name for event in found}),
        "older": first,
        "newer": min(last + A_PAGE, head.i) if last < head.i else 0,
        "mine": [event.i for event in found if both and may_take_out(keyring, event)],
    }


@for_person
@require_safe
def take(request: PersonRequest) -> HttpResponse | StreamingHttpResponse:
    """The record as one file, signed by whoever takes it. One that is broken goes out only when asked for as
    it is, and then says itself that it is not whole."""
    spaces = records_of(request.keyring)
    space = asked(request, spaces)
    try:
        return _file(taken(request.keyring, space.circle), "record.json")
    except Broken as broken:
        if "as-it-is" in request.GET:
            return _file(as_it_is(request.keyring, space.circle, broken), "record-as-it-is.json")
        return not_as_seen(request, space, number_of(space, spaces), broken, status=409)


def _file(file: dict[str, Any], name: str) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(lines(file), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@for_person
@require_safe
def print_it(request: PersonRequest) -> HttpResponse:
    spaces = records_of(request.keyring)
    space = asked(request, spaces)
    try:
        paper = printing.pdf(request.keyring, space, request.person)
    except Broken as broken:
        return not_as_seen(request, space, number_of(space, spaces), broken, status=409)
    answer = HttpResponse(paper, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="record.pdf"'
    return answer


@for_anyone
@require_safe
def program(_request: HttpRequest) -> HttpResponse:
    """The verifier, the very file that this program itself uses."""
    answer = HttpResponse(PROGRAM.read_bytes(), content_type="text/x-python; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="verify.py"'
    return answer


def _others(space: HeldSpace, spaces: tuple[HeldSpace, ...]) -> list[tuple[int, HeldSpace]]:
    return [(number_of(one, spaces), one) for one in spaces if one != space]
