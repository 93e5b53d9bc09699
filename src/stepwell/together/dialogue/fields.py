"""The fields of one page of a talk: only those of what this person may do now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from stepwell.ground.people.api import kept_draft
from stepwell.ground.vault.api import Keyring
from stepwell.together.dialogue import timeout
from stepwell.together.dialogue.begun import Begun, begun_in
from stepwell.together.dialogue.content import Step, TalkV1
from stepwell.together.dialogue.forms import BackForm, LeaveForm, ReturnForm, SpeakForm, TryForm, TurnForm
from stepwell.together.dialogue.holding import unsaid
from stepwell.together.dialogue.limits import cut
from stepwell.together.dialogue.limits import draft_of as draft_of
from stepwell.together.dialogue.page_words import TIMES
from stepwell.together.dialogue.scene import Scene

Given = Mapping[str, Any] | None


@dataclass
class Fields:
    """At most one of them, and on the page of a time-out the one for its end. draft: its name.
    begun: on the last page, what was being written when the talk ended."""

    turn: TurnForm | None = None
    rest: bool = False
    leave: LeaveForm | None = None
    back_at: ReturnForm | None = None
    draft: str = ""
    begun: Sequence[Begun] = ()


def fields_of(keyring: Keyring, talk: UUID, state: TalkV1, scene: Scene, zone: tzinfo) -> Fields:
    if scene.writes:
        name = draft_of(talk, scene.writes)
        kept = kept_draft(keyring, name)
        begun = {key: values[0] for key, values in (kept or {}).items() if values and key != "form_id"}
        waiting = unsaid(keyring, talk) if scene.writes == "speak" and state.step == "speak" else ""
        if waiting and not begun:
            two = cut(waiting)
            begun = {"text": two.first, "rest": two.rest}
        form = turn_form(scene.writes, state.step, initial=begun)
        return Fields(turn=form, rest=bool(begun.get("rest")), draft=name)
    if scene.step == "ending":
        name = draft_of(talk, "ending")
        kept = kept_draft(keyring, name) or {}
        begun = {"text": next(iter(kept.get("text", [])), "")}
        leave = LeaveForm(other=scene.other, has_words=scene.has_words, initial=begun)
        return Fields(leave=leave, draft=name, begun=begun_in(keyring, talk, state))
    if scene.names_return or scene.may_take_longer:
        return Fields(back_at=_return_form(state, keyring.person_id, zone))
    return Fields()


def _return_form(state: TalkV1, me: UUID, zone: tzinfo) -> ReturnForm:
    now = timezone.now()
    counted = int(timeout.counted_from(state, me, now).timestamp())
    minutes = timeout.named(state) if timeout.names_return(state, me, now) else timeout.AT_FIRST
    form = ReturnForm(initial={"minutes": str(minutes), "counted": str(counted)})
    form.offer(timeout.choices(state, me, now, map(int, TIMES)), zone)
    return form


def given(sent: Fields | None, fits: Fields) -> Fields:
    """What was sent, where the page as it stands now has such a field; else what fits."""
    if sent is None or not (
        (sent.turn and fits.turn) or (sent.leave and fits.leave) or (sent.back_at and fits.back_at)
    ):
        return fits
    if sent.back_at and fits.back_at:
        # What it offers now, and from when that is counted.
        sent.back_at.renew(fits.back_at)
    return replace(sent, begun=fits.begun)


def turn_form(what: str, step: Step, data: Given = None, **more: Any) -> SpeakForm | BackForm | TryForm:
    if what == "try":
        return TryForm(data, **more)
    if what == "back":
        label, hint = _("What did you hear?"), _("Not whether you agree. Only what it was like for them.")
        return BackForm(data, label=label, hint=hint, **more)
    if step == "again":
        label, hint = _("Once more, in other words"), _("The same thing, perhaps shorter.")
    else:
        label, hint = _("Your turn"), _("One thing, your own side of it, in a few sentences.")
    return SpeakForm(data, label=label, hint=hint, **more)
