"""What becomes of what was said: whether a change came in time, and what stood there before."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from stepwell.together.calendar.content import (
    BeforeV1,
    BodyV1,
    ChangeV1,
    PastV1,
    PlanV1,
    ShownV1,
    SpanV1,
    chosen,
    in_order,
)
from stepwell.together.calendar.slots import starts_between
from stepwell.together.calendar.zones import instant, zone_of

DAY = timedelta(days=1)


def hour_of(now: datetime) -> datetime:
    """The hour is told and the minute is not: it would say when somebody held their telephone."""
    return now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def begins(span: SpanV1, start: datetime | None = None) -> datetime:
    return instant(start or span.starts, zone_of(span.zone))


def is_late(before: BodyV1, after: BodyV1, now: datetime) -> bool:
    """Whether something that this change touches had begun by `now`."""
    singles = _singles_touched(before, after)
    if singles is not None:
        return any(moment <= now for moment in singles)
    return has_begun(before, now) or has_begun(after, now)


def has_begun(body: BodyV1, now: datetime) -> bool:
    """A series of which a time is still to come counts as not begun: the next one was told in time."""
    if not body.repeats:
        return begins(body.when) <= now
    return not any(moment > now for moment in _to_come(body, now))


def _to_come(body: BodyV1, now: datetime) -> Iterator[datetime]:
    """Starts of a series, among them the next after `now`, if there is one."""
    moved = {one.was for one in body.moved}
    yield from (begins(one.when) for one in body.moved if one.was not in body.out)
    first = now.date() - DAY
    for years in (1, 9, 90):
        last = first + DAY * 366 * years
        starts = (start for start in starts_between(body, first, last) if start not in moved)
        yield from (begins(body.when, start) for start in starts)
        first = last + DAY
        if body.last is not None and body.last.date() < first:
            return


def _singles_touched(before: BodyV1, after: BodyV1) -> list[datetime] | None:
    """The times of a series that were changed one by one; None where something else was."""
    single = {"out": (), "moved": ()}
    if before.repeats and replace(before, **single) == replace(after, **single):
        starts = set(before.out) ^ set(after.out)
        starts |= {one.was for one in set(before.moved) ^ set(after.moved)}
        again = [begins(one.when) for one in set(before.moved) ^ set(after.moved)]
        return [*(begins(before.when, start) for start in starts), *again]
    return None


def began_before(body: BodyV1, change: ChangeV1) -> bool:
    """Whether a series had its first time before that hour."""
    return body.repeats and begins(body.when) <= change.at


def as_shown(plan: PlanV1, parts: Iterable[str], now: datetime) -> tuple[PlanV1, ShownV1]:
    """The plan with its past brought up to date, and the copy for the other.

    Only what the other could have read before counts as changed: a part shown for the first time does not,
    and a part that is no longer shown goes out of what stood there before, too.
    """
    parts = in_order(parts)
    body, past = chosen(plan.body, parts), plan.past
    if past is None:
        first = ChangeV1(at=hour_of(now), late=has_begun(plan.body, now))
        past = PastV1(first=first, said=body, parts=parts)
    else:
        both = in_order(set(parts) & set(past.parts))
        before = past.before
        if chosen(past.said, both) != chosen(body, both):
            change = plan.changed or ChangeV1(at=hour_of(now), late=is_late(past.said, body, now))
            before = (*before, BeforeV1(body=past.said, change=change))
        past = replace(past, said=body, parts=parts, before=before)
    copy = ShownV1(body=body, first=past.first, before=_readable(past, parts), off=plan.off)
    return replace(plan, past=past, shown=parts), copy


def _readable(past: PastV1, parts: tuple[str, ...]) -> tuple[BeforeV1, ...]:
    cut = [replace(one, body=chosen(one.body, parts)) for one in past.before]
    after = [*(one.body for one in cut), past.said][1:]
    return tuple(one for one, then in zip(cut, after, strict=True) if one.body != then)
