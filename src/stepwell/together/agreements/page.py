"""What the pages of one agreement are drawn from."""

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any
from uuid import UUID

from stepwell.ground.record.api import Head
from stepwell.ground.vault.api import Keyring
from stepwell.together.agreements.content import HandV1, StepV1, TermsV1, VersionV1
from stepwell.together.agreements.page_words import ended_words, step_words
from stepwell.together.agreements.shelf import TO_TAKE_BACK, Leaf, hand_of, versions
from stepwell.together.agreements.wording import Change, change, lines


@dataclass(frozen=True)
class Entry:
    """An entry of the record, as a page names it: its number, its fingerprint, its receipt words."""

    number: int
    fingerprint: str
    words: str


@dataclass(frozen=True)
class Drawn:
    """One version on the page. hands: who signed it. change: against the version it was begun from."""

    said: VersionV1
    lines: list[str]
    hands: tuple[HandV1, ...]
    change: Change | None
    before: list[str]

    @property
    def terms(self) -> TermsV1:
        return self.said.terms


def page_of(keyring: Keyring, leaf: Leaf, now: datetime, partner: str, zone: tzinfo) -> dict[str, Any]:
    known = {said.number: said for said in versions(keyring, leaf)}
    year = now.astimezone(zone).year
    standing = leaf.standing or (leaf.head.standing if leaf.state == "ended" else None)
    offer = leaf.offer
    stands = offered = None
    if standing and standing.number in known:
        review_on = standing.review_on
        stands = _drawn(known, standing.number, standing.hands, year, review_on=review_on)
    if offer and offer.number in known:
        offered = _drawn(known, offer.number, offer.hands, year)
    last = known[max(known)] if known else None
    if leaf.state == "ended" and stands is None and last is not None:
        offered = _drawn(known, last.number, (), year)
    return {
        "leaf": leaf,
        "id": leaf.id,
        "partner": partner or _other_name(leaf),
        "title": _title(leaf, last),
        "names": _names(leaf),
        "stands": stands,
        "standing": standing,
        "offer": offer,
        "offered": offered,
        "entry": _entry(standing.entry, standing.mark) if standing else None,
        "i_signed": bool(offer and hand_of(offer.hands, leaf.me)),
        "i_offer": bool(offer and offer.by == leaf.me),
        "may_take_hand_back": leaf.may_take_hand_back(now),
        "lapsed": _lapsed(leaf),
        "hand_under": _hand_under(leaf),
        "hand_until": standing.since + TO_TAKE_BACK if standing else None,
        "review_due": bool(
            leaf.standing and leaf.standing.review_on and leaf.standing.review_on <= leaf.today
        ),
        "why_ended": _why_ended(leaf),
        "ended_at": leaf.head.ended.at if leaf.head.ended else None,
    }


def history_of(keyring: Keyring, leaf: Leaf, now: datetime) -> dict[str, Any]:
    known = {said.number: said for said in versions(keyring, leaf)}
    steps = [step for step in leaf.head.steps if step.number in known or step.what == "offer-back"]
    drawn = [_drawn(known, number, _hands(leaf, number), now.year) for number in sorted(known, reverse=True)]
    last = known[max(known)] if known else None
    return {
        "id": leaf.id,
        "title": _title(leaf, last),
        "versions": drawn,
        "steps": [_step(step) for step in steps],
    }


def _drawn(
    known: dict[int, VersionV1], number: int, hands: tuple[HandV1, ...], year: int, **days: Any
) -> Drawn:
    said = known[number]
    base = known.get(said.base)
    return Drawn(
        said=said,
        lines=lines(said.terms, year=year, **days),
        hands=hands,
        change=change(said, base, year=year) if base else None,
        before=lines(base.terms, year=year) if base else [],
    )


def _entry(number: int, mark: str) -> Entry:
    short = " ".join(mark[at : at + 4] for at in range(0, 16, 4))
    return Entry(number, short, Head(number, bytes.fromhex(mark)).words)


def _step(step: StepV1) -> dict[str, Any]:
    return {"at": step.at, "words": step_words(step.what, step.number, step.name), "entry": step.entry}


def _hands(leaf: Leaf, number: int) -> tuple[HandV1, ...]:
    """Those that stand under this version now."""
    for one in (leaf.head.offer, leaf.head.standing, leaf.head.before):
        if one and one.number == number:
            return one.hands
    return ()


def _title(leaf: Leaf, last: VersionV1 | None) -> str:
    if leaf.rests:
        return leaf.standing.title if leaf.standing else (last.terms.title if last else "")
    return leaf.head.title


def _names(leaf: Leaf) -> list[str]:
    """The two, by the names under which they signed or offered it."""
    told: dict[UUID, str] = {step.by: step.name for step in leaf.head.steps if step.by}
    return sorted(told.values())


def _other_name(leaf: Leaf) -> str:
    return next((step.name for step in leaf.head.steps if step.by not in {None, leaf.me}), "")


def _hand_under(leaf: Leaf) -> tuple[str, int] | None:
    """Under what the signature stands that can be taken back: a word for the form, and the version."""
    offer, standing = leaf.head.offer, leaf.standing
    if offer and hand_of(offer.hands, leaf.me):
        return "offer", offer.number
    return ("standing", standing.number) if standing and hand_of(standing.hands, leaf.me) else None


def _lapsed(leaf: Leaf) -> int:
    """The version under which I had signed last, where that signature went without me; else 0."""
    mine = [step for step in leaf.head.steps if step.by == leaf.me and step.what in {"signed", "hand-back"}]
    if not mine or mine[-1].what != "signed" or leaf.rests or leaf.why_ended not in {None, "offer"}:
        return 0
    number, offer, standing = mine[-1].number, leaf.head.offer, leaf.head.standing
    held = bool(offer and hand_of(offer.hands, leaf.me)) or bool(standing and standing.number >= number)
    return 0 if held else number


def _why_ended(leaf: Leaf) -> str:
    why = leaf.why_ended
    return ended_words(why, leaf.head.ended.name if leaf.head.ended else "") if why else ""
