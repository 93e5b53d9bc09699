"""What one of two sees of a talk: the step in their own words, and what they may do in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import Keyring
from stepwell.together.dialogue import frame, presence, timeout
from stepwell.together.dialogue.content import CardV1, Step, TalkV1
from stepwell.together.dialogue.holding import Spoken
from stepwell.together.dialogue.page_words import ANSWERS, CARDS, ORDER
from stepwell.together.dialogue.scene_words import heading, lede


@dataclass(frozen=True)
class Line:
    """Something that was said, as this reader finds it. mine: their own words."""

    who: str
    mine: bool
    said: str
    text: str


@dataclass(frozen=True)
class Laid:
    """A phrase card. answer: what was answered, in words."""

    mine: bool
    words: str
    number: int
    answer: str


@dataclass(frozen=True)
class Scene:
    """One page. mine: the floor is this person's. writes: the field it holds, if any.

    speaker: the name of the other where they speak.
    shown: what is being given back, and what was given back of it. again_in: seconds after which the page
    looks again by itself, because something may be done then that may not now.
    has_words: something was written in it. left_there: what was given back was not quite it, and was left so.
    passed: the time that was named for coming back. open_to_both: from when either may open it again.
    """

    step: Step
    moment: int
    heading: str
    lede: str
    who: str
    other: str
    speaker: str
    mine: bool
    writes: str
    aloud: bool
    one_device: bool
    topic: str
    shown: tuple[Line, ...]
    earlier: tuple[Line, ...]
    tries: tuple[Line, ...]
    has_words: bool
    left_there: bool
    order: str
    card: Laid | None
    i_am_here: bool
    other_is_here: bool
    may_once_more: bool
    second_try: bool
    may_speak_on: bool
    both_heard: bool
    may_say_heard: bool
    i_feel_heard: bool
    may_stop: bool
    may_card: bool
    may_end: bool
    time_is_over: bool
    until: datetime | None
    passed: bool
    open_to_both: datetime | None
    called_it: bool
    names_return: bool
    may_take_longer: bool
    may_open: bool
    missed: bool
    again_in: int


def scene_of(keyring: Keyring, couple: Couple, talk: UUID, state: TalkV1, said: Sequence[Spoken]) -> Scene:
    me, now = keyring.person_id, timezone.now()
    one_device = state.devices == "one"
    mine = one_device or frame.holder(state) == me
    lines = [_line(one, me, couple) for one in said if one.said != "try"]
    shown = _shown(state, said)
    called = state.out is not None and state.out.by == me
    ends = state.began_at + timedelta(minutes=state.minutes) if state.began_at else None
    over = ends is not None and now >= ends
    in_floor = state.step in frame.FLOOR
    missed = timeout.missed(state, me, now)
    return Scene(
        step=state.step,
        moment=state.moment,
        heading=heading(state, me, couple.partner_name, mine=mine),
        lede=lede(state, me, couple.partner_name, passed=timeout.passed(state, now)),
        who=_who(state, me, couple.partner_name, both=_both_here(talk, state)),
        other=couple.partner_name,
        speaker="" if state.speaker == me else couple.partner_name,
        mine=mine,
        writes=writes(state, me),
        aloud=state.way == "aloud",
        one_device=one_device,
        topic=state.topic,
        shown=tuple(lines[len(lines) - shown :]),
        earlier=tuple(lines[: len(lines) - shown]),
        tries=tuple(_line(one, me, couple) for one in said if one.said == "try"),
        has_words=state.way == "written" or bool(said),
        left_there=state.step == "next" and state.last is not None and state.last.what == "not-quite",
        order=str(ORDER[min(state.turn, 3) - 1]),
        card=_laid(state.card, me) if frame.lies(state) else None,
        i_am_here=any(one.by == me and now - one.at < frame.HERE for one in state.here),
        other_is_here=any(one.by != me and now - one.at < frame.HERE for one in state.here),
        may_once_more=not state.once_more,
        second_try=bool(state.tries),
        may_speak_on=state.turn < frame.TURNS,
        both_heard=frame.both_heard(state),
        may_say_heard=in_floor and (me in state.told or (one_device and bool(state.told))),
        i_feel_heard=me in state.heard,
        may_stop=state.step in frame.OPEN or state.step == "gather",
        may_card=state.step in frame.OPEN and not one_device,
        may_end=state.step not in {"ending", "out"} or frame.forsaken(state, now),
        time_is_over=over and state.step in frame.OPEN,
        until=state.out.until if state.out else None,
        passed=timeout.passed(state, now),
        open_to_both=frame.open_to_both(state.out) if state.out else None,
        called_it=called,
        names_return=timeout.names_return(state, me, now),
        may_take_longer=timeout.may_take_longer(state, me, now),
        may_open=timeout.may_open(state, me, now),
        missed=missed,
        again_in=_again_in(state, ends, now),
    )


def _line(one: Spoken, me: UUID, couple: Couple) -> Line:
    return Line(_("You") if one.by == me else couple.partner_name, one.by == me, one.said, one.text)


def _shown(state: TalkV1, said: Sequence[Spoken]) -> int:
    """How many of the last turns belong to what is in hand: what was said, and what was given back."""
    if state.step not in {"again", "back", "confirm", "next"}:
        return 0
    count = 0
    for one in reversed([one for one in said if one.said != "try"]):
        count += 1
        if one.said == "said" or (state.step != "again" and one.said == "again"):
            return count
    return count


def writes(state: TalkV1, me: UUID) -> str:
    """Which field this person's page holds: speak, back, try, or none."""
    mine = state.devices == "one" or frame.holder(state) == me
    if state.step == "now":
        return "try"
    if not mine or state.way == "aloud":
        return ""
    return {"speak": "speak", "again": "speak", "back": "back"}.get(state.step, "")


def _laid(card: CardV1 | None, me: UUID) -> Laid | None:
    if card is None:
        return None
    return Laid(card.by == me, str(CARDS[card.card]), card.number, str(ANSWERS.get(card.answer, "")))


def _both_here(talk: UUID, state: TalkV1) -> bool:
    return state.devices == "two" and all(presence.is_here(talk, person) for person in state.people)


def _who(state: TalkV1, me: UUID, other: str, *, both: bool) -> str:
    if state.step not in frame.FLOOR:
        return ""
    if state.speaker == me:
        said = _("You speak, {name} listens.").format(name=other)
    else:
        said = _("{name} speaks, you listen.").format(name=other)
    return f"{said} {_('You are both here.')}" if both else said


def _again_in(state: TalkV1, ends: datetime | None, now: datetime) -> int:
    marks = [ends] if ends and state.step in frame.OPEN else []
    if state.out:
        marks += [state.out.at + timedelta(minutes=timeout.SHORTEST), timeout.near_from(state.out)]
        marks += [state.out.until, frame.open_to_both(state.out)]
    marks += [one.at + frame.HERE for one in state.here]
    ahead = [mark - now for mark in marks if mark > now]
    return int(min(ahead).total_seconds()) + 1 if ahead else 0
