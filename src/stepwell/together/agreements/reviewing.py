"""Looking at an agreement again. One word of it is nobody else's to see before there are two."""

from datetime import date, timedelta
from uuid import UUID

from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple, NotNow
from stepwell.ground.vault.api import Keyring
from stepwell.together.agreements import ending, telling
from stepwell.together.agreements.content import HeadV1, StandingV1, StillRightV1
from stepwell.together.agreements.errors import Moved, NotThere, Stale
from stepwell.together.agreements.holding import (
    By,
    held,
    held_open,
    keep,
    one_step,
    open_circle,
    standing_of,
    stepped,
)
from stepwell.together.agreements.models import Agreement
from stepwell.together.agreements.settling import newest_of
from stepwell.together.agreements.signing import BOTH

# Weeks to the next look; 0 is none.
WEEKS = (4, 12, 26, 0)


def still_right(
    keyring: Keyring,
    couple: Couple | None,
    agreement: UUID,
    number: int,
    weeks: int,
    *,
    turn: int | None,
    by: By,
) -> bool:
    """For me this version is still right, and we look again after so many weeks. When both have said so it is
    renewed, with the sooner of the two dates, and True is given. turn: which review it is a word of.

    Raises what `sign` raises; Stale where another review has begun since.
    """
    circle = open_circle(couple)
    ending.catch_up(keyring, circle, by=by)
    with one_step():
        row, head = held_open(keyring, circle, agreement, by.today)
        standing = standing_of(head, by.today)
        if standing is None:
            raise NotNow("ended")
        if standing.number != number:
            raise Moved(newest_of(head))
        if turn != turn_of(head):
            raise Stale
        others = tuple(one for one in head.still_right if one.by != keyring.person_id)
        words = (*others, StillRightV1(by=keyring.person_id, weeks=weeks))
        renewed = len(words) == BOTH
        if renewed:
            head = _renewed(keyring, row, replace(head, still_right=words), standing, by)
        else:
            head = replace(head, still_right=words)
        keep(keyring, row, head)
    return renewed


def turn_of(head: HeadV1) -> int:
    """Which review this is: how many there were."""
    return sum(step.what == "reviewed" for step in head.steps)


def take_word_back(keyring: Keyring, circle: UUID, agreement: UUID) -> None:
    """As if I had not said it. Raises NotThere when I had not, or when both had and it was renewed."""
    with one_step():
        row, head = held(keyring, circle, agreement)
        others = tuple(one for one in head.still_right if one.by != keyring.person_id)
        if len(others) == len(head.still_right):
            raise NotThere
        keep(keyring, row, replace(head, still_right=others))


def said(head: HeadV1, person_id: UUID) -> StillRightV1 | None:
    return next((one for one in head.still_right if one.by == person_id), None)


def _renewed(keyring: Keyring, row: Agreement, head: HeadV1, standing: StandingV1, by: By) -> HeadV1:
    review_on = _next(head.still_right, standing.until, by.today)
    more = {"look_again": review_on.isoformat()} if review_on else {}
    event = telling.note(
        keyring, row.circle_id, telling.REVIEWED, row.id, standing.number, standing.title, **more
    )
    head = replace(head, standing=replace(standing, review_on=review_on), still_right=())
    return stepped(head, "reviewed", by, standing.number, event=event)


def _next(words: tuple[StillRightV1, ...], until: date | None, today: date) -> date | None:
    weeks = min((one.weeks for one in words if one.weeks), default=0)
    found = today + timedelta(weeks=weeks) if weeks else None
    return None if found and until and found > until else found
