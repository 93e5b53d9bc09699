"""What this room holds of a person, how they take it away, and how it goes."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.together.repair import keeping
from stepwell.together.repair.content import HandV1, PartV1, SideV1, StandingV1
from stepwell.together.repair.models import Hand, Own, Side
from stepwell.together.repair.shelf import ended, shown


def export(keyring: Keyring) -> Mapping[str, object]:
    """Everything this person can open here, in words that need no program to be read."""
    couple = couple_of(keyring)
    own, there = keeping.mine(keyring), shown(keyring, couple)
    offer, standing = there.offer, there.standing
    return {
        "what-this-is": {
            "own": _("Your own part, as you keep it for yourself."),
            "put-forward": _("What was put forward for the two and is not in force."),
            "in-force": _("The plan that both signed."),
            "ended": _("Plans that were in force in spaces that have ended."),
        },
        "own": {"kept-on": own.kept_on.isoformat(), **_part(own.part)} if own else None,
        "my-part-as-put-forward": _side(there.my_side) if there.my_side else None,
        "put-forward": {
            "version": offer.number,
            "parts": [_side(side) for side in offer.sides],
            "word": offer.word,
            "how-we-come-back": offer.back,
            "signed-by": [_hand(hand) for hand in offer.hands],
        }
        if offer
        else None,
        "in-force": _standing(standing) if standing else None,
        "ended": [_standing(one) for one in ended(keyring, couple)],
    }


def _part(part: PartV1) -> dict[str, str]:
    return {
        "signs": part.signs,
        "what-helps": part.helps,
        "what-makes-it-worse": part.worse,
        "word": part.word,
        "how-we-come-back": part.back,
    }


def _side(side: SideV1) -> dict[str, str]:
    return {"name": side.name, "put-forward-on": side.put_on.isoformat(), **_part(side.part)}


def _hand(hand: HandV1) -> dict[str, Any]:
    return {"name": hand.name, "at": hand.at.isoformat(), "entry": hand.entry}


def _standing(standing: StandingV1) -> dict[str, Any]:
    return {
        "version": standing.number,
        "since": standing.since.isoformat(),
        "word": standing.word,
        "how-we-come-back": standing.back,
        "parts": [_side(side) for side in standing.sides],
        "signatures": [_hand(hand) for hand in standing.hands],
    }


def erase(keyring: Keyring) -> None:
    """What is this person's alone or was only put forward. What both signed is the other's too."""
    with transaction.atomic():
        for model in (Side, Hand):
            model.objects.readable(keyring).filter(person_id=keyring.person_id).delete()
        Own.objects.within(keyring, keyring.own).delete()


ROOM = Room(
    name="repair",
    holdings=(
        Holding(
            model="repair.Own",
            personal="What a person notices, what helps them and what makes it worse, as they keep it alone.",
            exported="own",
            erased="deleted with the account, and by its writer",
        ),
        Holding(
            model="repair.Side",
            personal="A part that was put forward for the two. In clear: whose it is, and a number.",
            exported="put-forward",
            erased="deleted with the account, when taken back, and on leaving as chosen",
        ),
        Holding(
            model="repair.Hand",
            personal="A signature until both have signed. In clear: whose it is, and a number.",
            exported="put-forward",
            erased="deleted with the account, when taken back, and on leaving the space",
        ),
        Holding(
            model="repair.Plan",
            personal="The plan that both signed, with both names. In clear: how many versions there were.",
            exported="in-force and ended",
            erased="what both signed stays with the other",
        ),
    ),
    export=export,
    erase=erase,
)
