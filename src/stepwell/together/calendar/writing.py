"""Verbs on one's own plans. Every one starts from the keyring of their owner."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple, NotNow
from stepwell.ground.vault.api import Keyring, read, write
from stepwell.together.calendar import feeding, showing
from stepwell.together.calendar.changing import has_begun, hour_of, is_late
from stepwell.together.calendar.content import BodyV1, ChangeV1, MovedV1, PlanV1, chosen, in_order
from stepwell.together.calendar.models import Plan
from stepwell.together.calendar.shelves import shelf, uid_key

MOST_A_DAY = 100
MOST_PLANS = 10_000
MOST_CHANGES = 40
MOST_SINGLE = 200
MOST_ASIDE = 4


class Enough(Exception):
    """As many plans as a day, or this room, holds; or as many changes as one plan does."""


class ChangedElsewhere(Exception):
    """It was changed in another place since the page was opened. Both wordings are kept."""


@dataclass(frozen=True)
class Kept:
    """waits: it is safe with its owner, and why it could not be shown now."""

    id: UUID
    waits: str | None = None


def keep(
    keyring: Keyring,
    *,
    form_id: UUID,
    body: BodyV1,
    now: datetime,
    note: str = "",
    show: Iterable[str] | None = None,
    couple: Couple | None = None,
) -> Kept:
    """Keep one plan. show: the parts for the other beside day and start; None shows nothing at all.

    The same form sent again gives the first id, however often and however close together it comes.
    """
    try:
        with transaction.atomic():
            return _keep_once(
                keyring, form_id, PlanV1(body=body, note=note, uid=new_uid()), now, show, couple
            )
    except IntegrityError:
        earlier = _of_form(keyring, form_id)
        if earlier is None:
            raise
        return Kept(earlier)


def new_uid() -> str:
    return f"{uuid4()}@stepwell"


def _of_form(keyring: Keyring, form_id: UUID) -> UUID | None:
    own = Plan.objects.within(keyring, keyring.own)
    return own.filter(form_id=form_id).values_list("id", flat=True).first()


def _keep_once(
    keyring: Keyring,
    form_id: UUID,
    plan: PlanV1,
    now: datetime,
    show: Iterable[str] | None,
    couple: Couple | None,
) -> Kept:
    earlier = _of_form(keyring, form_id)
    if earlier is not None:
        return Kept(earlier)
    own = Plan.objects.within(keyring, keyring.own)
    if (
        own.filter(id__gte=_since(now), form_id__isnull=False).count() >= MOST_A_DAY
        or own.count() >= MOST_PLANS
    ):
        raise Enough
    row = new_row(keyring, plan, form_id)
    waits = None
    if show is not None:
        try:
            plan = showing.copy_into(keyring, row, plan, show, couple, now)
        except NotNow as not_now:
            plan, waits = replace(plan, shown=in_order(show)), not_now.why
    write(keyring, row, plan)
    row.save(force_insert=True)
    feeding.follow(keyring)
    return Kept(row.id, waits)


def new_row(keyring: Keyring, plan: PlanV1, form_id: UUID | None = None) -> Plan:
    own = keyring.own
    return Plan(circle_id=own, form_id=form_id, month=shelf(own, plan.body), uid=uid_key(own, plan.uid))


def _since(now: datetime) -> UUID:
    """The least id that could be made from the beginning of this day on (UTC)."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return UUID(int=int(midnight.timestamp() * 1000) << 80)


def mine(keyring: Keyring, plan: UUID) -> tuple[Plan, PlanV1]:
    """My plan with its content. Raises Plan.DoesNotExist for another's as for none."""
    row = Plan.objects.within(keyring, keyring.own).get(id=plan)
    return row, read(keyring, row)


def held(keyring: Keyring, plan: UUID) -> tuple[Plan, PlanV1]:
    """The same, held until the transaction ends: two changes at once follow one another."""
    row = Plan.objects.within(keyring, keyring.own).select_for_update().get(id=plan)
    return row, read(keyring, row)


def save(keyring: Keyring, row: Plan, kept: PlanV1) -> None:
    row.month = shelf(row.circle_id, kept.body)
    write(keyring, row, kept)
    row.save()


