"""Where two stand, what is asked, what they agreed on for this time, and the step on or back."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.ground.spaces.api import NotNow, couple_of
from stepwell.together.touch import asking, going_on, session, settling
from stepwell.together.touch.content import FIRST, LAST
from stepwell.together.touch.own import on_this_step, own_of
from stepwell.together.touch.page_words import STEPS, name_of, words_of
from stepwell.together.touch.place import seen
from stepwell.together.touch.views.opened import AREA, id_sent, to_list


@for_person
@require_safe
def listed(request: PersonRequest) -> HttpResponse:
    keyring = request.keyring
    couple = couple_of(keyring)
    settling.visit(keyring, couple)
    own = own_of(keyring)
    context: dict[str, object] = {
        "area": AREA,
        "couple": couple,
        "asks": session.asks(keyring, own, couple),
        "obliged": own.obliged,
        "steps": STEPS,
        "saved": "touch-ask" if request.GET.get("kept") == "ask" else "",
    }
    if couple and not couple.paused:
        place = seen(keyring, couple.circle)
        there = session.agreed(keyring, couple)
        context |= {
            "level": place.level,
            "turn": place.turn,
            "name": name_of(place.level),
            "described": words_of(place.level),
            "plain": place.level < len(STEPS),
            "is_first": place.level == FIRST,
            "is_last": place.level == LAST,
            "wants": on_this_step(own, couple.circle, place).wants,
            "there": there and {"id": there[0], "time": there[1], "name": name_of(there[1].level)},
            "mine": None if there else asking.mine(keyring, couple),
            "theirs": None if there else asking.theirs(keyring, couple),
        }
    return render(request, "touch/list.html", context)


@for_person
@require_POST
def step(request: PersonRequest) -> HttpResponse:
    """A wish to go on, said or taken back; a step back; and what was for one person's eyes is put away."""
    keyring, what = request.keyring, request.POST.get("do")
    couple, turn = couple_of(keyring), id_sent(request, "turn")
    if what == "read":
        going_on.put_away(keyring)
    elif couple and turn:
        try:
            if what == "back":
                going_on.step_back(keyring, couple, turn)
            elif what in {"on", "not-now"}:
                going_on.would_go_on(keyring, couple, turn, so=what == "on")
        except NotNow:
            return to_list()
    return to_list()
