"""The door to a talk: what stands open, what is asked, what was taken away; and pages to read."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from stepwell.ground.people.api import (
    PersonRequest,
    begin_with,
    beginning,
    draft_begun,
    for_person,
    see_other,
)
from stepwell.ground.spaces.api import Couple, couple_of, names_in
from stepwell.ground.vault.api import read
from stepwell.together.dialogue import asking, ending
from stepwell.together.dialogue.begun import begun_in, gather
from stepwell.together.dialogue.holding import current, left_unsaid, let_unsaid_go, spoken
from stepwell.together.dialogue.limits import draft_of
from stepwell.together.dialogue.models import Talk
from stepwell.together.dialogue.views.opened import AREA, gone, to_list
from stepwell.together.dialogue.views.words import KINDS
from stepwell.together.dialogue.waiting import Waiting, goes_on, waiting

FEW, AT_ONCE = 3, 50
UUID_LENGTH = 36


@for_person
@require_safe
def listed(request: PersonRequest) -> HttpResponse:
    keyring = request.keyring
    asking.settle(keyring)
    couple = couple_of(keyring)
    is_open = couple is not None and not couple.paused
    closed = ending.lapse(keyring, couple) if couple and is_open else None
    if closed:
        gather(keyring, closed)
    taken = ending.taken_away(keyring, couple, 0, FEW + 1)
    kept = ending.kept(keyring)
    talk = _talk(request, couple) if is_open else None
    ended = talk.id if talk and talk.gone else closed or _left(request)
    context = {
        "couple": couple,
        "talk": talk,
        "unsaid": left_unsaid(keyring, goes_on(talk)),
        "begun": begun_in(keyring, ended) if ended and not goes_on(talk) else [],
        "mine": asking.mine(keyring, couple) if couple else None,
        "theirs": asking.theirs(keyring, couple) if couple and is_open else None,
        "taken": _with_ways(taken[:FEW]),
        "more_taken": len(taken) > FEW,
        "kept": [(talk, said.topic, said.day) for talk, said in kept],
        "saved": _saved(request),
        "area": AREA if couple else "mine",
    }
    return render(request, "dialogue/list.html", context)


def _talk(request: PersonRequest, couple: Couple | None) -> Waiting | None:
    found = current(request.keyring, couple) if couple else None
    return waiting(request.keyring, *found) if found else None


def _with_ways(taken: Sequence[ending.Away]) -> list[tuple[ending.Away, object]]:
    """Beside each of one's own, the words of the way to what it was to become, where there is one."""
    ways = ((one, beginning(one.taken.becomes) if one.mine else None) for one in taken)
    return [(one, way.words if way else "") for one, way in ways]


def _saved(request: PersonRequest) -> str:
    """The draft of the form that was just sent: of an asking, or of the talk that this person has ended."""
    if request.GET.get("kept") == "ask":
        return draft_begun(request, "talk-ask")
    talk, kind = _left(request), request.GET.get("kept", "")[UUID_LENGTH + 1 :] or "ending"
    return draft_of(talk, kind) if talk and kind in {*KINDS, "ending"} else ""


def _left(request: PersonRequest) -> UUID | None:
    """The talk that this person has just left."""
    try:
        return UUID(request.GET.get("kept", "")[:UUID_LENGTH])
    except ValueError:
        return None


@for_person
@require_safe
def taken(request: PersonRequest) -> HttpResponse:
    asked = request.GET.get("from", "")
    start = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 8 else 0
    couple = couple_of(request.keyring)
    some = ending.taken_away(request.keyring, couple, start, AT_ONCE + 1)
    context = {
        "couple": couple,
        "taken": _with_ways(some[:AT_ONCE]),
        "further": start + AT_ONCE if len(some) > AT_ONCE else 0,
        "area": AREA,
    }
    return render(request, "dialogue/taken.html", context)


@for_person
@require_POST
def begin(request: PersonRequest, taken: UUID) -> HttpResponse:
    """What they chose it to become, in the room where that is written: its form begins with these words."""
    found = ending.mine(request.keyring, taken)
    if found is None:
        return gone(request)
    where = begin_with(request.keyring, found.becomes, found.text, origin=taken)
    return see_other(where) if where else to_list()


@for_person
@require_POST
def let_go(request: PersonRequest, taken: UUID) -> HttpResponse:
    ending.let_go(request.keyring, taken)
    return to_list()


@for_person
@require_POST
def unsaid(request: PersonRequest) -> HttpResponse:
    keyring, couple = request.keyring, couple_of(request.keyring)
    talk = _talk(request, couple) if couple and not couple.paused else None
    let_unsaid_go(keyring, goes_on(talk))
    return to_list()


@for_person
@require_safe
def kept(request: PersonRequest, talk: UUID) -> HttpResponse:
    """The words of a talk that both wanted kept."""
    keyring = request.keyring
    row = Talk.objects.readable(keyring).filter(id=talk, over=True).first()
    if row is None:
        return gone(request)
    couple = couple_of(keyring)
    # In a space that has ended the words stay to be read, without the other's name.
    named = couple is not None and couple.circle == row.circle_id
    names = names_in(keyring, row.circle_id) if named else {}
    said = [
        (names.get(one.by) or _("The other"), one.by == keyring.person_id, one)
        for one in spoken(keyring, row.circle_id, row.id)
    ]
    context = {"talk": row.id, "state": read(keyring, row), "said": said, "area": AREA}
    return render(request, "dialogue/kept.html", context)


@for_person
@require_POST
def unkeep(request: PersonRequest, talk: UUID) -> HttpResponse:
    ending.unkeep(request.keyring, talk)
    return to_list()


@for_person
@require_safe
def validation(request: PersonRequest) -> HttpResponse:
    return render(request, "dialogue/validation.html", {"area": AREA})


@for_person
@require_safe
def owning(request: PersonRequest) -> HttpResponse:
    return render(request, "dialogue/owning.html", {"area": AREA})