def change(
    keyring: Keyring,
    plan: UUID,
    *,
    body: BodyV1,
    note: str,
    revision: int,
    couple: Couple | None,
    now: datetime,
) -> None:
    """Put another body in place of that of this revision; the shown copy follows and says so.

    Raises ChangedElsewhere when another change came first: it stays, and this body is kept aside.
    """
    clash = False
    with transaction.atomic():
        row, kept = held(keyring, plan)
        if body == kept.body or revision == kept.revision:
            kept = changed(keyring, row, replace(kept, note=note), body, couple, now)
        else:
            clash = True
            if body not in kept.aside:
                kept = replace(kept, aside=(*kept.aside, body)[-MOST_ASIDE:])
        save(keyring, row, kept)
    if clash:
        raise ChangedElsewhere
    feeding.follow(keyring)


def changed(
    keyring: Keyring, row: Plan, kept: PlanV1, body: BodyV1, couple: Couple | None, now: datetime
) -> PlanV1:
    """The plan with this body, and the copy for the two along with it. The caller saves."""
    if body == kept.body:
        return kept
    if kept.past is not None and len(kept.past.before) >= MOST_CHANGES:
        raise Enough
    late = is_late(kept.body, body, now)
    # Two changes between two looks of the other are one for them: late if either was.
    late = late or bool(kept.changed and kept.changed.late and _unseen(kept))
    kept = replace(kept, body=body, revision=kept.revision + 1, changed=ChangeV1(at=hour_of(now), late=late))
    return showing.follow(keyring, row, kept, couple, now)


def _unseen(kept: PlanV1) -> bool:
    """The copy for the two lags behind: the space rests, or it is not shown at present."""
    return kept.past is not None and chosen(kept.body, kept.past.parts) != kept.past.said


def _single(
    keyring: Keyring, plan: UUID, alter: Callable[[BodyV1], BodyV1], couple: Couple | None, now: datetime
) -> None:
    with transaction.atomic():
        row, kept = held(keyring, plan)
        body = alter(kept.body)
        if len(body.out) + len(body.moved) > MOST_SINGLE:
            raise Enough
        save(keyring, row, changed(keyring, row, kept, body, couple, now))
    feeding.follow(keyring)


def leave_out(keyring: Keyring, plan: UUID, was: datetime, *, couple: Couple | None, now: datetime) -> None:
    """One of a series does not take place. The rest stays."""

    def alter(body: BodyV1) -> BodyV1:
        moved = tuple(one for one in body.moved if one.was != was)
        return replace(body, out=tuple(sorted({*body.out, was})), moved=moved)

    _single(keyring, plan, alter, couple, now)


def move_one(keyring: Keyring, plan: UUID, moved: MovedV1, *, couple: Couple | None, now: datetime) -> None:
    """One of a series is otherwise, this time only."""

    def alter(body: BodyV1) -> BodyV1:
        others = [one for one in body.moved if one.was != moved.was]
        ordered = sorted([*others, moved], key=lambda one: one.was)
        return replace(body, out=tuple(out for out in body.out if out != moved.was), moved=tuple(ordered))

    _single(keyring, plan, alter, couple, now)


def put_back(keyring: Keyring, plan: UUID, was: datetime, *, couple: Couple | None, now: datetime) -> None:
    """One of a series is again as the rest."""

    def alter(body: BodyV1) -> BodyV1:
        return replace(
            body,
            out=tuple(out for out in body.out if out != was),
            moved=tuple(one for one in body.moved if one.was != was),
        )

    _single(keyring, plan, alter, couple, now)


def call_off(keyring: Keyring, plan: UUID, *, couple: Couple | None, now: datetime) -> None:
    """It does not take place. Where it was shown it stays, and says so. Done twice it is done once."""
    with transaction.atomic():
        row, kept = held(keyring, plan)
        save(keyring, row, called_off(keyring, row, kept, couple, now))
    feeding.follow(keyring)


def called_off(keyring: Keyring, row: Plan, kept: PlanV1, couple: Couple | None, now: datetime) -> PlanV1:
    if kept.off is not None:
        return kept
    off = ChangeV1(at=hour_of(now), late=has_begun(kept.body, now))
    return showing.follow(keyring, row, replace(kept, off=off), couple, now)


def let_go(keyring: Keyring, plan: UUID) -> None:
    """Drop the other wordings that were kept aside."""
    with transaction.atomic():
        row, kept = held(keyring, plan)
        save(keyring, row, replace(kept, aside=()))


class StillShown(Exception):
    """It can be read by somebody else: it is called off, or no longer shown, before it can go."""


def delete(keyring: Keyring, plan: UUID) -> None:
    """Gone for good. Raises StillShown: what somebody was told does not vanish by a side door."""
    with transaction.atomic():
        row, _kept = held(keyring, plan)
        if showing.copies(keyring, row.id).exists():
            raise StillShown
        row.delete()
    feeding.follow(keyring)
