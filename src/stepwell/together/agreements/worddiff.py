"""What changed between two texts, word by word. Nothing is lost: what stayed and what was removed give the
old text back to the letter, what stayed and what was added the new one.
"""

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Mark = Literal["same", "removed", "added"]
WORD = re.compile(r"(\s*)(\w+(?:['’\-]\w+)*|[^\w\s])")
# Two texts of one word repeated would be compared for ever: beyond so many equal pairs they count as two.
MOST_PAIRS = 30_000
# A single word that stayed between two changes is read sooner as part of them.
LONE = 1


@dataclass(frozen=True)
class Piece:
    mark: Mark
    text: str


@dataclass(frozen=True)
class _Token:
    gap: str
    word: str


def pieces(old: str, new: str) -> list[Piece]:
    """The changes from the old text to the new one, in the order of reading: removed stands before added."""
    before, before_end = _tokens(old)
    after, after_end = _tokens(new)
    found: list[Piece] = []
    for kind, i1, i2, j1, j2 in _steps([t.word for t in before], [t.word for t in after]):
        if kind == "same":
            for was, now in zip(before[i1:i2], after[j1:j2], strict=True):
                _change(found, was.gap, now.gap)
                found.append(Piece("same", now.word))
        else:
            _change(found, _text(before[i1:i2]), _text(after[j1:j2]))
    _change(found, before_end, after_end)
    return _joined(found)


def likeness(old: str, new: str) -> float:
    """How many of the words two texts have in common, from 0 to 1, whatever their order."""
    one, other = (Counter(t.word.lower() for t in _tokens(text)[0]) for text in (old, new))
    all_words = one.total() + other.total()
    return 2 * (one & other).total() / all_words if all_words else 1.0


def _tokens(text: str) -> tuple[list[_Token], str]:
    """The words and signs, each with the space before it; and the space at the end."""
    found = [(match[1], match[2], match.end()) for match in WORD.finditer(text)]
    end = found[-1][2] if found else 0
    return [_Token(gap, word) for gap, word, _ in found], text[end:]


def _text(tokens: list[_Token]) -> str:
    return "".join(token.gap + token.word for token in tokens)


def _steps(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Stretches that stayed ("same") and stretches that changed, each as (kind, old range, new range)."""
    counted = Counter(new)
    if sum(counted[word] for word in old) > MOST_PAIRS:
        return [("changed", 0, len(old), 0, len(new))]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    steps: list[tuple[str, int, int, int, int]] = []
    codes = matcher.get_opcodes()
    for place, (kind, i1, i2, j1, j2) in enumerate(codes):
        inside = 0 < place < len(codes) - 1
        stays = kind == "equal" and not (inside and _says_little(old[i1:i2]))
        if not stays and steps and steps[-1][0] == "changed":
            steps[-1] = ("changed", steps[-1][1], i2, steps[-1][3], j2)
        else:
            steps.append(("same" if stays else "changed", i1, i2, j1, j2))
    return steps


def _says_little(words: list[str]) -> bool:
    letters = [word for word in words if word[0].isalnum()]
    return len(letters) <= LONE and sum(map(len, letters)) < 4


def _change(found: list[Piece], old: str, new: str) -> None:
    """Space that both begin with stayed."""
    shared = 0
    while shared < min(len(old), len(new)) and old[shared] == new[shared] and old[shared].isspace():
        shared += 1
    found += [Piece("same", old[:shared]), Piece("removed", old[shared:]), Piece("added", new[shared:])]


def _joined(parts: list[Piece]) -> list[Piece]:
    whole: list[Piece] = []
    for piece in parts:
        if not piece.text:
            continue
        if whole and whole[-1].mark == piece.mark:
            whole[-1] = Piece(piece.mark, whole[-1].text + piece.text)
        else:
            whole.append(piece)
    return whole
