"""Who has times: rooms register a source, and this room keeps each person's next moment."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from stepwell.ground.notices.models import Due, MailOn
from stepwell.ground.notices.times import Rule, next_of_all

Source = Callable[[UUID], Sequence[Rule]]
_sources: list[Source] = []

__all__ = ["Rule", "next_moment", "rearm", "register_source", "rules_of"]


def register_source(rules: Source) -> None:
    """Called from an apps.py. The source gets a bare person id: background work holds no key."""
    if rules not in _sources:
        _sources.append(rules)


def rules_of(person_id: UUID) -> list[Rule]:
    return [rule for source in _sources for rule in source(person_id)]


def next_moment(person_id: UUID, after: datetime) -> datetime | None:
    return next_of_all(rules_of(person_id), after)


def rearm(person_id: UUID) -> None:
    """After a change of rules: work out the next moment again. Who wants no mail has none."""
    moment = next_moment(person_id, timezone.now()) if MailOn.objects.filter(pk=person_id).exists() else None
    if moment is None:
        Due.objects.filter(pk=person_id).delete()
        return
    Due.objects.update_or_create(person_id=person_id, defaults={"at": moment, "moment": moment, "tries": 0})
