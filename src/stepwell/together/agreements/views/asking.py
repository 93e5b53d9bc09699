"""What every view of this room begins with: who asks, on which day, for which agreement."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from stepwell.ground.people.api import PersonRequest
from stepwell.ground.spaces.api import Couple, couple_of
from stepwell.together.agreements.holding import By
from stepwell.together.agreements.models import Agreement
from stepwell.together.agreements.shelf import Leaf, leaf, today_of_both

AREA = "together"
UNPROCESSABLE = 422
CONFLICT = 409
KEPT = re.compile(r"agreement(-[\w-]{1,60})?")


@dataclass(frozen=True)
class Asked:
    """couple: the open space, also while it rests. other: who it is with, None for one alone."""

    couple: Couple | None
    now: datetime
    today: date
    by: By

    @property
    def other(self) -> tuple[UUID, str] | None:
        return (self.couple.partner_id, self.couple.partner_name) if self.couple else None

    @property
    def partner(self) -> str:
        return self.couple.partner_name if self.couple else ""

    @property
    def open(self) -> bool:
        """Something new may be said to the other."""
        return self.couple is not None and not self.couple.paused


def asked_by(request: PersonRequest) -> Asked:
    couple, now = couple_of(request.keyring), timezone.now()
    today = today_of_both(request.keyring, couple, now)
    return Asked(couple, now, today, By(name=request.person.name, now=now, today=today))


def found(request: PersonRequest, asked: Asked, agreement: UUID) -> Leaf:
    """Not yours and not there are one answer."""
    try:
        return leaf(request.keyring, asked.couple, agreement, asked.today)
    except Agreement.DoesNotExist:
        raise Http404 from None


def saved(request: PersonRequest) -> str:
    """Which half-written form of this browser has been kept, as the address after it says."""
    name = request.GET.get("kept", "")
    return name if KEPT.fullmatch(name) else ""
