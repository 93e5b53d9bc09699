"""The door of spaces: who shares a space with whom, as one keyring sees it."""

from stepwell.ground.spaces.comparing import words_to_compare
from stepwell.ground.spaces.errors import NoSpace
from stepwell.ground.spaces.for_two import NotNow, open_space, sealing_for_two
from stepwell.ground.spaces.leaving import on_leave
from stepwell.ground.spaces.opened import Couple, HeldSpace, couple_of, my_spaces, names_in, say_my_name
from stepwell.ground.spaces.resting import is_ready, on_pause, on_ready, open_among, pause
from stepwell.ground.spaces.shown import Copies, ShownRow

__all__ = [
    "Copies",
    "Couple",
    "HeldSpace",
    "NoSpace",
    "NotNow",
    "ShownRow",
    "couple_of",
    "is_ready",
    "my_spaces",
    "names_in",
    "on_leave",
    "on_pause",
    "on_ready",
    "open_among",
    "open_space",
    "pause",
    "say_my_name",
    "sealing_for_two",
    "words_to_compare",
]
