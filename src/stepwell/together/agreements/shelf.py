"""Finding agreements and saying where each of them is. Nothing here writes: a look leaves no trace."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Literal
from uuid import UUID

from stepwell.ground.people.api import today_of
from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import Keyring, SealedRow, read, read_many
from stepwell.together.agreements.content import HandV1, HeadV1, OfferV1, StandingV1, VersionV1
from stepwell.together.agreements.content import Why as WhyEnded
from stepwell.together.agreements.models import Agreement, Version, Withdrawal

State = Literal["in-force", "settling", "ended"]
TO_TAKE_BACK = timedelta(hours=24)


@dataclass(frozen=True)
class Leaf:
    """One agreement as one of the two sees it on this day.

    open: the space it belongs to is. rests: that space rests. withdrawn: a yes to it was taken back while
    nothing could be sealed.
    """

    id: UUID
    circle: UUID
    head: HeadV1
    me: UUID
    today: date
    open: bool = True
    rests: bool = False
    withdrawn: bool = False

    @cached_property
    def state(self) -> State:
        if self.why_ended:
            return "ended"
        return "in-force" if self.standing else "settling"

    @cached_property
    def why_ended(self) -> WhyEnded | None:
        if self.head.ended:
            return self.head.ended.why
        if self.withdrawn:
            return "withdrawn"
        if not self.open:
            return "space"
        return "expired" if self.head.offer is None and self.standing is None else None

    @property
    def standing(self) -> StandingV1 | None:
        """What is in force by its dates; None where it ran out."""
        standing = self.head.standing
        return standing if standing and not is_over(standing.until, self.today) else None

    @property
    def offer(self) -> OfferV1 | None:
        """What is being settled. While the space rests, nothing that the other offered is drawn."""
        offer = self.head.offer
        if offer is None or self.state == "ended" or (self.rests and offer.by != self.me):
            return None
        return offer

    @property
    def is_hidden(self) -> bool:
        """While the space rests: nothing here was signed by both, and nothing is one's own offer."""
        return self.rests and self.state == "settling" and self.offer is None

    def may_take_hand_back(self, now: datetime) -> bool:
        if self.state == "ended" or self.head.ended:
            return False
        if self.head.offer and hand_of(self.head.offer.hands, self.me):
            return True
        standing = self.standing
        return bool(standing and hand_of(standing.hands, self.me) and now - standing.since <= TO_TAKE_BACK)


def is_over(until: date | None, today: date) -> bool:
    return until is not None and until < today


def hand_of(hands: Iterable[HandV1], person_id: UUID) -> HandV1 | None:
    return next((hand for hand in hands if hand.by == person_id), None)


def today_of_both(keyring: Keyring, couple: Couple | None, now: datetime) -> date:
    """The day it is for whichever of the two it is earlier: nothing runs out before it did for both."""
    people = [keyring.person_id, *([couple.partner_id] if couple else [])]
    return today_of(*people, now=now)


def leaves(keyring: Keyring, couple: Couple | None, today: date) -> list[Leaf]:
    """Every agreement that this person can read, whatever became of it. Three queries, opened in bulk."""
    rows = list(Agreement.objects.readable(keyring).order_by("id"))
    gone = _withdrawn(keyring) if rows else set()
    return [
        _leaf(keyring, couple, today, row, head, gone)
        for row, head in zip(rows, read_many(keyring, rows), strict=True)
    ]


def leaf(keyring: Keyring, couple: Couple | None, agreement: UUID, today: date) -> Leaf:
    """Raises Agreement.DoesNotExist for another's as for none."""
    row = Agreement.objects.readable(keyring).get(id=agreement)
    return _leaf(keyring, couple, today, row, read(keyring, row), _withdrawn(keyring))


def versions(keyring: Keyring, leaf: Leaf) -> list[VersionV1]:
    """Every version of it, the first one first. While the space rests, without what the other offers."""
    rows = Version.objects.within(keyring, leaf.circle).filter(agreement_id=leaf.id).order_by("number")
    found = [version for version in read_many(keyring, rows) if isinstance(version, VersionV1)]
    if not leaf.rests:
        return found
    hidden = leaf.head.offer.number if leaf.head.offer and leaf.head.offer.by != leaf.me else 0
    return [version for version in found if version.number != hidden]


def _withdrawn(keyring: Keyring) -> set[UUID]:
    found = Withdrawal.objects.filter(circle_id__in=sorted(keyring.circles))
    return set(found.values_list("agreement_id", flat=True))


def _leaf(
    keyring: Keyring, couple: Couple | None, today: date, row: SealedRow, head: HeadV1, gone: set[UUID]
) -> Leaf:
    here = couple is not None and couple.circle == row.circle_id
    return Leaf(
        id=row.id,
        circle=row.circle_id,
        head=head,
        me=keyring.person_id,
        today=today,
        open=here,
        rests=here and couple is not None and couple.paused,
        withdrawn=row.id in gone,
    )
