"""What this room holds of a person, how they take it away, and how it goes."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring, read_each
from stepwell.together.questions.models import Aside, Put, Question, Reply, When
from stepwell.together.questions.page_words import PLACES, WANTS


def export(keyring: Keyring) -> Mapping[str, object]:
    """Everything this person can open here, in words that need no program to be read."""
    return {
        "what-this-is": {
            "list": _("Every question on your own list."),
            "asked": _("What you put to the other, and what the other put to you, each with its answers."),
        },
        "list": list(_list(keyring)),
        "asked": list(_asked(keyring)),
    }


def _list(keyring: Keyring) -> Iterator[dict[str, Any]]:
    for row, kept in read_each(keyring, Question.objects.within(keyring, keyring.own).order_by("day", "id")):
        yield {
            "id": str(row.id),
            "written-on": kept.written_on.isoformat(),
            "question": kept.text,
            "do-i-want-to-know": str(WANTS[kept.want]),
        }


def _asked(keyring: Keyring) -> Iterator[dict[str, Any]]:
    """While a space rests, what the other put and nobody answered is not drawn, and not taken out."""
    couple = couple_of(keyring)
    resting = couple.circle if couple and couple.paused else None
    answers: dict[Any, list[dict[str, str]]] = {}
    for row, said in read_each(keyring, Reply.objects.readable(keyring).order_by("put_id", "number")):
        answers.setdefault(row.put_id, []).append({"day": said.said_on.isoformat(), "words": said.text})
    days = {
        row.put_id: when.day.isoformat() for row, when in read_each(keyring, When.objects.readable(keyring))
    }
    for row, said in read_each(keyring, Put.objects.readable(keyring).order_by("circle_id", "day", "id")):
        mine = row.person_id == keyring.person_id
        if not mine and row.circle_id == resting and row.id not in answers:
            continue
        yield {
            "by-me": mine,
            "put-on": said.put_on.isoformat(),
            "question": said.text,
            "for": str(PLACES[said.place]),
            "taken-back-on": said.taken_back_on.isoformat() if said.taken_back_on else "",
            "day-named": days.get(row.id, ""),
            "answers": answers.get(row.id, []),
        }


def erase(keyring: Keyring) -> None:
    """Everything of this person, in every space they can still open."""
    with transaction.atomic():
        mine = Put.objects.readable(keyring).filter(person_id=keyring.person_id)
        When.objects.readable(keyring).filter(put_id__in=list(mine.values_list("id", flat=True))).delete()
        mine.delete()
        for model in (Reply, When):
            model.objects.readable(keyring).filter(person_id=keyring.person_id).delete()
        Question.objects.within(keyring, keyring.own).delete()
        Aside.objects.within(keyring, keyring.own).delete()


ROOM = Room(
    name="questions",
    holdings=(
        Holding(
            model="questions.Question",
            personal="A question kept for oneself, and whether one wants to know. In clear: the day.",
            exported="list",
            erased="deleted with the account, and one by one by its owner",
        ),
        Holding(
            model="questions.Put",
            personal="A question that was put to the other. In clear: whose it is, and the day.",
            exported="asked",
            erased="deleted with the account, when taken back before an answer, and on leaving as chosen",
        ),
        Holding(
            model="questions.Reply",
            personal="What somebody answered. In clear: whose it is, and the day.",
            exported="asked",
            erased="deleted with the account of who answered, and on leaving where they ask for it",
        ),
        Holding(
            model="questions.When",
            personal="The day somebody named for an answer.",
            exported="asked",
            erased="deleted with the account, with the answer, when taken out, and on leaving the space",
        ),
        Holding(
            model="questions.Aside",
            personal="Which questions of the other a person put out of their own sight.",
            exported="not exported: it names rows by number alone, and says nothing beside them",
            erased="deleted with the account",
        ),
    ),
    export=export,
    erase=erase,
)
