"""What this room holds of a person, how they take it away, and how it goes."""

from collections.abc import Mapping

from django.db import transaction

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.together.menu import both
from stepwell.together.menu.content import UNANSWERED
from stepwell.together.menu.models import Asked, Both, Secret, Sheet
from stepwell.together.menu.page_words import MARKS
from stepwell.together.menu.sheet import lines, sheet_of


def export(keyring: Keyring) -> Mapping[str, object]:
    """One's own list with its marks, and what both welcome where the pages show it now."""
    mine = lines(sheet_of(keyring))
    couple = couple_of(keyring)
    found = both.light(keyring, couple) if couple and not couple.paused else None
    return {
        "list": [
            {"line": line.text, "written-by-me": not line.idea, "mark": str(MARKS[line.mark])}
            for line in mine
            if not line.idea or line.mark != UNANSWERED
        ],
        "both-welcome": [line.text for line in both.shown(found, mine)] if found else [],
    }


def erase(keyring: Keyring) -> None:
    """Everything of this person, and what came to light with anybody: it was of two."""
    with transaction.atomic():
        Asked.objects.readable(keyring).filter(circle_id__in=sorted(keyring.circles - {keyring.own})).delete()
        Both.objects.readable(keyring).delete()
        Secret.objects.within(keyring, keyring.own).delete()
        Sheet.objects.within(keyring, keyring.own).delete()


ROOM = Room(
    name="menu",
    holdings=(
        Holding(
            model="menu.Sheet",
            personal="What somebody would welcome: a list with marks, of one size for everybody.",
            exported="list",
            erased="with the account; lines one by one by their owner",
        ),
        Holding(
            model="menu.Asked",
            personal="A word for a round, with points that open nothing by themselves. In clear: whose, "
            "and how far the round is.",
            exported="not exported: it says nothing that could be read",
            erased="at the end of the round, when taken back, after seven days, with a pause, the space, "
            "and the account of either",
        ),
        Holding(
            model="menu.Secret",
            personal="What opens the outcome of a round that somebody began.",
            exported="not exported: it says nothing that could be read",
            erased="at the end of the round, when taken back, and with the account",
        ),
        Holding(
            model="menu.Both",
            personal="What two people both welcome, of one size however much it is.",
            exported="both-welcome",
            erased="one by one when either takes it back; with the space, and the account of either",
        ),
    ),
    export=export,
    erase=erase,
)
