"""Words that came with something else than their own button, or too late: kept for their writer, or shown."""

from uuid import UUID

from django.http import HttpResponse

from stepwell.ground.people.api import PersonRequest, keep_begun
from stepwell.ground.vault.api import Keyring
from stepwell.together.dialogue import frame
from stepwell.together.dialogue.fields import Fields, draft_of, turn_form
from stepwell.together.dialogue.forms import id_sent
from stepwell.together.dialogue.holding import found, open_couple
from stepwell.together.dialogue.limits import Gone
from stepwell.together.dialogue.models import Turn
from stepwell.together.dialogue.page_words import MOVED, MOVED_WITH_WORDS
from stepwell.together.dialogue.scene import writes
from stepwell.together.dialogue.views.opened import CONFLICT, gone
from stepwell.together.dialogue.views.room import onward, page

TURN = ("text", "rest")
KINDS = frozenset({"speak", "back", "try"})


def in_hand(request: PersonRequest) -> str:
    """What stood in the field of a turn."""
    return "\n".join(filter(None, (str(request.POST.get(name, "")).strip() for name in TURN)))


def wait(request: PersonRequest, talk: UUID) -> bool:
    """Of a talk that is theirs: they come back with its form. False where they are more than can wait."""
    couple = open_couple(request.keyring)
    if not in_hand(request) or _was_taken(request.keyring, couple.circle, request):
        return True
    what = str(request.POST.get("kind", ""))
    fields = {name: [str(request.POST[name])] for name in TURN if name in request.POST}
    return what in KINDS and keep_begun(request.keyring, draft_of(talk, what), fields)


def late(request: PersonRequest, talk: UUID, what: str) -> HttpResponse:
    """The talk stands elsewhere by now. Where this page has a field for the words they stand in it again."""
    keyring = request.keyring
    try:
        couple = open_couple(keyring)
        state = found(keyring, couple, talk)
    except Gone:
        return gone(request)
    if _was_taken(keyring, couple.circle, request):
        return onward(request, talk, kept=what)
    if frame.has_left(state, keyring.person_id):
        return gone(request)
    words = in_hand(request)
    if writes(state, keyring.person_id) == what and words:
        form = turn_form(
            what, state.step, initial={"text": request.POST.get("text"), "rest": request.POST.get("rest")}
        )
        fields = Fields(turn=form, rest=bool(request.POST.get("rest")), draft=draft_of(talk, what))
        return page(request, couple, talk, state, fields=fields, said=MOVED_WITH_WORDS, status=CONFLICT)
    said = MOVED_WITH_WORDS if words else MOVED
    return page(request, couple, talk, state, said=said, typed=words, status=CONFLICT)


def _was_taken(keyring: Keyring, circle: UUID, request: PersonRequest) -> bool:
    form_id = id_sent(request.POST)
    return Turn.objects.within(keyring, circle).filter(form_id=form_id).exists()
