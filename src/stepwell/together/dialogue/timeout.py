"""The time-out: at once, by either, without a reason or a last word; and coming back. State in, state out."""

from datetime import datetime, timedelta
from uuid import UUID

from msgspec.structs import replace

from stepwell.together.dialogue.content import HereV1, OutV1, TalkV1
from stepwell.together.dialogue.frame import OPEN, forsaken, moved, need
from stepwell.together.dialogue.limits import Moved

SHORTEST, LONGEST = 20, 24 * 60
AT_FIRST = 30


def stop(talk: TalkV1, me: UUID, now: datetime) -> TalkV1:
    """The room is shut for both."""
    need(talk.step in OPEN or talk.step == "gather")
    resumes = talk.resumes if talk.step == "gather" else talk.step
    out = OutV1(by=me, at=now, until=now + timedelta(minutes=AT_FIRST))
    return moved(talk, me, "time-out", step="out", resumes=resumes, out=out, card=None, here=())


def choose(talk: TalkV1, me: UUID, minutes: int) -> TalkV1:
    """When I come back, counted from when I stopped. Once. Raises Moved, ValueError."""
    out = _mine(talk, me, minutes)
    need(not out.chosen and not out.longer)
    return replace(talk, out=replace(out, until=out.at + timedelta(minutes=minutes), chosen=True))


def longer(talk: TalkV1, me: UUID, minutes: int, now: datetime) -> TalkV1:
    """More time, counted from now. Once. Raises Moved, ValueError."""
    out = _mine(talk, me, minutes)
    need(not out.longer)
    return replace(talk, out=replace(out, until=now + timedelta(minutes=minutes), chosen=True, longer=True))


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
