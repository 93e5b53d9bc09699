"""Where the plan is: what was put forward, who has signed, what is in force, what was once."""

from dataclasses import dataclass
from uuid import UUID

from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import Keyring, read, read_many
from stepwell.together.repair.content import HandV1, HeadV1, SideV1, StandingV1
from stepwell.together.repair.models import Hand, Plan, Side

BOTH = 2


@dataclass(frozen=True)
class Offer:
    """What was put forward and is not in force: one part or both. word, back: of the newest that has one."""

    number: int
    sides: tuple[SideV1, ...]
    word: str
    back: str
    hands: tuple[HandV1, ...]

    @property
    def whole(self) -> bool:
        """Both parts are there, so that it can be signed."""
        return len(self.sides) == BOTH

    def signed_by(self, person: UUID) -> bool:
        return any(hand.by == person for hand in self.hands)


@dataclass(frozen=True)
class Shown:
    """offer: None where nothing waits. my_side: as it was put forward, also while the space rests; None where
    it is part of what is in force and of nothing newer. standing: what is in force."""

    offer: Offer | None
    my_side: SideV1 | None
    standing: StandingV1 | None


def shown(keyring: Keyring, couple: Couple | None) -> Shown:
    """Five queries at the most. While the space rests, what the other put forward is not drawn."""
    if couple is None:
        return Shown(None, None, None)
    plan = Plan.objects.one(keyring, couple.circle)
    if plan is None:
        return Shown(None, None, None)
    offer, standing = offer_of(keyring, plan), standing_of(keyring, plan)
    row = Side.objects.one(keyring, couple.circle, person_id=keyring.person_id)
    my_side = read(keyring, row) if row and (offer or not standing) else None
    return Shown(None if couple.paused else offer, my_side, standing)


def standing_of(keyring: Keyring, plan: Plan) -> StandingV1 | None:
    head: HeadV1 = read(keyring, plan)
    standing = head.standing
    return standing if standing and standing.number > plan.over else None


def offer_of(keyring: Keyring, plan: Plan) -> Offer | None:
    """None where the newest that was put forward has been in force."""
    rows = list(Side.objects.within(keyring, plan.circle_id).order_by("number"))
    number = max((row.number for row in rows), default=0)
    head: HeadV1 = read(keyring, plan)
    settled = max(plan.over, head.standing.number if head.standing else 0)
    if number <= settled:
        return None
    sides = tuple(read_many(keyring, rows))
    signed = list(Hand.objects.within(keyring, plan.circle_id).filter(number=number).order_by("id"))
    hands = sorted(read_many(keyring, signed), key=lambda hand: hand.entry)
    word = next((side.part.word for side in reversed(sides) if side.part.word), "")
    back = next((side.part.back for side in reversed(sides) if side.part.back), "")
    return Offer(number, sides, word, back, tuple(hands))


def ended(keyring: Keyring, couple: Couple | None) -> list[StandingV1]:
    """Plans that were in force in spaces that have ended. They stay readable."""
    rows = list(Plan.objects.readable(keyring).order_by("id"))
    here = couple.circle if couple else None
    found = [standing_of(keyring, row) for row in rows if row.circle_id != here]
    return [standing for standing in found if standing]
