"""What this room holds of a person, how they take it away, and how it goes."""

from collections.abc import Mapping
from typing import Any

import msgspec
from django.db import transaction

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.vault.api import Keyring
from stepwell.own.safety.content import LABEL, AnswersV1
from stepwell.own.safety.leaf import leaf_of
from stepwell.own.safety.models import Leaf
from stepwell.own.safety.questions import ATTRIBUTION, LOINC, asked
from stepwell.own.safety.standing import hark_score


def export(keyring: Keyring) -> Mapping[str, object]:
    """For its owner alone. It carries the label, so that whoever handles the file knows what it is."""
    leaf = leaf_of(keyring)
    plan = msgspec.to_builtins(leaf.plan)
    return {
        "label": LABEL,
        "answers": _answers(leaf.answers) if leaf.answers else None,
        "opened-knowingly": {joint: day.isoformat() for joint, day in leaf.lifted.items()},
        "kept-back": list(leaf.held),
        "country": leaf.country,
        "plan": {name: words for name, words in plan.items() if name != "revision"},
    }


def _answers(answers: AnswersV1) -> dict[str, Any]:
    texts = asked(apart=answers.apart)
    return {
        "label": LABEL,
        "day": answers.day.isoformat(),
        "said": [
            {"question": str(text), "loinc": LOINC.get(key), "yes": answers.said.get(key)}
            for key, text in texts.items()
        ],
        "hark": {"score": hark_score(answers), "loinc": LOINC["panel"], "source": ATTRIBUTION},
    }


def erase(keyring: Keyring) -> None:
    with transaction.atomic():
        Leaf.objects.within(keyring, keyring.own).delete()


ROOM = Room(
    name="safety",
    holdings=(
        Holding(
            model="safety.Leaf",
            personal=(
                "Private answers about safety, what they kept back or opened, a safety plan, a country. "
                "Everybody has one row of the same size. In clear: the day it was last turned."
            ),
            exported="safety, to its owner alone",
            erased="deleted with the account",
        ),
    ),
    export=export,
    erase=erase,
)
