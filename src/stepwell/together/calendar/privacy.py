"""What this room holds of a person, how they take it away, and how it goes."""

from collections.abc import Iterator, Mapping
from datetime import UTC
from typing import Any
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.spaces.api import couple_of, my_spaces
from stepwell.ground.vault.api import Keyring, read, read_each
from stepwell.together.calendar import feeding
from stepwell.together.calendar.content import BodyV1, ShownV1
from stepwell.together.calendar.everything import everything
from stepwell.together.calendar.models import (
    Brought,
    Busy,
    FeedLink,
    Incoming,
    OutOfSight,
    Plan,
    Ritual,
    RitualYes,
    Shown,
)
from stepwell.together.calendar.rituals import take_all_back
from stepwell.together.calendar.words import how_often


def export(keyring: Keyring) -> Mapping[str, object]:
    """Everything this person can open here, and all plans of their own once more as a calendar file."""
    couple = couple_of(keyring)
    resting = couple.circle if couple is not None and couple.paused else None
    stamp = timezone.now().astimezone(UTC).replace(microsecond=0)
    return {
        "what-this-is": _told(resting=resting is not None),
        "plans": list(_plans(keyring)),
        "plans-as-a-calendar-file": everything(keyring, stamp).decode(),
        "shown": list(_shown(keyring, mine=True)),
        "shown-to-me": list(_shown(keyring, mine=False, resting=resting)),
        "for-two": list(_rituals(keyring, resting)),
        "files": [_file(row, keyring) for row in Brought.objects.within(keyring, keyring.own).order_by("id")],
        "address": {"carries-busy-times": feeding.carries(keyring)},
    }


def _told(*, resting: bool) -> dict[str, str]:
    rests = " " + _("The space for two rests: nothing of it is in this file before it opens again.")
    return {
        "plans": _("Every plan you wrote or brought, whole."),
        "plans-as-a-calendar-file": _(
            "The same once more, for a calendar: keep it as a file that ends in .ics."
        ),
        "shown": _("The parts of them that can be read by the other, with what stood there before a change."),
        "shown-to-me": _("What the other shows you, or left with you in a space that has ended.")
        + (rests if resting else ""),
        "for-two": _("What the two of you do again and again, with your yes.") + (rests if resting else ""),
        "files": _("Calendar files you kept, and when, to the hour."),
        "address": _("Whether a calendar address carries your busy times, without the address."),
    }


def _plans(keyring: Keyring) -> Iterator[dict[str, Any]]:
    for row, plan in read_each(keyring, Plan.objects.within(keyring, keyring.own).order_by("id")):
        told = {"id": str(row.id), "uid": plan.uid, "note": plan.note, **_body(plan.body)}
        if plan.off is not None:
            told["called-off"] = msgspec.to_builtins(plan.off)
        if plan.past is not None:
            told["shown-so-far"] = [_body(one.body) for one in plan.past.before] + [_body(plan.past.said)]
        if plan.aside:
            told["other-wordings"] = [_body(body) for body in plan.aside]
        yield told


def _shown(keyring: Keyring, *, mine: bool, resting: UUID | None = None) -> Iterator[dict[str, Any]]:
    # By lot within a space: an order of ids would tell nothing, and no other order is to be had.
    rows = Shown.objects.readable(keyring).order_by("circle_id", "id")
    if resting:
        rows = rows.exclude(circle_id=resting)
    rows = rows.filter(person_id=keyring.person_id) if mine else rows.exclude(person_id=keyring.person_id)
    for row, copy in read_each(keyring, rows):
        told = _copy(copy)
        yield {"plan": str(row.origin_id), **told} if mine else told


def _copy(copy: ShownV1) -> dict[str, Any]:
    told = _body(copy.body) | {"shown-first": msgspec.to_builtins(copy.first)}
    told["before"] = [_body(one.body) | {"changed": msgspec.to_builtins(one.change)} for one in copy.before]
    if copy.off is not None:
        told["called-off"] = msgspec.to_builtins(copy.off)
    return told


def _body(body: BodyV1) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(body)
    if body.repeats:
        told["repeats"] = how_often(body)
    return told


def _rituals(keyring: Keyring, resting: UUID | None) -> Iterator[dict[str, Any]]:
    for space in my_spaces(keyring):
        if not space.open or space.circle == resting:
            continue
        said = RitualYes.objects.filter(circle_id=space.circle, person_id=keyring.person_id)
        rows = Ritual.objects.within(keyring, space.circle).filter(
            id__in=list(said.values_list("ritual_id", flat=True))
        )
        for row in rows:
            yield _body(read(keyring, row).body)


def _file(row: Brought, keyring: Keyring) -> dict[str, Any]:
    said = read(keyring, row)
    return {"name": said.name, "at": said.at.isoformat(), "plans": len(said.uids)}


def erase(keyring: Keyring) -> None:
    """Everything of this person, every copy they showed, every yes, wherever they can still open it."""
    with transaction.atomic():
        Shown.objects.readable(keyring).filter(person_id=keyring.person_id).delete()
        for model in (Plan, Incoming, Brought, FeedLink, OutOfSight):
            model.objects.within(keyring, keyring.own).delete()
        Busy.objects.filter(person_id=keyring.person_id).delete()
        for circle in sorted(keyring.circles - {keyring.own}):
            take_all_back(keyring, circle)


ROOM = Room(
    name="calendar",
    holdings=(
        Holding(
            model="calendar.Plan",
            personal="A plan: what, where, with whom, when, how to reach. In clear: that it is there.",
            exported="plans, and plans-as-a-calendar-file",
            erased="deleted with the account, and one by one by its owner",
        ),
        Holding(
            model="calendar.Shown",
            personal="The parts of a plan that its owner chose to show, and what stood there before.",
            exported="shown, and shown-to-me",
            erased="deleted with the account, when withdrawn, and on leaving where its owner asks for it",
        ),
        Holding(
            model="calendar.Ritual",
            personal="Something two do again and again.",
            exported="for-two",
            erased="deleted with the account, when either takes the yes back, and on leaving the space",
        ),
        Holding(
            model="calendar.RitualYes",
            personal="Who said yes to a ritual.",
            exported="for-two",
            erased="deleted with the account, when taken back, and on leaving the space",
        ),
        Holding(
            model="calendar.Incoming",
            personal="A calendar file that waits for its owner's word.",
            exported="no: it is the person's own file, and was not kept yet",
            erased="deleted with the account, when kept, and when put away",
        ),
        Holding(
            model="calendar.Brought",
            personal="A calendar file that was kept, and what it takes to undo that.",
            exported="files",
            erased="deleted with the account, and when undone",
        ),
        Holding(
            model="calendar.FeedLink",
            personal="The secret of a calendar address.",
            exported="address: that there is one; the secret was shown when it was made",
            erased="deleted with the account, and when the address ends",
        ),
        Holding(
            model="calendar.Busy",
            personal="Busy times without words, closed with the calendar address.",
            exported="plans: they are made from them",
            erased="deleted with the account, and when the address ends",
        ),
        Holding(
            model="calendar.OutOfSight",
            personal="Which suggested rituals a person put out of sight.",
            exported="no: they are ids that say nothing by themselves",
            erased="deleted with the account",
        ),
    ),
    export=export,
    erase=erase,
)
