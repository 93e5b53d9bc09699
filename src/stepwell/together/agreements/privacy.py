"""What this room holds of a person, how they take it away, and how it goes."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.together.agreements import drafting, noting
from stepwell.together.agreements.content import HandV1, TermsV1
from stepwell.together.agreements.kinds import KINDS
from stepwell.together.agreements.leaving import somebody_leaves
from stepwell.together.agreements.models import Draft, Pressure, Sight, Withdrawal
from stepwell.together.agreements.page_words import ended_words, step_words
from stepwell.together.agreements.shelf import Leaf, leaves, today_of_both, versions


def export(keyring: Keyring) -> Mapping[str, object]:
    """Everything this person can open here. What is another's alone leaves no trace in it."""
    couple = couple_of(keyring)
    today = today_of_both(keyring, couple, timezone.now())
    every = [leaf for leaf in leaves(keyring, couple, today) if not leaf.is_hidden]
    return {
        "what-this-is": {
            "agreements": _("What you two offered one another, and what became of it, with every version."),
            "drafts": _("What you wrote and have not shown. Only you could read it."),
            "notes": _("What you wrote to yourself about a signature. Only you could read it."),
        },
        "agreements": [_agreement(keyring, leaf) for leaf in every],
        "drafts": [
            {"kept": kept.kept_at.isoformat(), "of": str(kept.of or ""), **_terms(kept.terms)}
            for _id, kept in drafting.all_mine(keyring)
        ],
        "notes": [
            {"of": str(said.of), "version": said.version, "at": said.at.isoformat(), "words": said.words}
            for _id, said in noting.all_notes(keyring)
        ],
        "out-of-sight": [
            {"of": str(agreement), "version": number}
            for agreement, number in sorted(noting.out_of_sight(keyring), key=str)
        ],
    }


def _agreement(keyring: Keyring, leaf: Leaf) -> dict[str, Any]:
    known = versions(keyring, leaf)
    numbers = {said.number for said in known}
    ended = leaf.why_ended
    by = leaf.head.ended.name if leaf.head.ended else ""
    standing = leaf.standing
    return {
        "id": str(leaf.id),
        "state": leaf.state,
        "ended": ended_words(ended, by) if ended else "",
        "in-force": standing.number if standing else None,
        "look-again-on": str(standing.review_on or "") if standing else "",
        "signatures": [_hand(hand) for hand in leaf.head.standing.hands] if leaf.head.standing else [],
        "signed-so-far": [_hand(hand) for hand in leaf.offer.hands] if leaf.offer else [],
        "versions": [
            {"version": one.number, "by": one.name, "at": one.at.isoformat(), **_terms(one.terms)}
            for one in known
        ],
        "steps": list(_steps(leaf, numbers)),
    }


def _steps(leaf: Leaf, numbers: set[int]) -> Iterator[dict[str, Any]]:
    for step in leaf.head.steps:
        if step.number in numbers:
            words = step_words(step.what, step.number, step.name)
            yield {"at": step.at.isoformat(), "what": words, "entry": step.entry or None}


def _hand(hand: HandV1) -> dict[str, Any]:
    return {"name": hand.name, "at": hand.at.isoformat(), "entry": hand.entry, "fingerprint": hand.mark}


def _terms(terms: TermsV1) -> dict[str, Any]:
    kind = KINDS.get(terms.kind)
    return {
        "kind": str(kind.label) if kind else terms.kind,
        "title": terms.title,
        "clauses": list(terms.clauses),
        "wanted": [{"name": one.name, "words": one.words} for one in terms.wanted],
        "look-again": str(terms.review_on or ""),
        "until": str(terms.until or ""),
    }


def erase(keyring: Keyring) -> None:
    """What is this person's alone, and offers that nobody answered. What both signed is the other's too."""
    with transaction.atomic():
        for circle in sorted(keyring.circles - {keyring.own}):
            somebody_leaves(keyring, circle, take_back=True)
        Draft.objects.within(keyring, keyring.own).delete()
        Pressure.objects.within(keyring, keyring.own).delete()
        Sight.objects.within(keyring, keyring.own).delete()
        Withdrawal.objects.filter(circle_id__in=sorted(keyring.circles), person_id=keyring.person_id).delete()


ROOM = Room(
    name="agreements",
    holdings=(
        Holding(
            model="agreements.Draft",
            personal="A wording its writer has not shown. In clear: the day it was begun.",
            exported="drafts",
            erased="deleted with the account, when shown, and one by one by its writer",
        ),
        Holding(
            model="agreements.Agreement",
            personal="Where an agreement of two is: who offered, signed, took back or withdrew, and when.",
            exported="agreements",
            erased="what both signed stays with the other; with the account go offers that nobody answered",
        ),
        Holding(
            model="agreements.Version",
            personal="The words of each version. In clear: its number and the day.",
            exported="agreements",
            erased="as the agreement it belongs to; an offer taken back before anybody signed goes at once",
        ),
        Holding(
            model="agreements.Withdrawal",
            personal="Who took back a yes while nothing could be sealed for the two. In clear for that.",
            exported="agreements, as ended",
            erased="deleted with the account, and when the same has been sealed",
        ),
        Holding(
            model="agreements.Pressure",
            personal="What a person wrote to themselves about a signature. In clear: the day.",
            exported="notes",
            erased="deleted with the account, and one by one by its writer",
        ),
        Holding(
            model="agreements.Sight",
            personal="Which offers a person put out of their sight.",
            exported="out-of-sight",
            erased="deleted with the account",
        ),
    ),
    export=export,
    erase=erase,
)
