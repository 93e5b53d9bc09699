"""The page of a talk: one thing on it at a time, drawn from the state that stands now."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from stepwell.ground.live.api import moved
from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import Keyring
from stepwell.together.dialogue import ending, frame, gate, presence
from stepwell.together.dialogue.content import TalkV1
from stepwell.together.dialogue.fields import Fields, fields_of, given
from stepwell.together.dialogue.holding import found, left_unsaid, open_couple, spoken
from stepwell.together.dialogue.limits import Gone
from stepwell.together.dialogue.page_words import CARDS
from stepwell.together.dialogue.scene import Scene, scene_of
from stepwell.together.dialogue.scene_words import told
from stepwell.together.dialogue.views.opened import AREA, gone, to_list

KEPT = frozenset({"speak", "back", "try", "ending"})


# Said by an open page of a talk that exchanges its own parts: it needs no frame, and no second question.
IN_PLACE = "X-In-Place"


@for_person
@require_safe
def room(request: PersonRequest, talk: UUID) -> HttpResponse:
    return standing(request, talk)


def onward(request: PersonRequest, talk: UUID, kept: str = "") -> HttpResponse:
    """What an act that was taken is answered with. kept: whose half-written words are not needed any more."""
    if IN_PLACE in request.headers:
        return standing(request, talk, kept)
    return see_other(reverse("dialogue:room", args=[talk]) + (f"?kept={kept}" if kept else ""))


def standing(request: PersonRequest, talk: UUID, kept: str = "") -> HttpResponse:
    """The talk as it stands now."""
    keyring = request.keyring
    try:
        couple = open_couple(keyring)
        state = found(keyring, couple, talk)
        if ending.waited(state):
            ending.lapse(keyring, couple)
            raise Gone
    except Gone:
        return gone(request)
    if frame.has_left(state, keyring.person_id):
        return to_list()
    return page(request, couple, talk, state, kept=kept)


def page(
    request: PersonRequest,
    couple: Couple,
    talk: UUID,
    state: TalkV1,
    *,
    fields: Fields | None = None,
    said: object = "",
    typed: str = "",
    kept: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """said: a sentence above everything else. typed: words that have no field on the page as it stands."""
    keyring = request.keyring
    # Asked before the words are read: a page may be newer than its number, never older.
    seq = moved(couple.circle)
    presence.note(talk, keyring.person_id)
    scene = scene_of(keyring, couple, talk, state, spoken(keyring, couple.circle, talk))
    context: dict[str, Any] = {
        "talk": talk,
        "here": reverse("dialogue:room", args=[talk]),
        "press": reverse("dialogue:press", args=[talk]),
        "couple": couple,
        "scene": scene,
        "told": told(scene),
        "left": left_unsaid(keyring, None) if scene.step == "ending" else "",
        "fields": given(fields, fields_of(keyring, talk, state, scene, request.person.zone)),
        "said": said,
        "typed": typed,
        "cards": CARDS.items(),
        "returned": "" if status == HTTPStatus.OK else "yes",
        "seq": seq,
        "saved": _saved(talk, kept or request.GET.get("kept", "")),
        "too_much": _too_much(keyring, scene),
        "whole": "live/bare.html" if IN_PLACE in request.headers else "ui/page.html",
        "no_nav": True,
        "area": AREA,
    }
    return render(request, "dialogue/room.html", context, status=status)


def _saved(talk: UUID, kept: str) -> str:
    return f"talk-{talk}-{kept}" if kept in KEPT else ""


def _too_much(keyring: Keyring, scene: Scene) -> bool:
    """For this person's own page alone."""
    return scene.may_stop and gate.too_much(keyring)
