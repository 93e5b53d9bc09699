"""What this room holds of a person, how they take it away, and how it goes."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring, read_each
from stepwell.together.checkins import own, times
from stepwell.together.checkins.content import AnswersV1
from stepwell.together.checkins.lines import HEADINGS, said
from stepwell.together.checkins.models import CheckIn, Habits, OwnWords, Shared, Times, Yes
from stepwell.together.checkins.page_words import PART_LABELS, WINDOW_LABELS
from stepwell.together.checkins.vocabulary import KINDS
from stepwell.together.checkins.weekdays import weekdays_of


def export(keyring: Keyring) -> Mapping[str, object]:
    """Everything this person can open here, in words and numbers that need no program to be read."""
    words = own.own_words(keyring)
    couple = couple_of(keyring)
    resting = couple.circle if couple is not None and couple.paused else None
    return {
        "what-this-is": _told(resting=resting is not None),
        "check-ins": list(_check_ins(keyring)),
        "shown": list(_shared(keyring, mine=True)),
        "shown-to-me": list(_shared(keyring, mine=False, resting=resting)),
        "own-words": {kind: list(getattr(words, kind)) for kind in KINDS},
        "usually-shown": {part: str(PART_LABELS[part]) for part in own.habits(keyring).show},
        "times": _times(keyring, resting),
    }


def _told(*, resting: bool) -> dict[str, str]:
    to_me = _("What the other shows you, or left with you in a space that has ended.")
    times = _("Weekly times at which you like to be asked: your own, and those for two with your yes.")
    if resting:
        to_me += " " + _("The space for two rests: nothing of it is in this file before it opens again.")
        times += " " + _("Those for two are left out while the space rests.")
    return {
        "check-ins": _("Every check-in you wrote, whole. Ratings run from 0 to 10."),
        "shown": _(
            "The parts of them that can be read by the other, or that you left in a space that ended."
        ),
        "shown-to-me": to_me,
        "own-words": _("Words you added to the lists."),
        "usually-shown": _("Parts that are ticked when the form opens."),
        "times": times,
    }


def _check_ins(keyring: Keyring) -> Iterator[dict[str, Any]]:
    rows = CheckIn.objects.within(keyring, keyring.own).order_by("day", "id")
    for row, kept in read_each(keyring, rows):
        yield {
            "id": str(row.id),
            "day": row.day.isoformat(),
            "written-at": kept.written_at.isoformat(),
            "answers": _plain(kept.answers),
            "other-wordings": [_plain(other.answers) for other in kept.aside],
        }


def _shared(keyring: Keyring, *, mine: bool, resting: UUID | None = None) -> Iterator[dict[str, Any]]:
    rows = Shared.objects.readable(keyring).order_by("circle_id", "day", "id")
    if resting:
        rows = rows.exclude(circle_id=resting)
    rows = rows.filter(person_id=keyring.person_id) if mine else rows.exclude(person_id=keyring.person_id)
    for row, shared in read_each(keyring, rows):
        told: dict[str, Any] = {"day": row.day.isoformat(), "answers": _plain(shared.answers)}
        # The other's ids would tell at what hour they wrote.
        yield {"check-in": str(row.origin_id), **told} if mine else told


def _plain(answers: AnswersV1) -> dict[str, Any]:
    """Numbers as numbers, words as people read them."""
    told: dict[str, Any] = msgspec.to_builtins(answers)
    for key in HEADINGS:
        if key in KINDS and key in told:
            told[key] = list(said(answers, key))
    if answers.window:
        told["window-in-words"] = str(WINDOW_LABELS[answers.window])
    return told


def _times(keyring: Keyring, resting: UUID | None) -> dict[str, Any]:
    mine = Times.objects.filter(circle_id=keyring.own, person_id=keyring.person_id).order_by("at")
    yes = Yes.objects.filter(circle_id__in=keyring.circles - {resting}, person_id=keyring.person_id)
    for_two = Times.objects.filter(circle_id__in=keyring.circles, id__in=yes.values("times_id"))
    return {
        "mine": [_weekly(row) for row in mine],
        "for-two-with-my-yes": [_weekly(row) for row in for_two.order_by("at")],
    }


def _weekly(row: Times) -> dict[str, Any]:
    days = sorted(weekdays_of(row.weekdays))
    return {"at": f"{row.at:%H:%M}", "weekdays": [str(WEEKDAYS[day]) for day in days]}


def erase(keyring: Keyring) -> None:
    """Everything of this person, and every copy they showed, in every space they can still open."""
    with transaction.atomic():
        Shared.objects.readable(keyring).filter(person_id=keyring.person_id).delete()
        CheckIn.objects.within(keyring, keyring.own).delete()
        OwnWords.objects.within(keyring, keyring.own).delete()
        Habits.objects.within(keyring, keyring.own).delete()
        Times.objects.filter(circle_id=keyring.own).delete()
        said_yes = Yes.objects.filter(circle_id__in=keyring.circles, person_id=keyring.person_id)
        for circle in set(said_yes.values_list("circle_id", flat=True)):
            times.end_for_circle(circle)


ROOM = Room(
    name="checkins",
    holdings=(
        Holding(
            model="checkins.CheckIn",
            personal="How a person is: ratings, feelings, body, words of their own. In clear: the day.",
            exported="check-ins",
            erased="deleted with the account, and one by one by its owner",
        ),
        Holding(
            model="checkins.Shared",
            personal="The parts of a check-in that its owner chose to show. In clear: the day.",
            exported="shown, and shown-to-me",
            erased="deleted with the account, when withdrawn, and on leaving where its owner asks for it",
        ),
        Holding(
            model="checkins.OwnWords",
            personal="Words a person added to the lists.",
            exported="own-words",
            erased="deleted with the account, and one by one by their owner",
        ),
        Holding(
            model="checkins.Habits",
            personal="Which parts a person usually shows; which suggested times they put out of sight.",
            exported="usually-shown",
            erased="deleted with the account",
        ),
        Holding(
            model="checkins.Times",
            personal="When a person, or two, like to be invited. In clear: background work has to know.",
            exported="times",
            erased="deleted with the account, when removed or taken back, and on leaving the space",
        ),
        Holding(
            model="checkins.Yes",
            personal="Who said yes to suggested times.",
            exported="times",
            erased="deleted with the account, when taken back, and on leaving the space",
        ),
    ),
    export=export,
    erase=erase,
)
