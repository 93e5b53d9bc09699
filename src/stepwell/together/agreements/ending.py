"""Withdrawing, which never waits; and noting what ran out by its date."""

from typing import Literal
from uuid import UUID

from django.db import transaction
from msgspec.structs import replace

from stepwell.ground.spaces.api import NotNow
from stepwell.ground.vault.api import Keyring, read_many
from stepwell.together.agreements import telling
from stepwell.together.agreements.content import EndedV1, HeadV1
from stepwell.together.agreements.errors import NotThere
from stepwell.together.agreements.holding import By, held, keep, one_step, standing_of, stepped
from stepwell.together.agreements.models import Agreement, Withdrawal
from stepwell.together.agreements.shelf import is_over


def withdraw(keyring: Keyring, circle: UUID, agreement: UUID, *, by: By) -> bool:
    """My yes ends, and the agreement with it, at once; also while the space rests, and with no reason.

    Where the record, or the two keys, cannot take it in at present, it ends all the same, and False is given:
    the record is told at this person's next act here. Raises NotThere when it has ended already.
    """
    try:
        with one_step():
            _withdraw(keyring, circle, agreement, by)
    except NotNow:
        with transaction.atomic():
            _row, head = held(keyring, circle, agreement)
            if head.ended:
                raise NotThere from None
            Withdrawal.objects.get_or_create(
                circle_id=circle, agreement_id=agreement, person_id=keyring.person_id
            )
        return False
    return True


def _withdraw(keyring: Keyring, circle: UUID, agreement: UUID, by: By) -> None:
    row, head = held(keyring, circle, agreement)
    gone = Withdrawal.objects.filter(circle_id=circle, agreement_id=agreement)
    standing = standing_of(head, by.today)
    if head.ended or gone.exists() or standing is None:
        raise NotThere
    event = telling.note(keyring, circle, telling.WITHDRAWN, agreement, standing.number, standing.title)
    over = EndedV1(why="withdrawn", at=event.at, by=keyring.person_id, name=by.name)
    head = stepped(head, "withdrawn", by, standing.number, who=keyring.person_id, event=event)
    keep(keyring, row, _ended(head, over))


def catch_up(keyring: Keyring, circle: UUID, *, by: By) -> None:
    """Note what has to be noted before something new is: what ran out, and what I withdrew when nothing could
    be sealed. It comes with an act of this person, never with a look: an entry tells its moment.

    In a transaction of its own, so that no act waits for another one's row. Raises NotNow.
    """
    with one_step():
        _catch_up(keyring, circle, by)


def _catch_up(keyring: Keyring, circle: UUID, by: By) -> None:
    mine = Withdrawal.objects.filter(circle_id=circle, person_id=keyring.person_id)
    withdrawn = set(mine.values_list("agreement_id", flat=True))
    rows = list(Agreement.objects.within(keyring, circle).order_by("id"))
    for row, head in zip(rows, read_many(keyring, rows), strict=True):
        over = head.standing and is_over(head.standing.until, by.today)
        if head.ended or not (row.id in withdrawn or over):
            continue
        _close(keyring, circle, row.id, withdrawn=row.id in withdrawn, by=by)
    mine.delete()


def _close(keyring: Keyring, circle: UUID, agreement: UUID, *, withdrawn: bool, by: By) -> None:
    row, head = held(keyring, circle, agreement)
    standing = head.standing
    if head.ended or (standing is None and not withdrawn):
        return
    number, title = (standing.number, standing.title) if standing else (head.last, head.title)
    me = keyring.person_id if withdrawn else None
    kind = telling.WITHDRAWN if withdrawn else telling.EXPIRED
    more = {} if withdrawn or not standing or not standing.until else {"until": standing.until.isoformat()}
    event = telling.note(keyring, circle, kind, agreement, number, title, **more)
    what: Literal["withdrawn", "expired"] = "withdrawn" if withdrawn else "expired"
    head = stepped(head, what, by, number, who=me, event=event)
    if head.offer and not withdrawn:
        keep(keyring, row, replace(head, standing=None, before=None, still_right=()))
        return
    over = EndedV1(why=what, at=event.at, by=me, name=by.name if withdrawn else "")
    keep(keyring, row, _ended(head, over))


def _ended(head: HeadV1, over: EndedV1) -> HeadV1:
    title = head.standing.title if head.standing else head.title
    return replace(head, title=title, offer=None, before=None, still_right=(), ended=over)
