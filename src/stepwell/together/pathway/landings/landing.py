"""What there is to say about one landing."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True)
class Landing:
    """number: 1 to 5, and no order. slug: the end of its address. alone: what it is for one person.
    questions: by a key that is never given a second meaning, because answers are stored under it."""

    number: int
    slug: str
    name: Text
    short: Text
    purpose: tuple[Text, ...]
    alone: Text
    helps: tuple[Text, ...]
    wrong: tuple[Text, ...]
    holds: tuple[Text, ...]
    questions: Mapping[str, Text]

    @property
    def url_name(self) -> str:
        return f"pathway:{self.slug}"
