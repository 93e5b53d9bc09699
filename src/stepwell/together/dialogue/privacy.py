"""What this room holds of a person, how they take it away, and how it goes."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import transaction

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring, read_each
from stepwell.together.dialogue import gate
from stepwell.together.dialogue.asking import mine
from stepwell.together.dialogue.holding import drop_silent, left_unsaid, spoken, wipe_open
from stepwell.together.dialogue.models import Asking, Taken, Talk, Turn, Unsaid


def export(keyring: Keyring) -> Mapping[str, object]:
    """What this person took away, the talks both kept, and of a talk that is open only their own words."""
    couple = couple_of(keyring)
    asked = mine(keyring, couple) if couple else None
    return {
        "taken-away": list(_taken(keyring)),
        "kept-talks": list(_kept(keyring)),
        "said-in-the-open-talk": list(_open(keyring)),
        "i-asked-for-a-talk-about": asked.asked.topic if asked else None,
    }


def _taken(keyring: Keyring) -> Iterator[dict[str, Any]]:
    for row, taken in read_each(keyring, Taken.objects.readable(keyring).order_by("day", "id")):
        is_mine = row.person_id == keyring.person_id
        if is_mine and row.circle_id != keyring.own:
            continue
        yield {"by-me": is_mine, "day": taken.taken_on.isoformat(), "words": taken.text}


def _kept(keyring: Keyring) -> Iterator[dict[str, Any]]:
    for row, talk in read_each(keyring, Talk.objects.readable(keyring).filter(over=True).order_by("day")):
        yield {
            "about": talk.topic,
            "day": talk.day.isoformat(),
            "said": [
                {"by-me": one.by == keyring.person_id, "what": one.said, "words": one.text}
                for one in spoken(keyring, row.circle_id, row.id)
            ],
        }


def _open(keyring: Keyring) -> Iterator[str]:
    talks = Talk.objects.readable(keyring).filter(over=False).values("id")
    mine = Turn.objects.readable(keyring).filter(person_id=keyring.person_id, talk_id__in=talks)
    for _row, turn in read_each(keyring, mine.order_by("talk_id", "number")):
        yield turn.text
    left = left_unsaid(keyring, None)
    if left:
        yield left


def erase(keyring: Keyring) -> None:
    """Everything of this person, in every space they can still open; a talk that is open goes whole."""
    with transaction.atomic():
        for circle in sorted(keyring.circles - {keyring.own}):
            wipe_open(keyring, circle)
        Asking.objects.readable(keyring).filter(person_id=keyring.person_id).delete()
        Turn.objects.readable(keyring).filter(person_id=keyring.person_id).delete()
        Taken.objects.readable(keyring).filter(person_id=keyring.person_id).delete()
        Unsaid.objects.within(keyring, keyring.own).delete()
        for circle in sorted(keyring.circles - {keyring.own}):
            drop_silent(keyring, circle)
        couple = couple_of(keyring)
        if couple:
            gate.let_go(keyring, f"talk-ask {couple.circle.hex}")


ROOM = Room(
    name="dialogue",
    holdings=(
        Holding(
            model="dialogue.Asking",
            personal="What somebody would like to talk about. In clear: whose it is.",
            exported="i-asked-for-a-talk-about: one's own",
            erased="with the account, when taken back, when the talk begins, and on leaving the space",
        ),
        Holding(
            model="dialogue.Talk",
            personal="Where a talk stands, and about what. In clear: the day, and whether it is over.",
            exported="kept-talks: where both wanted its words kept",
            erased="at its end unless both want it kept; later by either; with a pause, and with the space",
        ),
        Holding(
            model="dialogue.Turn",
            personal="What was said and given back in a talk. In clear: whose it is, and in which order.",
            exported="kept-talks, and said-in-the-open-talk: one's own words alone",
            erased="with its talk; with the account of who said it",
        ),
        Holding(
            model="dialogue.Unsaid",
            personal="What did not fit into somebody's turn, or was not sent when a talk ended.",
            exported="said-in-the-open-talk",
            erased="when it is said, when a longer one takes its place, by its owner, and with the account",
        ),
        Holding(
            model="dialogue.Taken",
            personal="One thing somebody takes away, theirs alone or shown. In clear: whose, and the day.",
            exported="taken-away",
            erased="with the account, by its owner with what was shown of it, and on leaving as chosen",
        ),
    ),
    export=export,
    erase=erase,
)
