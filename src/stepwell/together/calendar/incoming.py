"""Verbs on calendar files: laid before the person first, then all of it or nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import Keyring, new_id, read, read_many, write
from stepwell.together.calendar import feeding, showing, writing
from stepwell.together.calendar.changing import hour_of
from stepwell.together.calendar.content import BodyV1, BroughtV1, FormerV1, IncomingV1, ItemV1, PlanV1
from stepwell.together.calendar.models import Brought, Incoming, Plan
from stepwell.together.calendar.shelves import uid_key

MOST_FILES = 40
AT_ONCE = 400


class Another(Exception):
    """Another file waits than the one that was looked at."""


class Nothing(Exception):
    """There is no file that waits."""


@dataclass(frozen=True)
class Look:
    """What a file would do. key: names this very file.

    gone: plans of an earlier file with some of the same that this one lacks.
    """

    key: str
    name: str
    fresh: tuple[ItemV1, ...]
    changed: tuple[ItemV1, ...]
    same: int
    off: tuple[ItemV1, ...]
    gone: tuple[PlanV1, ...]
    left: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Known:
    row: Plan
    plan: PlanV1


def offer(keyring: Keyring, incoming: IncomingV1) -> None:
    """Lay a file that was read aside until its owner says a word. An earlier one goes."""
    with transaction.atomic():
        row = Incoming.objects.hold(keyring, keyring.own) or Incoming(circle_id=keyring.own)
        write(keyring, row, incoming)
        row.save()


def put_away(keyring: Keyring) -> None:
    Incoming.objects.within(keyring, keyring.own).delete()


def look(keyring: Keyring) -> Look:
    """Raises Nothing."""
    key, found = _waiting(keyring)
    known = known_by(keyring, [item.uid for item in found.items])
    fresh, changed, off, same, unknown = [], [], [], 0, 0
    for item in found.items:
        before = known.get(item.uid)
        if before is None:
            unknown += item.off
            fresh += [] if item.off else [item]
        elif item.off and before.plan.off is None:
            off.append(item)
        elif _is_same(before.plan, item):
            same += 1
        else:
            changed.append(item)
    gone = tuple(one.plan for one in _gone(keyring, found))
    left = (*found.left, ("off", unknown))
    return Look(key, found.name, tuple(fresh), tuple(changed), same, tuple(off), gone, left)


def _waiting(keyring: Keyring) -> tuple[str, IncomingV1]:
    row = Incoming.objects.one(keyring, keyring.own)
    if row is None:
        raise Nothing
    found: IncomingV1 = read(keyring, row)
    return f"{row.id}.{row.version}", found


def _is_same(plan: PlanV1, item: ItemV1) -> bool:
    if _stands_again(plan, item):
        return False
    return item.off or (plan.body == _body(plan, item) and plan.note == item.note)


def _stands_again(plan: PlanV1, item: ItemV1) -> bool:
    """A file called it off and now does not. What its owner called off by hand stays so."""
    return plan.off is not None and plan.file_off and not item.off


def _body(plan: PlanV1, item: ItemV1) -> BodyV1:
    """A file knows no kinds: an appointment stays one."""
    return replace(item.body, sort=plan.body.sort)


def known_by(keyring: Keyring, uids: Iterable[str]) -> dict[str, Known]:
    own, found = Plan.objects.within(keyring, keyring.own), {}
    keys = [uid_key(keyring.own, uid) for uid in dict.fromkeys(uids)]
    for start in range(0, len(keys), AT_ONCE):
        rows = list(own.filter(uid__in=keys[start : start + AT_ONCE]))
        for row, plan in zip(rows, read_many(keyring, rows), strict=True):
            found[plan.uid] = Known(row, plan)
    return found


def _gone(keyring: Keyring, found: IncomingV1) -> list[Known]:
    """Of files that share a plan with this one: plans that still stand here and are not in it."""
    here = {item.uid for item in found.items}
    missing: set[str] = set()
    for row in Brought.objects.within(keyring, keyring.own):
        uids = set(read(keyring, row).uids)
        missing |= uids - here if uids & here else set()
    known = known_by(keyring, sorted(missing))
    return [one for one in known.values() if one.plan.came is not None and one.plan.off is None]


def keep(
    keyring: Keyring, *, let_go: bool, couple: Couple | None, now: datetime, seen: str | None = None
) -> UUID:
    """All of the file that waits. seen: the key of the one that was looked at.

    let_go: what an earlier file brought and this one lacks goes, too.

    Raises Nothing, Another, and writing.Enough with nothing changed.
    """
    with transaction.atomic():
        key, found = _waiting(keyring)
        if seen is not None and seen != key:
            raise Another
        brought = Brought(circle_id=keyring.own, id=new_id())
        gone = _gone(keyring, found) if let_go else []
        former = [*_bring(keyring, found, brought.id, couple, now)]
        former += [drop(keyring, one, couple, now) for one in gone]
        uids = tuple(item.uid for item in found.items)
        said = BroughtV1(at=hour_of(now), name=found.name, uids=uids, former=tuple(former))
        write(keyring, brought, said)
        brought.save(force_insert=True)
        put_away(keyring)
        _check_room(keyring)
    feeding.follow(keyring)
    return brought.id


def _check_room(keyring: Keyring) -> None:
    """Inside the transaction: what is too much takes everything back with it."""
    own = keyring.own
    if Plan.objects.within(keyring, own).count() > writing.MOST_PLANS:
        raise writing.Enough
    files = Brought.objects.within(keyring, own)
    # The oldest file can no longer be undone; its plans stay.
    kept = list(files.order_by("-id").values_list("id", flat=True)[:MOST_FILES])
    files.exclude(id__in=kept).delete()


def _bring(
    keyring: Keyring, found: IncomingV1, brought: UUID, couple: Couple | None, now: datetime
) -> Iterator[FormerV1]:
    known, fresh = known_by(keyring, [item.uid for item in found.items]), []
    for item in found.items:
        before = known.get(item.uid)
        if before is None:
            if not item.off:
                plan = PlanV1(body=item.body, uid=item.uid, note=item.note, came=brought)
                fresh.append(row := writing.new_row(keyring, plan))
                write(keyring, row, plan)
                yield FormerV1(id=row.id, revision=plan.revision)
        elif not _is_same(before.plan, item) or item.off != before.plan.file_off:
            yield _renew(keyring, before, item, brought, couple, now)
    Plan.objects.within(keyring, keyring.own).bulk_create(fresh, batch_size=200)


def _renew(
    keyring: Keyring, before: Known, item: ItemV1, brought: UUID, couple: Couple | None, now: datetime
) -> FormerV1:
    row, plan = before.row, before.plan
    if item.off:
        after = replace(writing.called_off(keyring, row, plan, couple, now), file_off=True)
    else:
        off = None if _stands_again(plan, item) else plan.off
        told = replace(plan, note=item.note, off=off, file_off=False, came=plan.came or brought)
        after = writing.changed(keyring, row, told, _body(plan, item), couple, now)
        after = follow_off(keyring, row, plan, after, couple, now)
    writing.save(keyring, row, after)
    return FormerV1(id=row.id, revision=after.revision, plan=plan)


def follow_off(
    keyring: Keyring, row: Plan, before: PlanV1, after: PlanV1, couple: Couple | None, now: datetime
) -> PlanV1:
    """Whether it stands is told, also where not a word of it was changed."""
    return after if after.off == before.off else showing.follow(keyring, row, after, couple, now)


def drop(keyring: Keyring, one: Known, couple: Couple | None, now: datetime) -> FormerV1:
    """What somebody was told does not vanish: it is called off."""
    if showing.copies(keyring, one.row.id).exists():
        off = writing.called_off(keyring, one.row, one.plan, couple, now)
        writing.save(keyring, one.row, replace(off, file_off=one.plan.file_off or one.plan.off is None))
    else:
        gone = one.row.id
        one.row.delete()
        return FormerV1(id=gone, revision=one.plan.revision, plan=one.plan)
    return FormerV1(id=one.row.id, revision=one.plan.revision, plan=one.plan)


def files(keyring: Keyring) -> list[tuple[UUID, BroughtV1]]:
    """The files that were kept, the newest first."""
    rows = list(Brought.objects.within(keyring, keyring.own).order_by("-id"))
    return [(row.id, said) for row, said in zip(rows, read_many(keyring, rows), strict=True)]
