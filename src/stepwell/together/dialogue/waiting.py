"""The open talk as the list of one of the two draws it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from stepwell.ground.vault.api import Keyring
from stepwell.together.dialogue import frame, timeout
from stepwell.together.dialogue.content import Step, TalkV1


@dataclass(frozen=True)
class Waiting:
    """gone: this person has ended it. until: of a time-out. missed: for the eyes of who called it alone."""

    id: UUID
    topic: str
    step: Step
    gone: bool
    until: datetime | None
    missed: bool


def waiting(keyring: Keyring, talk: UUID, state: TalkV1) -> Waiting:
    me = keyring.person_id
    return Waiting(
        id=talk,
        topic=state.topic,
        step=state.step,
        gone=frame.has_left(state, me),
        until=state.out.until if state.out else None,
        missed=timeout.missed(state, me, timezone.now()),
    )
