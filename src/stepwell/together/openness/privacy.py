"""What this room holds of a person, how they take it away, and how it goes."""

from collections.abc import Mapping

from django.db import transaction

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring, read_many
from stepwell.together.openness import asking, leaf
from stepwell.together.openness.models import After, Leaf, Opening
from stepwell.together.openness.page_words import DEPTHS, HELPED, ROLES, WENT
from stepwell.together.openness.views.words import boundary_words


def export(keyring: Keyring) -> Mapping[str, object]:
    """One's own prompts and answers, how deep one goes, and the wishes that the pages show now."""
    kept = leaf.leaf_of(keyring)
    afters = read_many(keyring, After.objects.within(keyring, keyring.own).order_by("id"))
    return {
        "how-deep": str(DEPTHS[kept.depth]),
        "own-topics": [{"topic": one.text, "depth": str(DEPTHS[one.depth])} for one in kept.own],
        "to-be-heard": _wishes(keyring),
        "afterwards": [
            {
                "day": said.day.isoformat(),
                "as": str(ROLES[said.role]),
                "went": str(WENT[said.went]),
                "helped": [str(HELPED.get(word, word)) for word in said.helped],
            }
            for said in afters
        ],
    }


def _wishes(keyring: Keyring) -> list[dict[str, object]]:
    couple = couple_of(keyring)
    if couple is None or couple.paused:
        return []
    kept = leaf.leaf_of(keyring)
    both = (asking.mine(keyring, couple, kept), asking.theirs(keyring, couple, kept))
    return [
        {
            "topic": one.words,
            "told-by-me": one.mine,
            "boundary": [str(words) for words in boundary_words(one)],
        }
        for one in both
        if one
    ]


def erase(keyring: Keyring) -> None:
    """Everything of this person, and what stood between the two: it was of both."""
    with transaction.atomic():
        Opening.objects.readable(keyring).delete()
        After.objects.within(keyring, keyring.own).delete()
        Leaf.objects.within(keyring, keyring.own).delete()


ROOM = Room(
    name="openness",
    holdings=(
        Holding(
            model="openness.Leaf",
            personal="Topics somebody wrote for themselves, how deep they go now, and words of theirs that "
            "do not count yet.",
            exported="own-topics, how-deep",
            erased="topics one by one by their owner; all of it with the account",
        ),
        Holding(
            model="openness.Opening",
            personal="A topic somebody would like the other to hear, its boundary, and that the other "
            "agreed. Never what was said. In clear: whose, and that it has been told.",
            exported="to-be-heard",
            erased="when taken back, after seven days where nothing came of it, fourteen days after it was "
            "told, with a pause, the space, and the account of either",
        ),
        Holding(
            model="openness.After",
            personal="How it was for one of them, and what helped.",
            exported="afterwards",
            erased="by its owner, all at once; with the account",
        ),
    ),
    export=export,
    erase=erase,
)
