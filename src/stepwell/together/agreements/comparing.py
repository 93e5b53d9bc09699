"""Two wordings side by side: which clause became which, and how each pair is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from stepwell.together.agreements.worddiff import Piece, likeness, pieces

# Below it two clauses are two: words such as "the" and "we" are shared by all of them.
LIKE = 0.4


@dataclass(frozen=True)
class Pair:
    """A clause that stayed or changed (both), was added (no old) or removed (no new); with its places."""

    old: str | None
    new: str | None
    old_at: int | None = None
    new_at: int | None = None

    @property
    def changed(self) -> bool:
        return self.old != self.new

    @cached_property
    def marked(self) -> SafeString:
        return marked(self.old or "", self.new or "")


def paired(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Every clause of both once, in the order of reading. A clause that moved is removed and added."""
    like = [[1.0 if a == b else likeness(a, b) for b in new] for a in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], _both(like[i][j]) + best[i + 1][j + 1])
    found, i, j = [], 0, 0
    while i < len(old) or j < len(new):
        both = _both(like[i][j]) if i < len(old) and j < len(new) else 0.0
        if both and best[i][j] == both + best[i + 1][j + 1]:
            found.append(Pair(old[i], new[j], i, j))
            i, j = i + 1, j + 1
        elif i < len(old) and (j == len(new) or best[i][j] == best[i + 1][j]):
            found.append(Pair(old[i], None, i, None))
            i += 1
        else:
            found.append(Pair(None, new[j], None, j))
            j += 1
    return found


def _both(like: float) -> float:
    return like if like >= LIKE else 0.0


def marked(old: str, new: str) -> SafeString:
    """One text with what was removed and what was added, in words for whoever hears the page."""
    parts = pieces(old, new)
    drawn = [_drawn(piece) for piece in parts]
    for place in range(len(parts) - 1, 0, -1):
        apart = parts[place - 1].text[-1:].isspace() or parts[place].text[:1].isspace()
        if parts[place - 1].mark == "removed" and parts[place].mark == "added" and not apart:
            drawn.insert(place, " ")
    return mark_safe("".join(drawn))  # noqa: S308 - every part was escaped in _drawn


def _drawn(piece: Piece) -> str:
    """Space at the edge of a change stands outside of its mark, where no eye stumbles over it."""
    words = piece.text.strip()
    if piece.mark == "same" or not words:
        return format_html("{}", piece.text)
    before, _words, after = piece.text.partition(words)
    name, told = ("del", _("removed:")) if piece.mark == "removed" else ("ins", _("added:"))
    return format_html(
        '{}<{}><span class="hidden">{} </span>{}</{}>{}', before, name, told, words, name, after
    )
