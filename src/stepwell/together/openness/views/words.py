"""What code chooses for a page among the words of this room."""

from typing import TYPE_CHECKING

from stepwell.together.openness.asking import Opened
from stepwell.together.openness.page_words import BOUNDARIES

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def boundary_words(one: Opened | None) -> "list[StrOrPromise]":
    """In the order of the page, whatever the order in which they were chosen."""
    return [words for key, words in BOUNDARIES.items() if one and key in one.boundary]
