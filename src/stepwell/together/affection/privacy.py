"""What this room holds of a person, how they take it away, and how it goes."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring, read_each
from stepwell.together.affection import listing, noting, welcoming
from stepwell.together.affection.content import SIDES
from stepwell.together.affection.models import Note, Own, Word
from stepwell.together.affection.page_words import OVER, SORTS
from stepwell.together.affection.page_words import SIDES as LABELS


def export(keyring: Keyring) -> Mapping[str, object]:
    """Everything this person can open here. What the pages do not show now is not in it either."""
    own, couple = listing.own_of(keyring), couple_of(keyring)
    return {
        "what-this-is": {
            "list": _("Your own list of small signs of warmth. Only you can read it."),
            "notes-welcome": _("Whether you said that notes are welcome in the space you share."),
            "my-notes": _("The notes that you laid down and did not take back."),
            "notes-to-me": _("The notes that lie here for you now, or were left with you."),
        },
        "list": [
            {str(LABELS[side]): listing.words_of(line)}
            for side in SIDES
            for line in own.lines
            if line.side == side
        ],
        "notes-welcome": bool(couple and welcoming.has_said(keyring, couple)),
        "my-notes": [
            {"sort": str(SORTS[note.sort]), "words": note.words} for _, note in noting.mine(keyring)
        ],
        "notes-to-me": _to_me(keyring),
    }


def _to_me(keyring: Keyring) -> list[dict[str, Any]]:
    """No day and no id: a note says only itself. Those that I let go of are gone from here too."""
    couple, gone = couple_of(keyring), set(listing.own_of(keyring).put_away)
    rows = Note.objects.readable(keyring).exclude(person_id=keyring.person_id)
    if couple is not None and not welcoming.is_open(keyring, couple):
        rows = rows.exclude(circle_id=couple.circle)
    return [
        {"sort": str(OVER[note.sort]), "words": note.words}
        for row, note in read_each(keyring, rows.order_by("circle_id", "id"))
        if row.id not in gone
    ]


def erase(keyring: Keyring) -> None:
    """Everything of this person, and every note they laid down, in every space they can still open."""
    with transaction.atomic():
        Note.objects.readable(keyring).filter(person_id=keyring.person_id).delete()
        Word.objects.readable(keyring).filter(person_id=keyring.person_id).delete()
        Own.objects.within(keyring, keyring.own).delete()


ROOM = Room(
    name="affection",
    holdings=(
        Holding(
            model="affection.Own",
            personal="A list of small signs, and which notes somebody let go of, sealed for them alone.",
            exported="list",
            erased="deleted with the account; lines one by one by their owner",
        ),
        Holding(
            model="affection.Word",
            personal="That notes are welcome to somebody. In clear: whose word it is.",
            exported="notes-welcome",
            erased="when taken back, when the space is left, and with the account",
        ),
        Holding(
            model="affection.Note",
            personal="A note, sealed for two. In clear: whose. Whether it was read is nowhere.",
            exported="my-notes, notes-to-me",
            erased="when its writer takes it back, and with their account",
        ),
    ),
    export=export,
    erase=erase,
)
