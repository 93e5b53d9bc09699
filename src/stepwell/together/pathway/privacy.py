"""What this room holds about a person: what may be taken out, and how it goes."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import transaction

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring, read, read_each, seats
from stepwell.together.pathway import ready
from stepwell.together.pathway.landings import landing
from stepwell.together.pathway.models import Answers, Place
from stepwell.together.pathway.place import choice_of, standing


def export(keyring: Keyring) -> Mapping[str, object]:
    """Where this person stands, where two stood, what they answered to themselves; of the other nothing."""
    chosen = choice_of(keyring)
    ours = standing(keyring).ours
    return {
        "my-landing": _name(chosen) if chosen else None,
        "our-landings": [_name(read(keyring, row).landing) for row in _of_two(keyring)],
        # Their own word, as their own page draws it.
        "i-am-ready-for-the-next": bool(ours and ours.said),
        "answers-to-myself": list(_answers(keyring)),
    }


def _name(number: int) -> str:
    return str(landing(number).name)


def _of_two(keyring: Keyring) -> list[Place]:
    shared = sorted(keyring.circles - {keyring.own})
    rows = [Place.objects.one(keyring, circle) for circle in shared]
    return [row for row in rows if row is not None]


def _answers(keyring: Keyring) -> Iterator[dict[str, Any]]:
    for _row, kept in read_each(keyring, Answers.objects.within(keyring, keyring.own).order_by("id")):
        asked = landing(kept.landing).questions
        yield {
            "landing": _name(kept.landing),
            "day": kept.day.isoformat(),
            "answers": {str(asked.get(key, key)): said for key, said in kept.said.items()},
            "note": kept.note,
        }


def erase(keyring: Keyring) -> None:
    """Everything of this person. Where two stand stays with the other, and goes with whoever has it last."""
    with transaction.atomic():
        if couple_of(keyring):
            ready.take_back(keyring)
        for row in _of_two(keyring):
            if seats(keyring, row.circle_id) <= {keyring.person_id}:
                row.delete()
        Answers.objects.within(keyring, keyring.own).delete()
        Place.objects.within(keyring, keyring.own).delete()


ROOM = Room(
    name="pathway",
    holdings=(
        Holding(
            model="pathway.Place",
            personal="On which landing a person stands, or two; the own word for the next one. All sealed.",
            exported="my-landing, our-landings, and i-am-ready-for-the-next: only one's own word",
            erased="the own one with the account; that of two by whoever has it last, without the own word",
        ),
        Holding(
            model="pathway.Answers",
            personal="What a person asked themselves. In clear: the day.",
            exported="answers-to-myself",
            erased="deleted with the account, and one by one by their owner",
        ),
    ),
    export=export,
    erase=erase,
)
