"""What this room holds of a person, how they take it away, and how it goes."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import transaction
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.vault.api import Keyring, read_each
from stepwell.together.promises.content import PromiseV1
from stepwell.together.promises.models import Note, Promise, Word
from stepwell.together.promises.page_words import REPEATS


def export(keyring: Keyring) -> Mapping[str, object]:
    """Everything this person can open here, in words that need no program to be read."""
    words = _words(keyring)
    return {
        "what-this-is": {
            "promises": _("What you promised and what was promised to you, each with what was said of it."),
            "notes": _("Your own notes beside promises. Nobody else has them."),
        },
        "promises": list(_promises(keyring, words)),
        "notes": list(_notes(keyring)),
    }


def _promises(keyring: Keyring, words: Mapping[Any, list[dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    for row, said in read_each(keyring, Promise.objects.readable(keyring).order_by("day", "id")):
        yield {
            "id": str(row.id),
            "by-me": row.person_id == keyring.person_id,
            "to-myself": row.circle_id == keyring.own,
            "made-on": said.made_on.isoformat(),
            "promise": said.what,
            **_days(said),
            "ended-on": row.ended_on.isoformat() if row.ended_on else "",
            "in-place-of": str(said.instead_of.promise) if said.instead_of else "",
            "words": words.get(row.id, []),
        }


def _days(said: PromiseV1) -> dict[str, Any]:
    days = said.days
    return {
        "first": days.first.isoformat(),
        "until": days.until.isoformat(),
        "how-often": str(REPEATS[days.repeat]),
        "weekdays": [str(WEEKDAYS[day]) for day in days.weekdays],
    }


def _words(keyring: Keyring) -> dict[Any, list[dict[str, Any]]]:
    found: dict[Any, list[dict[str, Any]]] = {}
    for row, word in read_each(keyring, Word.objects.readable(keyring).order_by("promise_id", "number")):
        told = {
            "said-on": word.said_on.isoformat(),
            "for": row.day.isoformat(),
            "said": word.said.replace("_", " "),
            "why": word.reason,
            "in-its-place": str(word.plan) if word.plan else "",
        }
        found.setdefault(row.promise_id, []).append(told)
    return found


def _notes(keyring: Keyring) -> Iterator[dict[str, Any]]:
    for row, note in read_each(keyring, Note.objects.within(keyring, keyring.own).order_by("day", "id")):
        yield {
            "beside": str(row.promise_id),
            "written-on": note.written_on.isoformat(),
            "note": note.text,
        }


def erase(keyring: Keyring) -> None:
    """Everything of this person, in every space they can still open. The record stays with the other."""
    with transaction.atomic():
        for model in (Word, Promise):
            model.objects.readable(keyring).filter(person_id=keyring.person_id).delete()
        Note.objects.within(keyring, keyring.own).delete()


ROOM = Room(
    name="promises",
    holdings=(
        Holding(
            model="promises.Promise",
            personal="What a person promised, and when. In clear: whose it is, and its first and last day.",
            exported="promises",
            erased="deleted with the account of who made it; what the record says of it stays with the other",
        ),
        Holding(
            model="promises.Word",
            personal="What became of it, by the promiser's word. In clear: whose it is, and days.",
            exported="promises",
            erased="deleted with the account of who made it; what the record says of it stays with the other",
        ),
        Holding(
            model="promises.Note",
            personal="What somebody noted for themselves beside a promise. In clear: the day.",
            exported="notes",
            erased="deleted with the account, and one by one by its owner",
        ),
    ),
    export=export,
    erase=erase,
)
