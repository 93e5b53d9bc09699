"""Signing one version, and taking that signature back."""

from typing import Literal
from uuid import UUID

from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import Keyring
from stepwell.together.agreements import ending, telling
from stepwell.together.agreements.content import HandV1, HeadV1, OfferV1, StandingV1, VersionV1
from stepwell.together.agreements.errors import Moved, NotThere, Stale
from stepwell.together.agreements.holding import (
    By,
    hand,
    held,
    held_open,
    keep,
    one_step,
    open_circle,
    standing_of,
    stepped,
)
from stepwell.together.agreements.models import Agreement
from stepwell.together.agreements.settling import check_dates, newest_of, version
from stepwell.together.agreements.shelf import TO_TAKE_BACK, hand_of, is_over

BOTH = 2
Under = Literal["offer", "standing"]


def sign(keyring: Keyring, couple: Couple | None, agreement: UUID, number: int, *, by: By) -> None:
    """Sign this very version. With the second signature it is in force, once, however close they come.

    Signed twice it is signed once. Raises Agreement.DoesNotExist, NotNow; Moved when another version is
    being settled by now. Nothing is changed then.
    """
    circle = open_circle(couple)
    ending.catch_up(keyring, circle, by=by)
    with one_step():
        row, head = held_open(keyring, circle, agreement, by.today)
        standing = standing_of(head, by.today)
        if standing and standing.number == number and head.offer is None:
            return
        if head.offer is None or head.offer.number != number:
            raise Moved(newest_of(head))
        if hand_of(head.offer.hands, keyring.person_id):
            return
        said = version(keyring, circle, agreement, number)
        check_dates(said.terms, by.today)
        keep(keyring, row, _with_hand(keyring, row, head, head.offer, said, by))


def _with_hand(
    keyring: Keyring, row: Agreement, head: HeadV1, offer: OfferV1, said: VersionV1, by: By
) -> HeadV1:
    terms, me, number = said.terms, keyring.person_id, said.number
    what = telling.whole(terms)
    event = telling.note(keyring, row.circle_id, telling.SIGNED, row.id, number, terms.title, **what)
    hands = (*offer.hands, hand(keyring, by, event))
    head = replace(head, offer=replace(offer, hands=hands))
    head = stepped(head, "signed", by, number, who=me, event=event)
    return _in_force(keyring, row, head, said, hands, by) if len(hands) == BOTH else head


def _in_force(
    keyring: Keyring, row: Agreement, head: HeadV1, said: VersionV1, hands: tuple[HandV1, ...], by: By
) -> HeadV1:
    terms = said.terms
    entries = [{"name": one.name, "entry": one.entry} for one in hands]
    what = telling.whole(terms) | {"signed": entries}
    event = telling.note(keyring, row.circle_id, telling.IN_FORCE, row.id, said.number, terms.title, **what)
    now_stands = StandingV1(
        number=said.number,
        title=terms.title,
        since=event.at,
        hands=hands,
        entry=event.i,
        mark=event.h.hex(),
        review_on=terms.review_on,
        until=terms.until,
    )
    head = replace(
        head, offer=None, before=head.standing, standing=now_stands, still_right=(), title=terms.title
    )
    return stepped(head, "in-force", by, said.number, event=event)


def take_hand_back(
    keyring: Keyring, circle: UUID, agreement: UUID, number: int, under: Under, *, by: By
) -> None:
    """My signature goes from this very version: under an offer at any time, under what is in force within
    24 hours of its beginning.

    What stood before stands again, unless it ran out. The version is an offer again, unless a newer one is.
    Needs nobody's consent and no open space. Raises NotThere when there is none to take back; Stale when it
    stands under something else by now. So a form that is sent twice takes back one signature.
    """
    with one_step():
        row, head = held(keyring, circle, agreement)
        me = keyring.person_id
        if head.ended:
            raise NotThere
        if head.offer and hand_of(head.offer.hands, me):
            _check(head.offer.number, number, under == "offer")
            title = head.title
            left = tuple(one for one in head.offer.hands if one.by != me)
            head = replace(head, offer=replace(head.offer, hands=left))
            stands = None
        else:
            standing = standing_of(head, by.today)
            if standing is None or not hand_of(standing.hands, me) or by.now - standing.since > TO_TAKE_BACK:
                raise NotThere
            _check(standing.number, number, under == "standing")
            title = standing.title
            head = _as_before(keyring, row, head, standing, by)
            stands = head.standing.number if head.standing else None
        more = {"stands": stands} if stands else {}
        event = telling.note(keyring, circle, telling.TAKEN_BACK, agreement, number, title, **more)
        keep(keyring, row, stepped(head, "hand-back", by, number, who=me, event=event))


def _check(present: int, meant: int, alike: bool) -> None:
    if present != meant or not alike:
        raise Stale


def _as_before(keyring: Keyring, row: Agreement, head: HeadV1, standing: StandingV1, by: By) -> HeadV1:
    before = head.before
    if before and is_over(before.until, by.today):
        before = None
    offer = head.offer
    if offer is None:
        said = version(keyring, row.circle_id, row.id, standing.number)
        hands = tuple(one for one in standing.hands if one.by != keyring.person_id)
        offer = OfferV1(number=said.number, by=said.by, name=said.name, at=said.at, hands=hands)
    return replace(head, offer=offer, standing=before, before=None, still_right=())
