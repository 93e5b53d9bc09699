"""What a practice is: a few lines that somebody may follow, leave out, or stop."""

from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

State = Literal["over", "inside", "numb"]
Group = Literal["room", "longer", "own"]
STATES: tuple[State, ...] = ("over", "inside", "numb")

GROUP_LABELS: dict[Group, str | Promise] = {
    "room": _("Back to the room"),
    "longer": _("With more time"),
    "own": _("My body, my terms"),
}


@dataclass(frozen=True)
class Practice:
    """key: a word for the address, neutral to whoever reads it over a shoulder.
    minutes: how long it takes, honestly. fits: how somebody is when it is offered.
    steps: each stands alone, so that any of them can be left out. senses: how many things each step asks for.
    note: said before the first step, where this can make somebody feel worse.
    """

    key: str
    group: Group
    minutes: int
    title: str | Promise
    why: str | Promise
    steps: tuple[str | Promise, ...]
    fits: tuple[State, ...] = STATES
    note: str | Promise = ""
    pacer: bool = False
    senses: bool = False
