"""The heading of each step, for each of the two."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.html import format_html
from django.utils.translation import gettext as _

from stepwell.together.dialogue.content import TalkV1

if TYPE_CHECKING:
    from stepwell.together.dialogue.scene import Scene

ENDS = (".", "?", "!", "…", "。", "？")


def heading(talk: TalkV1, me: UUID, other: str, *, mine: bool) -> str:
    shared = {
        "gather": _("Are you both here?"),
        "now": _("What now"),
        "out": _("A time-out"),
        "ending": _("Before you go"),
    }
    if talk.step in shared:
        return shared[talk.step]
    if talk.devices == "one":
        return _for_one_device(talk, me, other)
    return (_mine(talk) if mine else _theirs(talk)).format(name=other)


def _mine(talk: TalkV1) -> str:
    aloud = talk.way == "aloud"
    return {
        "speak": _("Say aloud what it is like for you") if aloud else _("Say what it is like for you"),
        "again": _("Say it once more"),
        "back": _("Give back what you heard"),
        "confirm": _("Is that it?"),
        "next": _("Speak on, or change roles"),
    }[talk.step]


def _theirs(talk: TalkV1) -> str:
    return {
        "speak": _("{name} speaks, and you listen"),
        "again": _("{name} says it once more"),
        "back": _("{name} gives back what they heard"),
        "confirm": _("{name} looks whether that is it"),
        "next": _("{name} chooses how it goes on"),
    }[talk.step]


def _for_one_device(talk: TalkV1, me: UUID, other: str) -> str:
    """The one who holds the device reads it: it says whose hands it belongs in."""
    speaker = _("You") if talk.speaker == me else other
    listener = other if talk.speaker == me else _("You")
    words = {
        "speak": _("{speaker}: say what it is like"),
        "again": _("{speaker}: say it once more"),
        "back": _("{listener}: give back what was said"),
        "confirm": _("{speaker}: is that it?"),
        "next": _("{speaker}: speak on, or change roles"),
    }
    return words[talk.step].format(speaker=speaker, listener=listener)


def lede(talk: TalkV1, me: UUID, other: str, *, passed: bool) -> str:
    """passed: the time that was named for coming back from a time-out."""
    if talk.step == "gather":
        return _about(talk)
    if talk.step == "now":
        return _("You both feel heard. Each may write what they would try. Nothing here needs an answer.")
    if talk.step == "ending":
        return _(
            "The talk is over. Each goes in their own words, and nobody reads yours unless you choose it."
        )
    if talk.step == "out" and talk.out is not None:
        return _out(mine=talk.out.by == me, passed=passed).format(name=other)
    if talk.step in {"speak", "again"} and (talk.speaker == me or talk.devices == "one"):
        return _about(talk)
    if talk.step in {"speak", "again"} and talk.speaker != me and talk.devices == "two":
        return _("You need nothing ready. First you give back what you heard; your own turn comes.")
    return ""


def _about(talk: TalkV1) -> str:
    """The topic apart from the sentence it stands in, whichever way either is read."""
    topic = format_html("<bdi>{}</bdi>", talk.topic.rstrip("."))
    return format_html(_("It is about: {topic}."), topic=topic)


def _out(*, mine: bool, passed: bool) -> str:
    """Of who is awaited it is not said that they did not come: a time passed, and the room is shut."""
    if passed and mine:
        return _("You stopped. The room is shut for both of you until it is opened again.")
    if passed:
        return _(
            "{name} stopped. The time that was named has passed. The room stays shut until it is opened."
        )
    if mine:
        return _("You stopped. The room is shut for both of you, and nothing more is said in it till then.")
    return _("{name} stopped, and comes back. The room is shut for both of you till then.")


def told(scene: "Scene") -> str:
    """What a screen reader is told when the open page comes to this: where it stands, and what came from the
    other."""
    said = [scene.heading]
    card = scene.card
    if card and card.mine and card.answer:
        said.append(f"{scene.other}: {card.answer}")
    elif card and not card.mine and not card.answer:
        said.append(f"{scene.other}: “{card.words}”")
    if scene.step == "gather" and scene.other_is_here and not scene.i_am_here:
        said.append(_("{name} is here.").format(name=scene.other))
    if scene.time_is_over:
        said.append(_("The time you chose is over."))
    return " ".join([*map(_ended, said[:-1]), said[-1]])


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith(ENDS) else f"{sentence}."
