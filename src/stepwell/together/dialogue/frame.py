"""The frame of a talk: what may come after what. No rows and no clock of its own: state in, state out.

Whoever does what is not theirs to do now gets Moved, and the state stays as it was.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from msgspec.structs import replace

from stepwell.together.dialogue.content import (
    Answer,
    Card,
    CardV1,
    HereV1,
    LastV1,
    LeftV1,
    OutV1,
    Step,
    TalkV1,
)
from stepwell.together.dialogue.limits import Moved

TURNS = 3
# How long "I am here" holds while the other is awaited.
HERE = timedelta(minutes=10)
CARD_LIES = 2
OPEN: frozenset[Step] = frozenset({"speak", "again", "back", "confirm", "next", "now"})
FLOOR: frozenset[Step] = OPEN - {"now"}


def moved(talk: TalkV1, by: UUID, what: str, **changes: Any) -> TalkV1:
    last = LastV1(by=by, what=what, moment=talk.moment)
    return replace(talk, moment=talk.moment + 1, last=last, **changes)


def need(holds: bool) -> None:
    if not holds:
        raise Moved


def holder(talk: TalkV1) -> UUID:
    """Who holds the floor: there is never a second one."""
    return talk.listener if talk.step == "back" else talk.speaker


def here(talk: TalkV1, me: UUID, now: datetime) -> TalkV1:
    """I am here. With both it goes on; on one device a single word counts for both."""
    need(talk.step == "gather")
    others = tuple(one for one in talk.here if one.by != me and now - one.at < HERE)
    if others or talk.devices == "one":
        began = now if talk.began_at is None else talk.began_at + (now - (talk.stopped_at or now))
        return moved(talk, me, "here", step=talk.resumes, here=(), began_at=began, stopped_at=None, out=None)
    return replace(talk, here=(HereV1(by=me, at=now),))


def say(talk: TalkV1, me: UUID) -> TalkV1:
    need(talk.step in {"speak", "again"} and me == talk.speaker)
    return moved(talk, me, "say", step="back")


def once_more(talk: TalkV1, me: UUID) -> TalkV1:
    """The listener asks to hear it again, once a turn."""
    need(talk.step == "back" and me == talk.listener and not talk.once_more)
    return moved(talk, me, "once-more", step="again", once_more=True)


def give_back(talk: TalkV1, me: UUID) -> TalkV1:
    need(talk.step == "back" and me == talk.listener)
    return moved(talk, me, "back", step="confirm")


def yes(talk: TalkV1, me: UUID) -> TalkV1:
    need(talk.step == "confirm" and me == talk.speaker)
    told = talk.told if me in talk.told else (*talk.told, me)
    return moved(talk, me, "yes", step="next", told=told)


def not_quite(talk: TalkV1, me: UUID) -> TalkV1:
    """Said once more and given back once more; after that it rests for now."""
    need(talk.step == "confirm" and me == talk.speaker)
    if talk.tries:
        return moved(talk, me, "not-quite", step="next")
    return moved(talk, me, "not-quite", step="again", tries=1)


def speak_on(talk: TalkV1, me: UUID) -> TalkV1:
    need(talk.step == "next" and me == talk.speaker and talk.turn < TURNS)
    return moved(talk, me, "on", step="speak", turn=talk.turn + 1, tries=0, once_more=False)


def change(talk: TalkV1, me: UUID) -> TalkV1:
    """The speaker gives the floor to the other."""
    need(talk.step in {"speak", "next"} and me == talk.speaker)
    return moved(talk, me, "change", **_turn_of(talk.listener))


def _turn_of(speaker: UUID) -> dict[str, Any]:
    return {"step": "speak", "speaker": speaker, "turn": 1, "tries": 0, "once_more": False}


def feel_heard(talk: TalkV1, me: UUID, *, so: bool) -> TalkV1:
    """Moves nothing: the other's page stays as it was until both have said so."""
    need(talk.step in FLOOR and (me in talk.told or talk.devices == "one"))
    mine = set(talk.people) if talk.devices == "one" else {me}
    heard = set(talk.heard) | mine if so else set(talk.heard) - mine
    return replace(talk, heard=tuple(one for one in talk.people if one in heard))


def both_heard(talk: TalkV1) -> bool:
    return len(talk.heard) == len(talk.people)


def what_now(talk: TalkV1, me: UUID) -> TalkV1:
    need(talk.step in {"speak", "next"} and me == talk.speaker and both_heard(talk))
    return moved(talk, me, "now", step="now")


def talk_again(talk: TalkV1, me: UUID) -> TalkV1:
    need(talk.step == "now")
    return moved(talk, me, "talk", **_turn_of(me))


def lay(talk: TalkV1, me: UUID, card: Card) -> TalkV1:
    """A phrase card. The one before it is gone; the same laid twice is one."""
    need(talk.step in OPEN)
    old = talk.card
    if old and lies(talk) and (old.by, old.card, old.answer) == (me, card, ""):
        return talk
    return replace(talk, card=_card(talk, me, card))


def _card(talk: TalkV1, me: UUID, card: Card) -> CardV1:
    number = talk.card.number + 1 if talk.card else 1
    return CardV1(by=me, card=card, number=number, moment=talk.moment)


def lies(talk: TalkV1) -> bool:
    """Whether the last card is still on the table: it goes by itself as the talk moves on."""
    return talk.card is not None and talk.moment <= talk.card.moment + CARD_LIES


def answer(talk: TalkV1, me: UUID, number: int, said: Answer) -> TalkV1:
    need(talk.card is not None and talk.card.number == number and talk.card.by != me)
    return replace(talk, card=replace(talk.card, answer=said)) if talk.card else talk


def end(talk: TalkV1, me: UUID, now: datetime) -> TalkV1:
    """By either, at any step in which the room is open. What was in hand then is still known."""
    need(talk.step not in {"ending", "out"} or (talk.step == "out" and forsaken(talk, now)))
    stood = talk.resumes if talk.step in {"gather", "out"} else talk.step
    return moved(talk, me, "end", step="ending", resumes=stood, ending_at=now, out=None, card=None, here=())


def leave(talk: TalkV1, left: LeftV1) -> TalkV1:
    """How one of the two goes. Moves nothing before both have."""
    need(talk.step == "ending" and not has_left(talk, left.by))
    return replace(talk, left=(*talk.left, left))


def has_left(talk: TalkV1, person: UUID) -> bool:
    return person in {left.by for left in talk.left}


def open_to_both(out: OutV1) -> datetime:
    """From when whoever did not call it may open it too."""
    return out.until + timedelta(hours=24)


def forsaken(talk: TalkV1, now: datetime) -> bool:
    return talk.out is not None and now >= open_to_both(talk.out)
