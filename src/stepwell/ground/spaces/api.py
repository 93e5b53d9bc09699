"""The door of spaces: who shares a space with whom, as one keyring sees it."""

from stepwell.ground.spaces.comparing import words_to_compare
from stepwell.ground.spaces.leaving import on_leave
from stepwell.ground.spaces.opened import Couple, HeldSpace, couple_of, my_spaces

__all__ = ["Couple", "HeldSpace", "couple_of", "my_spaces", "on_leave", "words_to_compare"]
