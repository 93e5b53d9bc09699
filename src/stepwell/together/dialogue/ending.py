"""How a talk ends: each takes one thing away, and its words stay only where both want them kept."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from stepwell.ground.live.api import announce
from stepwell.ground.spaces.api import Couple, sealing_for_two
from stepwell.ground.vault.api import ChangedIdentity, Keyring, NoSeat, read, read_many, write
from stepwell.together.dialogue import frame
from stepwell.together.dialogue.content import Becomes, LeftV1, TakenV1, TalkV1
from stepwell.together.dialogue.holding import Made, move, open_couple, wipe
from stepwell.together.dialogue.models import Taken, Talk

# Whoever does not say how they go within a day goes in silence, and silence keeps nothing.
WAITS = timedelta(hours=24)
MOST_LISTED = 200


@dataclass(frozen=True)
class Leaving:
    """How one of the two goes. shown: what they take away is for both. keep: they want the words kept."""

    form_id: UUID
    text: str = ""
    becomes: Becomes = "nothing"
    shown: bool = False
    keep: bool = False


def leave(keyring: Keyring, talk: UUID, said: Leaving) -> None:
    """Private until both have gone, and after that too, but for what was chosen to be shown.

    Raises Gone, Moved, NotNow.
    """
    left = LeftV1(
        by=keyring.person_id,
        origin=said.form_id,
        taken=said.text if said.shown else "",
        becomes=said.becomes if said.shown else "nothing",
        keep=said.keep,
    )
    made, nobody = Made("leave"), lambda _before, _after: False
    with sealing_for_two(), transaction.atomic():
        after = move(keyring, talk, made, lambda state: frame.leave(state, left), tells=nobody)
        _take_along(keyring, said, after.day)
        if len(after.left) == len(after.people):
            _close(keyring, open_couple(keyring).circle, talk, after)


def was_taken(keyring: Keyring, form_id: UUID) -> bool:
    """Whether what this form took away is kept."""
    return Taken.objects.within(keyring, keyring.own).filter(origin_id=form_id).exists()


def _take_along(keyring: Keyring, said: Leaving, day: date) -> None:
    """day: of the talk, which both have had, so that whoever is shown it reads the same one."""
    if not said.text:
        return
    taken = TakenV1(text=said.text, taken_on=day, becomes=said.becomes, shown=said.shown)
    _put(keyring, keyring.own, said.form_id, keyring.person_id, taken)


def _put(keyring: Keyring, circle: UUID, origin: UUID, person: UUID, taken: TakenV1) -> None:
    row = Taken(circle_id=circle, origin_id=origin, person_id=person, day=taken.taken_on)
    write(keyring, row, taken)
    row.save(force_insert=True)


def _close(keyring: Keyring, circle: UUID, talk: UUID, ended: TalkV1) -> None:
    """Both have gone, or a day is over. Inside a transaction."""
    for left in ended.left:
        if left.taken:
            taken = TakenV1(text=left.taken, taken_on=ended.day, becomes=left.becomes, shown=True)
            _put(keyring, circle, left.origin, left.by, taken)
    if len(ended.left) == len(ended.people) and all(left.keep for left in ended.left):
        row = Talk.objects.within(keyring, circle).get(id=talk)
        row.over = True
        write(keyring, row, ended)
        row.save()
    else:
        wipe(keyring, circle, talk)
    announce(circle)


def lapse(keyring: Keyring, couple: Couple) -> UUID | None:
    """At a visit of either: an ending that waited for a day is over. Which, where this visit closed it."""
    row = Talk.objects.one(keyring, couple.circle, over=False)
    if row is None or not waited(read(keyring, row)):
        return None
    try:
        with transaction.atomic():
            row = Talk.objects.hold(keyring, couple.circle, over=False)
            if row is not None and waited(read(keyring, row)):
                _close(keyring, couple.circle, row.id, read(keyring, row))
    except (IntegrityError, NoSeat, ChangedIdentity):
        return None
    return row.id if row else None


def waited(talk: TalkV1) -> bool:
    """Whether its ending has waited for a day."""
    return talk.ending_at is not None and timezone.now() - talk.ending_at > WAITS


@dataclass(frozen=True)
class Away:
    """Something taken away. mine: this person's own row, else what the other chose to show."""

    id: UUID
    mine: bool
    taken: TakenV1


def taken_away(keyring: Keyring, couple: Couple | None, start: int, most: int) -> list[Away]:
    """Mine, and what the other showed, the newest first."""
    circles = {keyring.own} | ({couple.circle} if couple else set())
    rows = Taken.objects.readable(keyring).filter(circle_id__in=circles)
    theirs = rows.exclude(circle_id__in=circles - {keyring.own}, person_id=keyring.person_id)
    some = list(theirs.order_by("-day", "-id")[start : start + most])
    return [
        Away(row.id, row.circle_id == keyring.own, taken)
        for row, taken in zip(some, read_many(keyring, some), strict=True)
    ]


def mine(keyring: Keyring, taken: UUID) -> TakenV1 | None:
    """What this person took away; None where it is another's, gone or was never there."""
    row = Taken.objects.one(keyring, keyring.own, id=taken)
    return read(keyring, row) if row else None


def let_go(keyring: Keyring, taken: UUID) -> None:
    """Mine, and with it what was shown of it. Done twice it is done once."""
    with transaction.atomic():
        row = Taken.objects.one(keyring, keyring.own, id=taken)
        if row is None:
            return
        both = Taken.objects.readable(keyring).filter(person_id=keyring.person_id)
        both.filter(origin_id=row.origin_id).delete()


def kept(keyring: Keyring) -> list[tuple[UUID, TalkV1]]:
    """Talks whose words both wanted kept, of every space that can be opened, the newest first."""
    rows = list(Talk.objects.readable(keyring).filter(over=True).order_by("-day", "id")[:MOST_LISTED])
    return [(row.id, talk) for row, talk in zip(rows, read_many(keyring, rows), strict=True)]


def unkeep(keyring: Keyring, talk: UUID) -> None:
    """Both wanted it kept; now one does not, and it is gone for both. Done twice it is done once."""
    with transaction.atomic():
        row = Talk.objects.readable(keyring).filter(id=talk, over=True).first()
        if row is not None:
            wipe(keyring, row.circle_id, row.id)
