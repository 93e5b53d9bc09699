"""The words a check-in offers: feelings in families, body, what was hard, what helped. None of them judges.

A key never changes and is never given a second meaning: check-ins of many years hold it.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stepwell.ground.ui.api import is_own, label_of
from stepwell.together.checkins.feelings import FEELINGS

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

KINDS = ("feelings", "body", "hard", "helped")
MOST_OWN_WORDS = 60


BODY: dict[str, "StrOrPromise"] = {
    "tight_chest": _("tight chest"),
    "warm_hands": _("warm hands"),
    "heavy_legs": _("heavy legs"),
    "clenched_jaw": _("clenched jaw"),
    "knot_stomach": _("knot in the stomach"),
    "lump_throat": _("lump in the throat"),
    "racing_heart": _("racing heart"),
    "shallow_breath": _("shallow breath"),
    "tense_shoulders": _("tense shoulders"),
    "headache": _("headache"),
    "shaky": _("shaky"),
    "cold": _("cold"),
    "soft_belly": _("soft belly"),
    "deep_breath": _("easy breath"),
    "nothing_much": _("nothing much"),
}

HARD: dict[str, "StrOrPromise"] = {
    "tone": _("the tone of a message"),
    "phone": _("a phone turned away"),
    "late": _("late without word"),
    "silence": _("silence"),
    "place": _("a place"),
    "name": _("a name"),
    "date": _("a date that remembers"),
    "question": _("a question left open"),
    "half_truth": _("a half-answer"),
    "dream": _("a dream"),
    "picture": _("a picture in my head"),
    "film": _("a film or a song"),
    "apart": _("a night apart"),
    "quarrel": _("a quarrel"),
    "family": _("family or friends"),
    "work": _("a hard day at work"),
    "bad_night": _("a bad night"),
}

HELPED: dict[str, "StrOrPromise"] = {
    "told_first": _("told before I asked"),
    "kept_promise": _("a small promise kept"),
    "listened": _("being listened to"),
    "answered": _("a plain answer"),
    "sorry": _("an apology without a but"),
    "patience": _("patience"),
    "hands": _("holding hands"),
    "meal": _("a meal together"),
    "walk": _("a walk"),
    "alone_time": _("time alone"),
    "laugh": _("a laugh"),
    "friend": _("a friend"),
    "session": _("a session with a therapist"),
    "movement": _("moving my body"),
    "outdoors": _("being outdoors"),
    "writing": _("writing it down"),
    "sleep": _("enough sleep"),
}

WORDS: dict[str, dict[str, "StrOrPromise"]] = {
    "feelings": {key: label for family in FEELINGS for key, label in family.words.items()},
    "body": BODY,
    "hard": HARD,
    "helped": HELPED,
}


# What the page shows before "more words" is opened: enough for a thumb, few enough for a glance.
SHORT_LIST: dict[str, tuple[str, ...]] = {
    "feelings": tuple(next(iter(family.words)) for family in FEELINGS),
    "body": tuple(BODY)[:6],
    "hard": tuple(HARD)[:6],
    "helped": tuple(HELPED)[:6],
}


def label(kind: str, stored: str) -> "str | Promise":
    return label_of(WORDS[kind], stored)


def labels(kind: str, stored: Iterable[str]) -> list[str]:
    return [str(label(kind, word)) for word in stored]


def is_known(kind: str, stored: str) -> bool:
    return stored in WORDS[kind] or is_own(stored)
