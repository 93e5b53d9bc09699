"""Words that are sent in a talk. A form that comes late or twice changes nothing and loses no word."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from stepwell.ground.people.api import PersonRequest, drop_draft, for_person
from stepwell.ground.spaces.api import NotNow
from stepwell.together.dialogue import talking
from stepwell.together.dialogue.content import Step
from stepwell.together.dialogue.fields import Fields, draft_of, turn_form
from stepwell.together.dialogue.forms import SpeakForm, TurnForm, id_sent
from stepwell.together.dialogue.holding import found, open_couple
from stepwell.together.dialogue.limits import MOST_WORDS, Full, Gone, Moved, Twice, cut
from stepwell.together.dialogue.page_words import FULL, MOVED, RESTS
from stepwell.together.dialogue.scene import writes
from stepwell.together.dialogue.views.acting import act, as_it_stands, moment_of
from stepwell.together.dialogue.views.opened import (
    CONFLICT,
    UNPROCESSABLE,
    gone,
)
from stepwell.together.dialogue.views.room import onward
from stepwell.together.dialogue.views.words import late


@for_person
@require_POST
def say(request: PersonRequest, talk: UUID) -> HttpResponse:
    """A turn, what was given back, or what somebody would try."""
    try:
        couple = open_couple(request.keyring)
        state = found(request.keyring, couple, talk)
    except Gone:
        return gone(request)
    what = str(request.POST.get("kind", ""))
    if what not in {"speak", "back", "try"}:
        return as_it_stands(request, talk, MOVED, CONFLICT)
    if state.way == "aloud" and what != "try":
        return act(request, talk, lambda: _send(request, talk, what, id_sent(request.POST)))
    if what != writes(state, request.keyring.person_id):
        return late(request, talk, what)
    form = turn_form(what, state.step, request.POST)
    if form.is_valid():
        return _sent(request, talk, what, form, state.step)
    return _refused(request, talk, what, form, state.step)


def _sent(request: PersonRequest, talk: UUID, what: str, form: TurnForm, step: Step) -> HttpResponse:
    given = form.cleaned_data
    try:
        _send(request, talk, what, given["form_id"], given["text"], given.get("rest", ""))
    except Twice:
        pass
    except Gone:
        return gone(request)
    except Moved:
        return late(request, talk, what)
    except (Full, NotNow) as why:
        form.add_error(None, FULL if isinstance(why, Full) else RESTS)
        return _refused(request, talk, what, form, step)
    drop_draft(request.keyring, draft_of(talk, what))
    return onward(request, talk, kept=what)


def _send(
    request: PersonRequest, talk: UUID, what: str, form_id: UUID, text: str = "", rest: str = ""
) -> None:
    keyring, moment = request.keyring, moment_of(request)
    if what == "speak":
        talking.say(keyring, talk, moment, form_id=form_id, text=text, rest=rest)
    elif what == "back":
        talking.give_back(keyring, talk, moment, form_id=form_id, text=text)
    else:
        talking.would_try(keyring, talk, form_id=form_id, text=text)


def _refused(request: PersonRequest, talk: UUID, what: str, form: TurnForm, step: Step) -> HttpResponse:
    """What is too long for one turn comes back laid out in two parts; nothing of it is lost."""
    fields = Fields(turn=form, draft=draft_of(talk, what))
    fields.rest = isinstance(form, SpeakForm) and bool(form["rest"].value())
    if isinstance(form, SpeakForm) and form.is_too_long():
        two = cut(str(form["text"].value() or ""), MOST_WORDS)
        data = request.POST.copy()
        data["text"], data["rest"] = two.first, "\n".join(filter(None, [two.rest, data.get("rest", "")]))
        laid_out = turn_form(what, step, data)
        laid_out.full_clean()
        laid_out.add_error("text", form.errors["text"][0])
        fields.turn, fields.rest = laid_out, True
    return as_it_stands(request, talk, "", UNPROCESSABLE, fields=fields)
