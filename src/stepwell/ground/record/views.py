"""The page "what we agreed, and when", and the record to take away.

All of it can be read while the space rests and after it ended: it belongs to both."""

from importlib.resources import files
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_anyone, for_person
from stepwell.ground.record import printing
from stepwell.ground.record.bound import lines
from stepwell.ground.record.kept import records_of
from stepwell.ground.record.looking import events, look
from stepwell.ground.record.reading import days_of, keys_of, lines_of
from stepwell.ground.record.shapes import NOTHING, Broken
from stepwell.ground.record.taking import taken
from stepwell.ground.spaces.api import HeldSpace, names_in

A_PAGE = 50
AREA = "together"
PROGRAM = files("stepwell.ground.record") / "verify.py"


@for_person
@require_safe
def record(request: PersonRequest) -> HttpResponse:
    spaces = records_of(request.keyring)
    if not spaces:
        return render(request, "record/alone.html", {"area": AREA})
    space = _asked(request, spaces)
    try:
        context = _page(request, space)
    except Broken as broken:
        return _broken(request, broken)
    chosen = {
        "area": AREA,
        "space": space,
        "number": _number(space, spaces),
        "spaces": _others(space, spaces),
    }
    return render(request, "record/record.html", {**chosen, **context})


def _page(request: PersonRequest, space: HeldSpace) -> dict[str, Any]:
    keyring, circle = request.keyring, space.circle
    head = look(keyring, circle) or NOTHING
    last = min(_whole(request, "to") or head.i, head.i)
    first = max(last - A_PAGE, 0)
    shown = events(keyring, circle, of=range(first + 1, last + 1)) if first or last < head.i else None
    found = events(keyring, circle) if shown is None else shown
    names = {**names_in(keyring, circle), request.person.id: request.person.name}
    days = days_of(lines_of(found, names), request.person.zone)
    return {
        "head": head,
        # The newest day stands first; within a day, what came first does.
        "days": days[::-1],
        "keys": keys_of(keyring, circle, {event.signer: event.name for event in found}),
        "older": first,
        "newer": min(last + A_PAGE, head.i) if last < head.i else 0,
    }


@for_person
@require_safe
def take(request: PersonRequest) -> HttpResponse | StreamingHttpResponse:
    """The record as one file, signed by whoever takes it."""
    space = _asked(request, records_of(request.keyring))
    try:
        file = taken(request.keyring, space.circle)
    except Broken as broken:
        return _broken(request, broken, status=409)
    answer = StreamingHttpResponse(lines(file), content_type="application/json")
    answer["Content-Disposition"] = 'attachment; filename="record.json"'
    return answer


@for_person
@require_safe
def print_it(request: PersonRequest) -> HttpResponse:
    space = _asked(request, records_of(request.keyring))
    try:
        paper = printing.pdf(request.keyring, space, request.person)
    except Broken as broken:
        return _broken(request, broken, status=409)
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


def _broken(request: PersonRequest, broken: Broken, *, status: int = 200) -> HttpResponse:
    more = broken.found is not None and broken.found.i > broken.seen.i
    return render(
        request, "record/broken.html", {"area": AREA, "broken": broken, "more": more}, status=status
    )


def _asked(request: PersonRequest, spaces: tuple[HeldSpace, ...]) -> HeldSpace:
    """The newest space, or the one asked for: counted from the first one, so that each keeps its number."""
    if "space" not in request.GET and spaces:
        return spaces[0]
    number = _whole(request, "space")
    if not 1 <= number <= len(spaces):
        raise Http404
    return spaces[len(spaces) - number]


def _number(space: HeldSpace, spaces: tuple[HeldSpace, ...]) -> int:
    return len(spaces) - spaces.index(space)


def _others(space: HeldSpace, spaces: tuple[HeldSpace, ...]) -> list[tuple[int, HeldSpace]]:
    return [(_number(one, spaces), one) for one in spaces if one != space]


def _whole(request: PersonRequest, name: str) -> int:
    """A number in the address; 0 for anything else."""
    given = request.GET.get(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0
