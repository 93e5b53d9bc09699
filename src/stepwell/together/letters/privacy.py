"""What this room holds of a person, how they take it away, and how it goes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring, read_each
from stepwell.together.letters import answering
from stepwell.together.letters.answering import Given
from stepwell.together.letters.content import PartV1
from stepwell.together.letters.models import Aside, Letter, Said, Sent
from stepwell.together.letters.sorts import GUIDES, as_read
from stepwell.together.letters.steps import ANSWER, GIVES_BACK

AT_ONCE = 500


def export(keyring: Keyring) -> Mapping[str, object]:
    """Everything this person can open here, in words that need no program to be read."""
    return {
        "what-this-is": {
            "letters": _("Every letter you keep for yourself."),
            "given": _("What you gave to the other and the other to you, with what you two said to it."),
        },
        "letters": list(_letters(keyring)),
        "given": list(_given(keyring)),
    }


def _letters(keyring: Keyring) -> Iterator[dict[str, Any]]:
    for row, kept in read_each(keyring, Letter.objects.within(keyring, keyring.own).order_by("day", "id")):
        yield {
            "id": str(row.id),
            "kept-on": kept.kept_on.isoformat(),
            "sort": str(GUIDES[kept.sort].label),
            "parts": _parts(kept.sort, kept.parts),
        }


def _given(keyring: Keyring) -> Iterator[dict[str, Any]]:
    """While a space rests, what the other gave and nobody took up is not drawn, and not taken out."""
    couple, start = couple_of(keyring), 0
    while some := answering.some(keyring, couple, start, AT_ONCE):
        yield from map(_one, some)
        start += AT_ONCE
    yield from map(_one, answering.left_over(keyring, couple, 100 * AT_ONCE))


def _one(given: Given) -> dict[str, Any]:
    sent = given.sent
    return {
        "by-me": given.mine,
        "given-on": sent.given_on.isoformat() if sent else "",
        "sort": str(GUIDES[sent.sort].label) if sent else _("A letter that was taken back"),
        "parts": _parts(sent.sort, sent.parts) if sent else [],
        "said": [
            {
                "by-me": one.mine,
                "day": one.said.said_on.isoformat(),
                "what": _step(one.step),
                "is-that-it": one.said.verdict,
                "words": one.said.words,
            }
            for one in given.spoken
        ],
    }


def _step(step: int) -> str:
    if step in GIVES_BACK:
        return _("given back")
    return _("answer") if step == ANSWER else _("a word about what was given back")


def _parts(sort: str, parts: Iterable[PartV1]) -> list[dict[str, str]]:
    return [{"heading": str(part.label), "words": part.words} for part in as_read(sort, parts)]


def erase(keyring: Keyring) -> None:
    """Everything of this person, in every space they can still open."""
    with transaction.atomic():
        for model in (Sent, Said):
            model.objects.readable(keyring).filter(person_id=keyring.person_id).delete()
        Letter.objects.within(keyring, keyring.own).delete()
        Aside.objects.within(keyring, keyring.own).delete()


ROOM = Room(
    name="letters",
    holdings=(
        Holding(
            model="letters.Letter",
            personal="A letter kept for oneself. In clear: the day it was begun.",
            exported="letters",
            erased="deleted with the account, and one by one by its writer",
        ),
        Holding(
            model="letters.Sent",
            personal="A letter that was given to the other. In clear: whose it is, and the day.",
            exported="given",
            erased="deleted with the account, when taken back, and on leaving as chosen",
        ),
        Holding(
            model="letters.Said",
            personal="What somebody gave back, said or answered. In clear: whose it is, the step, the day.",
            exported="given",
            erased="deleted with the account of who said it, when taken back, and on leaving as chosen",
        ),
        Holding(
            model="letters.Aside",
            personal="Which letters of the other a person put out of their own sight.",
            exported="not exported: it names rows by number alone, and says nothing beside them",
            erased="deleted with the account",
        ),
    ),
    export=export,
    erase=erase,
)
