"""All articles of a language, read once and kept. What is not translated stands there in English."""

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from stepwell.own.learning.article import LANDINGS, Article, BrokenArticle, read_article
from stepwell.own.learning.leaves import Leaf, leaves

ARTICLES = Path(__file__).parent / "articles"
FALLBACK = "en"
# The order of the list; what is not named here comes after, by slug.
ORDER = (
    "the-first-weeks", "what-betrayal-trauma-is", "body-and-mind", "no-big-decisions-now",
    "addressing-it-head-on", "boundaries", "grief-and-its-weather", "anger", "children-and-family",
    "when-to-get-help", "what-transparency-is-and-is-not", "why-trickled-truth-hurts",
    "preparing-a-disclosure", "check-ins", "promises", "accountability-without-shame",
    "staying-with-your-partners-pain", "questions-and-answers", "listening", "validation", "four-horsemen",
    "time-outs", "repair", "attachment", "pursuing-and-withdrawing", "shame", "unspoken-needs", "affection",
    "touch-again", "desire-that-differs", "comparing", "sexual-confidence",
    "forgiveness-nobody-is-owed", "a-fresh-start", "parting-with-dignity",
)  # fmt: skip


@dataclass(frozen=True)
class Shelf:
    """articles: in reading order. broken: what to mend, in words; these files are left out."""

    language: str
    articles: tuple[Article, ...]
    broken: tuple[str, ...]

    @cached_property
    def by_code(self) -> dict[str, Article]:
        return {article.code: article for article in self.articles}

    @cached_property
    def by_slug(self) -> dict[str, Article]:
        return {article.slug: article for article in self.articles}

    @cached_property
    def text(self) -> dict[str, tuple[Leaf, ...]]:
        """The leaves of each article, by slug."""
        return {article.slug: leaves(article.body) for article in self.articles}

    def standing_on(self, landing: int) -> tuple[Article, ...]:
        """Each article stands on one landing, so that the list names it once."""
        return tuple(article for article in self.articles if article.landings[0] == landing)

    def fitting(self, landing: int) -> tuple[Article, ...]:
        """What stands there, then what fits there too."""
        also = (a for a in self.articles if landing in a.landings[1:])
        return (*self.standing_on(landing), *also)


@cache
def languages() -> tuple[str, ...]:
    return tuple(sorted(folder.name for folder in ARTICLES.iterdir() if folder.is_dir()))


def shelf(language: str | None = None) -> Shelf:
    """The nearest shelf: `de-at` finds `de`; a language without one finds English."""
    asked = (language or FALLBACK).lower()
    for name in (asked, asked.partition("-")[0]):
        if name in languages():
            return _read(name)
    return _read(FALLBACK)


@cache
def _read(language: str) -> Shelf:
    files = {path.stem: (path, FALLBACK) for path in (ARTICLES / FALLBACK).glob("*.md")}
    files |= {path.stem: (path, language) for path in (ARTICLES / language).glob("*.md")}
    articles, broken = [], []
    for path, written_in in files.values():
        try:
            articles.append(read_article(path, written_in))
        except BrokenArticle as error:
            # One broken file does not close the library; `checks.py` names it at the start.
            broken.append(str(error))
    articles.sort(key=_place)
    return Shelf(language, tuple(articles), tuple(broken))


def _place(article: Article) -> tuple[int, int, str]:
    place = ORDER.index(article.slug) if article.slug in ORDER else len(ORDER)
    return LANDINGS.index(article.landings[0]), place, article.slug
