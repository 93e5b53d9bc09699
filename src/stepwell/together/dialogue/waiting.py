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
    """gone: this person has ended it. until: of a time-out; passed: whether that time has.
    missed: for the eyes of who called it alone."""

    id: UUID
    topic: str
    step: Step
    gone: bool
    until: datetime | None
    passed: bool
    missed: bool


def waiting(keyring: Keyring, talk: UUID, state: TalkV1) -> Waiting:
    me, now = keyring.person_id, timezone.now()
    return Waiting(
        id=talk,
        topic=state.topic,
        step=state.step,
        gone=frame.has_left(state, me),
        until=state.out.until if state.out else None,
        passed=timeout.passed(state, now),
        missed=timeout.missed(state, me, now),
    )


def goes_on(talk: Waiting | None) -> UUID | None:
    """The talk whose own page shows what waits there for a next turn."""
    return talk.id if talk and talk.step != "ending" else None
