"""What somebody was writing when a talk ended. It was not sent; its writer finds it again, and nobody else.

A browser keeps half-written words under the name of their form: only a form of that name brings them back.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from msgspec.structs import replace

from stepwell.ground.people.api import drop_draft, kept_draft, started_from_draft
from stepwell.ground.vault.api import Keyring
from stepwell.together.dialogue.content import TalkV1
from stepwell.together.dialogue.forms import BegunForm
from stepwell.together.dialogue.holding import leave_unsaid
from stepwell.together.dialogue.limits import Full, draft_of
from stepwell.together.dialogue.scene import writes

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LABELS: dict[str, "StrOrPromise"] = {
    "speak": _("A turn you had begun"),
    "back": _("What you had begun to give back"),
    "try": _("What you had begun to put here for both"),
}


@dataclass(frozen=True)
class Begun:
    """One form of words that were begun. in_hand: it stood open when the talk ended."""

    talk: UUID
    kind: str
    draft: str
    form: BegunForm
    in_hand: bool


def begun_in(keyring: Keyring, talk: UUID, state: TalkV1 | None = None) -> list[Begun]:
    """Of a talk that is ending or over, what was in hand first. state: as far as it is still there."""
    hand = writes(replace(state, step=state.resumes), keyring.person_id) if state else ""
    kinds = ["try"] if state and state.way == "aloud" else list(LABELS)
    return [_begun(keyring, talk, kind, hand) for kind in sorted(kinds, key=lambda kind: kind != hand)]


def _begun(keyring: Keyring, talk: UUID, kind: str, hand: str) -> Begun:
    name = draft_of(talk, kind)
    started = started_from_draft(kept_draft(keyring, name))
    form = BegunForm(initial=started, label=LABELS[kind], auto_id=f"id_{kind}_%s")
    return Begun(talk, kind, name, form, kind == hand or bool(started))


def gather(keyring: Keyring, talk: UUID) -> None:
    """Whoever goes takes along what waits here for them. What their browser keeps stays there."""
    for kind in LABELS:
        fields = started_from_draft(kept_draft(keyring, draft_of(talk, kind)))
        try:
            leave_unsaid(keyring, talk, joined(fields.get("text"), fields.get("rest")))
        except Full:
            continue
        drop_draft(keyring, draft_of(talk, kind))


def joined(*texts: object) -> str:
    return "\n".join(filter(None, (str(text or "").strip() for text in texts)))
