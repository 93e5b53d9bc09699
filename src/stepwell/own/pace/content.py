"""What is sealed: a person's four leaves about their own pace, and a line of them that was shown.

A payload that was ever written stays readable: a new shape gets a new version and an upgrade from this one.
"""

from uuid import UUID

from stepwell.ground.vault.api import Content, Kind

Said = dict[str, str]

# The leaves and their parts, in the order of the pages. A key is never given a second meaning.
LEAVES: dict[str, tuple[str, ...]] = {
    "safe": ("now", "helps", "goes"),
    "like": ("much", "alone", "find"),
    "not-now": ("what", "say", "instead"),
    "body": ("yes", "no", "unsure", "good"),
}


class AsideV1(Content, frozen=True, kw_only=True):
    """Another wording of a leaf, kept until its owner lets it go."""

    id: UUID
    said: Said


class LeafV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """said: by part; what was left out is not there. revision: counts changes of what was said.

    aside: other wordings, kept when the same leaf was changed in two places at once.
    """

    said: Said = {}
    revision: int = 0
    aside: tuple[AsideV1, ...] = ()


class PaceV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """All leaves of one person, by key. Together in one row: nobody learns which of them is written."""

    leaves: dict[str, LeafV1] = {}


class LineV1(Content, frozen=True, kw_only=True):
    """One line as it stood on the leaf, and where: without its heading it could say the opposite."""

    leaf: str
    part: str
    words: str


PACE: Kind[PaceV1] = Kind("pace.Pace.sealed", PaceV1)
LINE: Kind[LineV1] = Kind("pace.Line.sealed", LineV1)


def lines_of(text: str) -> tuple[str, ...]:
    """Each line of a part that holds something, once."""
    found = (" ".join(line.split()) for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in found if line))
