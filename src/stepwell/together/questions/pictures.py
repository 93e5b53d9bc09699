"""A gentle look at the words of a question: whether its answer may leave a picture, and another way to ask.

It is drawn for the one who writes and for nobody else, it holds nobody up, and nothing of it is kept.
"""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

# What the words are about, and a wording that asks for the same without a scene. Looked for in English.
WAYS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), way)
    for words, way in (
        (
            r"better than|than me|than i am|compared? (?:to|with) me|more than me|prettier|younger|thinner|"
            r"good in bed|looks? like",
            gettext_noop("Do you want to be here, with me?"),
        ),
        (
            r"sex\w*|in bed|naked|undress\w*|orgasm\w*|positions?|oral|touch\w*|kiss\w*|wear(?:ing)?|wore|"
            r"nudes?|fuck\w*|slept with|sleep with|make love|made love|bod(?:y|ies)",
            gettext_noop("Was it physical, and is my health at risk?"),
        ),
        (
            r"how often|how many times|every time|each time",
            gettext_noop("From when to when did it go on?"),
        ),
        (
            r"where exactly|in our (?:bed|house|home|car|room)|which (?:hotel|room|bed)|exactly where",
            gettext_noop("Was it in places that are ours?"),
        ),
        (
            r"exactly what|what exactly|every detail|all the details|in detail|describe|step by step",
            gettext_noop("What do I need to know in order to decide about my own life?"),
        ),
    )
)


def other_ways(text: str) -> tuple[str, ...]:
    """Wordings that leave the scene out; empty where nothing in the words asks for one."""
    return tuple(_(way) for words, way in WAYS if words.search(text))
