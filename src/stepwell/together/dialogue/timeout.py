"""The time-out: at once, by either, without a reason or a last word; and coming back. State in, state out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from msgspec.structs import replace

from stepwell.together.dialogue.content import HereV1, OutV1, TalkV1
from stepwell.together.dialogue.frame import OPEN, forsaken, moved, need
from stepwell.together.dialogue.limits import Moved, Past

SHORTEST, LONGEST = 20, 24 * 60
AT_FIRST = 30
# The last part of a time that was named: its second half, of a long one the last hour. Till then it can be
# named anew, as one corrects a mistake; from then on there is more time, once, and it is really more.
NEAR = timedelta(hours=1)
LEAST_MORE = timedelta(minutes=10)
# What is counted from now is counted from the next of these, so that a page says the same for a while.
STEP = timedelta(minutes=5)


@dataclass(frozen=True)
class Chosen:
    """minutes: from when they stopped, or for more time from `counted`, as their page had it."""

    minutes: int
    counted: datetime | None = None


def stop(talk: TalkV1, me: UUID, now: datetime) -> TalkV1:
    """The room is shut for both."""
    need(talk.step in OPEN or talk.step == "gather")
    resumes = talk.resumes if talk.step == "gather" else talk.step
    out = OutV1(by=me, at=now, until=now + timedelta(minutes=AT_FIRST))
    return moved(talk, me, "time-out", step="out", resumes=resumes, out=out, card=None, here=())


def choose(talk: TalkV1, me: UUID, chosen: Chosen, now: datetime) -> TalkV1:
    """When I come back, counted from when I stopped; anew while it is far. Raises Moved, Past, ValueError."""
    out = _mine(talk, me, chosen.minutes)
    need(not out.longer and not (out.chosen and near(out, now)))
    until = _ahead(out.at, chosen.minutes, now)
    return replace(talk, out=replace(out, until=until, chosen=True))


def longer(talk: TalkV1, me: UUID, chosen: Chosen, now: datetime) -> TalkV1:
    """More time than was named. Once, and when that is near or over. Raises Moved, Past, ValueError."""
    out = _mine(talk, me, chosen.minutes)
    need(may_take_longer(talk, me, now))
    counted = chosen.counted
    begun = counted if counted and out.at <= counted <= now + STEP else now
    until = begun + timedelta(minutes=chosen.minutes)
    if not _is_more(out, until, now):
        raise Past
    return replace(talk, out=replace(out, until=until, chosen=True, longer=True))


def _ahead(begun: datetime, minutes: int, after: datetime) -> datetime:
    until = begun + timedelta(minutes=minutes)
    if until <= after:
        raise Past
    return until


def _is_more(out: OutV1, until: datetime, now: datetime) -> bool:
    return until > now and until >= out.until + LEAST_MORE


def near_from(out: OutV1) -> datetime:
    """When the last part of the time that was named begins."""
    return out.until - min((out.until - out.at) / 2, NEAR)


def near(out: OutV1, now: datetime) -> bool:
    return now >= near_from(out)


def counted_from(talk: TalkV1, me: UUID, now: datetime) -> datetime:
    """From where the choices of the next page are counted: when they stopped, or about now for more time."""
    if talk.out is None or names_return(talk, me, now):
        return talk.out.at if talk.out else now
    past = timedelta(seconds=now.timestamp() % STEP.total_seconds())
    return now - past + STEP if past else now


def choices(talk: TalkV1, me: UUID, now: datetime, lengths: Iterable[int]) -> dict[int, datetime]:
    """Of these many minutes those whose end lies ahead, and when that is."""
    begun, out = counted_from(talk, me, now), talk.out
    ends = {minutes: begun + timedelta(minutes=minutes) for minutes in lengths}
    if out is None or names_return(talk, me, now):
        return {minutes: end for minutes, end in ends.items() if end > now}
    return {minutes: end for minutes, end in ends.items() if _is_more(out, end, now)}


def named(talk: TalkV1) -> int:
    """How many minutes were named, or stand there till somebody does."""
    return int((talk.out.until - talk.out.at) / timedelta(minutes=1)) if talk.out else AT_FIRST


def names_return(talk: TalkV1, me: UUID, now: datetime) -> bool:
    """Counted from when it began: once that is behind them, only a time from now on means anything."""
    out = talk.out
    if out is None or out.by != me or out.longer or now > out.until:
        return False
    return not (out.chosen and near(out, now))


def may_take_longer(talk: TalkV1, me: UUID, now: datetime) -> bool:
    out = talk.out
    return out is not None and out.by == me and not out.longer and not names_return(talk, me, now)


def _mine(talk: TalkV1, me: UUID, minutes: int) -> OutV1:
    if talk.step != "out" or talk.out is None or talk.out.by != me:
        raise Moved
    if not SHORTEST <= minutes <= LONGEST:
        raise ValueError(minutes)
    return talk.out


def may_open(talk: TalkV1, me: UUID, now: datetime) -> bool:
    """Who called it, after the shortest time; long after it was over, either."""
    out = talk.out
    if talk.step != "out" or out is None:
        return False
    return forsaken(talk, now) or (out.by == me and now >= out.at + timedelta(minutes=SHORTEST))


def reopen(talk: TalkV1, me: UUID, now: datetime) -> TalkV1:
    """It goes on where it stopped, once the other is here too."""
    need(may_open(talk, me, now))
    stopped = talk.stopped_at or (talk.out.at if talk.out else None)
    here = (HereV1(by=me, at=now),)
    return moved(talk, me, "open", step="gather", here=here, stopped_at=stopped, out=None)


def missed(talk: TalkV1, me: UUID, now: datetime) -> bool:
    """The time to come back has passed. For the eyes of who named it alone."""
    return talk.out is not None and talk.out.by == me and passed(talk, now)


def passed(talk: TalkV1, now: datetime) -> bool:
    return talk.out is not None and now > talk.out.until
