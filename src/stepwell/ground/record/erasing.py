"""The page on which somebody takes their words out of an event that they signed."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.record import writing
from stepwell.ground.record.asking import AREA, asked, not_as_seen, number_of, whole
from stepwell.ground.record.kept import records_of
from stepwell.ground.record.looking import events, look
from stepwell.ground.record.reading import Line, lines_of
from stepwell.ground.record.shapes import Broken, NotSigned
from stepwell.ground.spaces.api import HeldSpace, names_in
from stepwell.ground.vault.api import ChangedIdentity, NoSeat

# So many events stand after it on the page that one comes back to.
AFTER = 10


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def take_out(request: PersonRequest, event: str) -> HttpResponse:
    """What goes, what stays, and a press. Of words that are out already, the place where they stood."""
    spaces = records_of(request.keyring)
    space = asked(request, spaces)
    number, conflict = number_of(space, spaces), False
    try:
        line = _mine(request, space, whole(event))
        back = f"{reverse('record:record')}?space={number}&to={line.event.i + AFTER}#event-{line.event.i}"
        if line.event.text is None:
            return see_other(back)
        if request.method == "POST":
            try:
                writing.take_out(request.keyring, space.circle, line.event.i)
                return see_other(back)
            except (NotSigned, NoSeat, ChangedIdentity):
                # The other left while this page was open, or has other keys now.
                conflict = True
    except Broken as broken:
        return not_as_seen(request, space, number, broken, status=409)
    possible = writing.both_there(request.keyring, space.circle) and not conflict
    context = {"area": AREA, "line": line, "number": number, "back": back, "possible": possible}
    return render(request, "record/take_out.html", context, status=409 if conflict else 200)


def _mine(request: PersonRequest, space: HeldSpace, i: int) -> Line:
    """Raises Http404 for what somebody else signed and for what is not there, Broken."""
    keyring, circle = request.keyring, space.circle
    head = look(keyring, circle)
    if head is None or not 1 <= i <= head.i:
        raise Http404
    (found,) = events(keyring, circle, of=[i])
    if found.signer != keyring.person_id or found.kind == writing.TAKEN_OUT:
        raise Http404
    names = {**names_in(keyring, circle), request.person.id: request.person.name}
    (line,) = lines_of([found], names)
    return line
