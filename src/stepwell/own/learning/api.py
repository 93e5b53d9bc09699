"""The door of the library: what to read, by landing. All of it open to anyone."""

from dataclasses import dataclass

from django.urls import reverse

from stepwell.own.learning import suggestions
from stepwell.own.learning.article import Article
from stepwell.own.learning.shelf import shelf


@dataclass(frozen=True)
class Reading:
    """minutes: how long it takes, rounded up. landings: 1 to 5."""

    slug: str
    title: str
    summary: str
    minutes: int
    landings: tuple[int, ...]
    url: str


def readings(landing: int | None = None, *, language: str | None = None) -> tuple[Reading, ...]:
    """All of the library, or what fits a landing, in reading order."""
    books = shelf(language)
    found = books.articles if landing is None else books.fitting(landing)
    return tuple(_reading(article) for article in found)


def suggest(landing: int, *, language: str | None = None, most: int = 3) -> tuple[Reading, ...]:
    """A few for a landing, the shortest first."""
    return tuple(_reading(article) for article in suggestions.suggest(landing, language, most))


def reading(slug: str, *, language: str | None = None) -> Reading | None:
    article = shelf(language).by_slug.get(slug)
    return _reading(article) if article else None


def _reading(article: Article) -> Reading:
    return Reading(
        slug=article.slug,
        title=article.title,
        summary=article.summary,
        minutes=article.minutes,
        landings=article.landings,
        url=reverse("learning:article", args=(article.code,)),
    )


__all__ = ["Reading", "reading", "readings", "suggest"]
