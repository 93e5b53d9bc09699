"""Saying that something moved: counted in the transaction that moved it, told after its commit."""

from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models import F

from stepwell.ground.live.bus import bus
from stepwell.ground.live.models import Moves


def announce(circle: UUID) -> int:
    """Something moved in this circle. Call it inside the transaction that moves it, once.

    Whoever has a live page of the circle open hears of it after the commit, and of nothing that rolled back.
    """
    Moves.objects.get_or_create(circle_id=circle)
    Moves.objects.filter(circle_id=circle).update(seq=F("seq") + 1)
    seq = moved(circle)
    bus().within(circle, seq)
    transaction.on_commit(partial(bus().after, circle, seq))
    return seq


def moved(circle: UUID) -> int:
    """How often something moved there so far."""
    return Moves.objects.filter(circle_id=circle).values_list("seq", flat=True).first() or 0


def moved_of(circles: list[UUID]) -> dict[UUID, int]:
    return dict(Moves.objects.filter(circle_id__in=circles).values_list("circle_id", "seq"))
