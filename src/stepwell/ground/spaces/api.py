"""The door of spaces: who shares a space with whom, as one keyring sees it."""

from stepwell.ground.spaces.comparing import words_to_compare
from stepwell.ground.spaces.errors import NoSpace
from stepwell.ground.spaces.leaving import on_leave
from stepwell.ground.spaces.opened import Couple, HeldSpace, couple_of, my_spaces, names_in, say_my_name
from stepwell.ground.spaces.resting import is_ready, on_pause, on_ready, open_among, pause

__all__ = [
    "Couple",
    "HeldSpace",
    "NoSpace",
    "couple_of",
    "is_ready",
    "my_spaces",
    "names_in",
    "on_leave",
    "on_pause",
    "on_ready",
    "open_among",
    "pause",
    "say_my_name",
    "words_to_compare",
]
