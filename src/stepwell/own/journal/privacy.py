"""What this room holds of a person, how they take it away, and how it goes."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring, read_each
from stepwell.own.journal import own, prompts
from stepwell.own.journal.content import SaidV1, written
from stepwell.own.journal.lines import in_words
from stepwell.own.journal.models import Entry, Habits, Shared
from stepwell.own.journal.page_words import SORTS
from stepwell.own.journal.vocabulary import label


def export(keyring: Keyring) -> Mapping[str, object]:
    """Everything this person can open here, in words that need no program to be read."""
    couple = couple_of(keyring)
    resting = couple.circle if couple is not None and couple.paused else None
    habits = own.habits(keyring)
    return {
        "what-this-is": _told(resting=resting is not None),
        "entries": list(_entries(keyring)),
        "shown": list(_shared(keyring, mine=True)),
        "shown-to-me": list(_shared(keyring, mine=False, resting=resting)),
        "words": {kind: [str(label(kind, word)) for word in words] for kind, words in habits.words.items()},
        "thoughts": {
            "not-wanted": [str(said) for key in habits.refused if (said := prompts.words_of(key))],
            "none-at-all": habits.quiet,
            "none-on": habits.quiet_on.isoformat() if habits.quiet_on else None,
        },
    }


def _told(*, resting: bool) -> dict[str, str]:
    to_me = _("What the other shows you, or left with you in a space that has ended.")
    if resting:
        to_me += " " + _("The space for two rests: nothing of it is in this file before it opens again.")
    return {
        "entries": _("Every page you wrote, whole."),
        "shown": _("The parts of them that the other can read, or that you left in a space that ended."),
        "shown-to-me": to_me,
        "words": _("Words you came to use, which stand on the page at once."),
        "thoughts": _("Thoughts to begin with that you do not want to be offered."),
    }


def _entries(keyring: Keyring) -> Iterator[dict[str, Any]]:
    for row, kept in read_each(keyring, Entry.objects.within(keyring, keyring.own).order_by("day", "id")):
        yield {
            "id": str(row.id),
            "day": row.day.isoformat(),
            "kept-on": row.made_on.isoformat(),
            "written-at": kept.written_at.isoformat(),
            "sort": str(SORTS[kept.sort]),
            "thought": str(prompts.words_of(kept.prompt)),
            "said": _plain(kept.said),
            "other-wordings": [_plain(other.said) for other in kept.aside],
        }


def _shared(keyring: Keyring, *, mine: bool, resting: UUID | None = None) -> Iterator[dict[str, Any]]:
    rows = Shared.objects.readable(keyring).order_by("circle_id", "day", "id")
    if resting:
        rows = rows.exclude(circle_id=resting)
    rows = rows.filter(person_id=keyring.person_id) if mine else rows.exclude(person_id=keyring.person_id)
    for row, shared in read_each(keyring, rows):
        told: dict[str, Any] = {
            "day": row.day.isoformat(),
            "sort": str(SORTS[shared.sort]),
            "said": _plain(shared.said),
        }
        # The other's ids would tell at what hour they wrote.
        yield {"entry": str(row.origin_id), **told} if mine else told


def _plain(said: SaidV1) -> dict[str, Any]:
    """Text as text, words as people read them."""
    found = {part: list(in_words(said, part)) for part in written(said)}
    return {part: words[0] if part == "happened" else words for part, words in found.items()}


def erase(keyring: Keyring) -> None:
    """Everything of this person, and every copy they showed, in every space they can still open."""
    with transaction.atomic():
        Shared.objects.readable(keyring).filter(person_id=keyring.person_id).delete()
        Entry.objects.within(keyring, keyring.own).delete()
        Habits.objects.within(keyring, keyring.own).delete()


ROOM = Room(
    name="journal",
    holdings=(
        Holding(
            model="journal.Entry",
            personal="What somebody wrote, sealed for them alone. In clear: two days.",
            exported="entries",
            erased="deleted with the account, and when its owner deletes it",
        ),
        Holding(
            model="journal.Shared",
            personal="The parts of an entry that were shown, sealed for two. In clear: whose, and the day.",
            exported="shown, shown-to-me",
            erased="deleted with the account of who showed it, and when it is taken back",
        ),
        Holding(
            model="journal.Habits",
            personal="Words somebody came to use, and thoughts they do not want, sealed for them alone.",
            exported="words, thoughts",
            erased="deleted with the account",
        ),
    ),
    export=export,
    erase=erase,
)
