"""The door of agreements: what is in force between two people."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.together.agreements.shelf import leaves, today_of_both

__all__ = ["InForce", "in_force"]


@dataclass(frozen=True)
class InForce:
    """since: aware. review_on, until: days, where the two chose any; it holds on `until` still."""

    id: UUID
    title: str
    since: datetime
    review_on: date | None
    until: date | None
    url: str


def in_force(keyring: Keyring) -> list[InForce]:
    """The same for both, also while the space rests; the oldest first. Empty for one alone. Raises Locked."""
    couple = couple_of(keyring)
    if couple is None:
        return []
    today = today_of_both(keyring, couple, timezone.now())
    found = [
        InForce(
            id=leaf.id,
            title=standing.title,
            since=standing.since,
            review_on=standing.review_on,
            until=standing.until,
            url=reverse("agreements:one", args=[leaf.id]),
        )
        for leaf in leaves(keyring, couple, today)
        if leaf.state == "in-force" and (standing := leaf.standing) is not None
    ]
    return sorted(found, key=lambda one: (one.since, one.id))
