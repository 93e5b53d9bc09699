"""Feelings in families. The first word of each stands on the short list; none of them judges."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Family:
    """label: plain name of the family. words: key to what people read."""

    label: "StrOrPromise"
    words: dict[str, "StrOrPromise"]


FEELINGS = (
    Family(
        _("Tired"),
        {
            "tired": _("tired"),
            "worn_out": _("worn out"),
            "heavy": _("heavy"),
            "foggy": _("foggy"),
            "restless": _("restless"),
            "stretched": _("stretched thin"),
        },
    ),
    Family(
        _("Calm"),
        {
            "calm": _("calm"),
            "settled": _("settled"),
            "relieved": _("relieved"),
            "steady": _("steady"),
            "rested": _("rested"),
            "content": _("content"),
            "at_ease": _("at ease"),
        },
    ),
    Family(
        _("Sad"),
        {
            "sad": _("sad"),
            "grieving": _("grieving"),
            "disappointed": _("disappointed"),
            "homesick": _("homesick for how it was"),
            "tearful": _("tearful"),
            "let_down": _("let down"),
        },
    ),
    Family(
        _("Angry"),
        {
            "angry": _("angry"),
            "irritated": _("irritated"),
            "bitter": _("bitter"),
            "resentful": _("resentful"),
            "furious": _("furious"),
            "jealous": _("jealous"),
            "unheard": _("unheard"),
        },
    ),
    Family(
        _("Tender"),
        {
            "tender": _("tender"),
            "warm": _("warm"),
            "grateful": _("grateful"),
            "touched": _("touched"),
            "close": _("close"),
            "fond": _("fond"),
            "playful": _("playful"),
        },
    ),
    Family(
        _("Ashamed"),
        {
            "ashamed": _("ashamed"),
            "remorseful": _("remorseful"),
            "embarrassed": _("embarrassed"),
            "exposed": _("exposed"),
            "small": _("small"),
            "regretful": _("regretful"),
        },
    ),
    Family(
        _("Anxious"),
        {
            "anxious": _("anxious"),
            "afraid": _("afraid"),
            "on_edge": _("on edge"),
            "wary": _("wary"),
            "suspicious": _("suspicious"),
            "panicky": _("panicky"),
            "unsure": _("unsure"),
            "overwhelmed": _("overwhelmed"),
        },
    ),
    Family(
        _("Hopeful"),
        {
            "hopeful": _("hopeful"),
            "curious": _("curious"),
            "encouraged": _("encouraged"),
            "proud": _("proud"),
            "strong": _("strong"),
            "open": _("open"),
            "light": _("light"),
        },
    ),
    Family(
        _("Lonely"),
        {
            "lonely": _("lonely"),
            "left_out": _("left out"),
            "unwanted": _("unwanted"),
            "longing": _("longing"),
            "distant": _("distant"),
            "unseen": _("unseen"),
        },
    ),
    Family(
        _("Numb"),
        {
            "numb": _("numb"),
            "empty": _("empty"),
            "far_away": _("far away"),
            "flat": _("flat"),
            "confused": _("confused"),
            "stunned": _("stunned"),
            "unreal": _("unreal"),
        },
    ),
)
