"""Thoughts to begin with. Each may be refused: for today, for good, or all of them."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from stepwell.own.journal.content import HabitsV1, Sort

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

PROMPTS: dict[Sort, dict[str, "StrOrPromise"]] = {
    "day": {
        "stays": _("What stays with you from today?"),
        "put_down": _("What would you like to put down here, so that you need not carry it tonight?"),
        "shifted": _("When did something shift, for better or for worse?"),
        "looked_after": _("What did you do today that looked after you?"),
        "asked": _("What do you wish somebody had asked you?"),
        "keep_hearing": _("Which words of today do you keep hearing?"),
        "needed": _("What would have made today a little easier?"),
    },
    "gratitude": {
        "easier": _("What made something a little easier today?"),
        "kind": _("Who was kind, to you or near you?"),
        "senses": _("What did you see, hear or taste that was good?"),
        "body": _("What did your body let you do?"),
        "own_doing": _("What did you do that you are glad of?"),
        "small": _("What small thing would you have missed if it had not been there?"),
    },
    "reflection": {
        "need": _("What did you need, and what did you do about it?"),
        "told_myself": _("What did you tell yourself today, and is it the whole of it?"),
        "friend": _("What would you say to a friend who had this day?"),
        "held_back": _("What did you hold back, and what would have made it safe to say?"),
        "value": _("Which of the things you stand for did you live by?"),
        "month": _("What do you understand now that you did not understand a month ago?"),
        "pace": _("What is too fast at the moment, and what is too slow?"),
    },
}
ALL = {key: words for prompts in PROMPTS.values() for key, words in prompts.items()}


def words_of(key: str) -> "StrOrPromise":
    """Empty for a key that no longer stands in the house, or never did."""
    return ALL.get(key, "")


def offered(sort: Sort, habits: HabitsV1, today: date, *, after: str = "") -> str:
    """The key of the thought of this day, or of the one that follows `after`; empty where none is wanted."""
    if habits.quiet or habits.quiet_on == today:
        return ""
    keys = list(PROMPTS[sort])
    start = keys.index(after) + 1 if after in keys else today.toordinal() % len(keys)
    turned = keys[start:] + keys[:start]
    return next((key for key in turned if key not in habits.refused and key != after), "")
