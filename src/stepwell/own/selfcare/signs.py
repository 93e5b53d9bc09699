"""Signs that many people notice afterwards: a word, what it can be like, and what the two ends mean.

They are names, and no list of symptoms to be counted: nothing here adds up to anything.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Sign:
    """key: under which numbers are stored; never given a second meaning."""

    key: str
    label: str | Promise
    like: str | Promise


SIGNS = (
    Sign(
        "watchful",
        _("On guard"),
        _("Always listening for something, checking, startled by small sounds. Some call it hypervigilance."),
    ),
    Sign(
        "intrusive",
        _("Thoughts and pictures that come by themselves"),
        _("They break in, also when you are busy with something else. Some call them intrusive."),
    ),
    Sign(
        "numbing",
        _("Numb or far away"),
        _("Little feeling, as if behind glass. The body may be protecting you from too much."),
    ),
    Sign(
        "shame",
        _("Shame and blaming myself"),
        _("Feeling small or stupid, going over what you could have seen or done."),
    ),
    Sign(
        "self_doubt",
        _("Doubting my own sense of things"),
        _("Not trusting your memory, your eyes, or your judgement of people."),
    ),
    Sign(
        "mistrust",
        _("Hard to trust others"),
        _("Looking for the second meaning, also in people who had no part in it."),
    ),
    Sign(
        "anger",
        _("Anger"),
        _("Hot or cold, more than you knew of yourself. It can be a sign that something mattered."),
    ),
    Sign(
        "sleep",
        _("Trouble with sleep"),
        _("Lying awake, waking at three, dreams, or sleeping and not being rested."),
    ),
)
BY_KEY = {sign.key: sign for sign in SIGNS}
