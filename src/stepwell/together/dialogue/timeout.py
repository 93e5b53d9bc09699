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
    """When I come back, counted from when I stopped. Once. Raises Moved, Past, ValueError."""
    out = _mine(talk, me, chosen.minutes)
    need(not out.chosen and not out.longer)
    until = _ahead(out.at, chosen.minutes, now)
    return replace(talk, out=replace(out, until=until, chosen=True))


def longer(talk: TalkV1, me: UUID, chosen: Chosen, now: datetime) -> TalkV1:
    """More time than was named. Once. Raises Moved, Past, ValueError."""
    out = _mine(talk, me, chosen.minutes)
    need(not out.longer)
    counted = chosen.counted
    begun = counted if counted and out.at <= counted <= now + STEP else now
    until = _ahead(begun, chosen.minutes, max(now, out.until))
    return replace(talk, out=replace(out, until=until, chosen=True, longer=True))


def _ahead(begun: datetime, minutes: int, after: datetime) -> datetime:
    until = begun + timedelta(minutes=minutes)
    if until <= after:
        raise Past
    return until


def counted_from(talk: TalkV1, me: UUID, now: datetime) -> datetime:
    """From where the choices of the next page are counted: when they stopped, or about now for more time."""
    if talk.out is None or names_return(talk, me, now):
        return talk.out.at if talk.out else now
    past = timedelta(seconds=now.timestamp() % STEP.total_seconds())
    return now - past + STEP if past else now


def choices(talk: TalkV1, me: UUID, now: datetime, lengths: Iterable[int]) -> dict[int, datetime]:
    """Of these many minutes those whose end lies ahead, and when that is."""
    begun = counted_from(talk, me, now)
    after = max(now, talk.out.until) if talk.out and not names_return(talk, me, now) else now
    ends = {minutes: begun + timedelta(minutes=minutes) for minutes in lengths}
    return {minutes: end for minutes, end in ends.items() if end > after}


def names_return(talk: TalkV1, me: UUID, now: datetime) -> bool:
    """Counted from when it began: once that is behind them, only a time from now on means anything."""
    out = talk.out
    return out is not None and out.by == me and not (out.chosen or missed(talk, me, now))


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
    return moved(talk, me, "open", step="gather", here=(HereV1(by=me, at=now),), out=None)


def missed(talk: TalkV1, me: UUID, now: datetime) -> bool:
    """The time to come back has passed. For the eyes of who named it alone."""
    return talk.out is not None and talk.out.by == me and now > talk.out.until
