"""What this room holds of a person, how they take it away, and how it goes."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring, read_each
from stepwell.own.pace import keeping, showing
from stepwell.own.pace.content import LEAVES, LeafV1, Said
from stepwell.own.pace.models import Line, Pace
from stepwell.own.pace.page_words import TITLES, heading


def export(keyring: Keyring) -> Mapping[str, object]:
    """Everything this person can open here, in words that need no program to be read."""
    written = keeping.pace_of(keyring).leaves
    return {
        "what-this-is": {
            "pages": _("All that you wrote of your own pace, with wordings that were kept beside it."),
            "shown": _("The lines that the other can read, or that you left in a space that ended."),
            "shown-to-me": _("What the other shows you, or left with you. Nothing of a space that rests."),
        },
        "pages": [_page(leaf, written[leaf]) for leaf in LEAVES if leaf in written],
        "shown": [{str(heading(line.leaf, line.part)): line.words} for _row, line in showing.mine(keyring)],
        "shown-to-me": _to_me(keyring),
    }


def _page(leaf: str, kept: LeafV1) -> dict[str, object]:
    return {
        "page": str(TITLES[leaf]),
        "said": _plain(leaf, kept.said),
        "other-wordings": [_plain(leaf, other.said) for other in kept.aside],
    }


def _plain(leaf: str, said: Said) -> dict[str, str]:
    return {str(heading(leaf, part)): said[part] for part in LEAVES[leaf] if part in said}


def _to_me(keyring: Keyring) -> list[dict[str, str]]:
    """The other's ids are by lot, and are left out all the same."""
    couple = couple_of(keyring)
    rows = Line.objects.readable(keyring).exclude(person_id=keyring.person_id).order_by("circle_id", "id")
    if couple is not None and couple.paused:
        rows = rows.exclude(circle_id=couple.circle)
    return [
        {str(heading(line.leaf, line.part, theirs=True)): line.words}
        for _row, line in read_each(keyring, rows)
    ]


def erase(keyring: Keyring) -> None:
    """Everything of this person, and every line they showed, in every space they can still open."""
    with transaction.atomic():
        Line.objects.readable(keyring).filter(person_id=keyring.person_id).delete()
        Pace.objects.within(keyring, keyring.own).delete()


ROOM = Room(
    name="pace",
    holdings=(
        Holding(
            model="pace.Pace",
            personal="What somebody wrote of their own pace, sealed for them alone, in one row.",
            exported="pages",
            erased="deleted with the account; leaf by leaf by its owner",
        ),
        Holding(
            model="pace.Line",
            personal="A line that was shown, sealed for two. In clear: whose.",
            exported="shown, shown-to-me",
            erased="deleted with the account of who showed it, when it is taken back, and when it is changed",
        ),
    ),
    export=export,
    erase=erase,
)
