"""How easy each article reads: `python -m stepwell.own.learning.readability`.

Flesch-Kincaid grade (Kincaid, Fishburne, Rogers and Chissom, 1975):
0.39 x words per sentence + 11.8 x syllables per word - 15.59, in years of school.
Paragraphs and list items count, and each ends a sentence even without a full stop. Headings do not count:
they are short, and would flatter. English only.
"""

import re
import statistics
import sys
from dataclasses import dataclass
from pathlib import Path

from stepwell.own.learning.article import WORD, BrokenArticle, read_article
from stepwell.own.learning.syllables import syllables
from stepwell.own.learning.wording import remarks

ENGLISH = Path(__file__).parent / "articles" / "en"
HARDEST, MEDIAN = 9.0, 7.0
ITEM = re.compile(r"^\s*(?:[-*]|\d+\.)\s+", re.MULTILINE)
HEADING = re.compile(r"^#.*$", re.MULTILINE)
END = re.compile(r"[.?!]+[”\"’)]*(?:\s|$)")


@dataclass(frozen=True)
class Measured:
    sentences: int
    words: int
    syllables: int

    @property
    def grade(self) -> float:
        if not self.words or not self.sentences:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


def sentences_of(markdown: str) -> list[str]:
    """The sentences of paragraphs and list items, without headings and marks."""
    text = ITEM.sub("\n\n", HEADING.sub("\n\n", markdown)).replace("*", "").replace("_", "")
    blocks = (" ".join(block.split()) for block in re.split(r"\n\s*\n", text))
    return [part for block in blocks for part in END.split(block) if WORD.search(part)]


def measure(markdown: str) -> Measured:
    sentences = sentences_of(markdown)
    words = [word for sentence in sentences for word in WORD.findall(sentence)]
    return Measured(len(sentences), len(words), sum(syllables(word) for word in words))


def main() -> int:
    """A line for each article; 1 when something is to be mended."""
    grades, lines, faults = [], [], 0
    for path in sorted(ENGLISH.glob("*.md")):
        try:
            article = read_article(path, "en")
        except BrokenArticle as error:
            lines.append(f"   --  {error}")
            faults += 1
            continue
        grade = measure(article.body).grade
        grades.append(grade)
        wrong = remarks(article) + ([f"harder than {HARDEST:g}"] if grade > HARDEST else [])
        faults += len(wrong)
        lines.append(f"{grade:5.1f}  {article.words:4} words  {article.minutes} min  {article.slug}")
        lines += [f"           - {remark}" for remark in wrong]
    middle = statistics.median(grades or [0.0])
    lines.append(f"{middle:5.1f}  median of {len(grades)}; hardest {max(grades, default=0.0):.1f}")
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if faults or middle > MEDIAN else 0


if __name__ == "__main__":
    sys.exit(main())
