"""What becomes of what was said: whether a change came in time, and what stood there before."""

from collections.abc import Iterable
from datetime import UTC, datetime

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
from stepwell.together.calendar.zones import instant, zone_of


def hour_of(now: datetime) -> datetime:
    """The hour is told and the minute is not: it would say when somebody held their telephone."""
    return now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def begins(span: SpanV1, start: datetime | None = None) -> datetime:
    return instant(start or span.starts, zone_of(span.zone))


def is_late(before: BodyV1, after: BodyV1, now: datetime) -> bool:
    """Whether something that this change touches had begun by `now`."""
    touched = _touched(before, after)
    return any(moment <= now for moment in touched)


def _touched(before: BodyV1, after: BodyV1) -> list[datetime]:
    single = {"out": (), "moved": ()}
    if before.repeats and replace(before, **single) == replace(after, **single):
        starts = set(before.out) ^ set(after.out)
        starts |= {one.was for one in set(before.moved) ^ set(after.moved)}
        again = [begins(one.when) for one in set(before.moved) ^ set(after.moved)]
        return [*(begins(before.when, start) for start in starts), *again]
    return [begins(before.when), begins(after.when)]


def as_shown(plan: PlanV1, parts: Iterable[str], now: datetime) -> tuple[PlanV1, ShownV1]:
    """The plan with its past brought up to date, and the copy for the other.

    Only what the other could have read before counts as changed: a part shown for the first time does not,
    and a part that is no longer shown goes out of what stood there before, too.
    """
    parts = in_order(parts)
    body, past = chosen(plan.body, parts), plan.past
    if past is None:
        first = ChangeV1(at=hour_of(now), late=begins(plan.body.when) <= now)
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
