"""What to read first, and what the home page may offer from here."""

from collections.abc import Iterator

from django.utils.functional import lazy
from django.utils.translation import get_language

from stepwell.ground.ui.api import Offer
from stepwell.own.learning.article import Article
from stepwell.own.learning.shelf import Shelf, shelf

BEGIN_WITH = ("the-first-weeks", "what-betrayal-trauma-is", "no-big-decisions-now")
SHORT = 3  # minutes
ALL_DAY = frozenset(range(24))
AWAKE = frozenset(range(6, 23))


def first_reads(books: Shelf) -> tuple[Article, ...]:
    """For somebody who has just come: three pieces, whatever landing they are on."""
    named = tuple(books.by_slug[slug] for slug in BEGIN_WITH if slug in books.by_slug)
    return named or books.articles[:3]


def suggest(landing: int, language: str | None = None, most: int = 3) -> tuple[Article, ...]:
    """What fits a landing, the shortest of it first; the order is the same each time."""
    return tuple(sorted(shelf(language).fitting(landing), key=lambda article: article.minutes)[:most])


def _said(slug: str, part: str) -> str:
    """A text of the article in the language of whoever reads the page."""
    return str(getattr(shelf(get_language()).by_slug[slug], part))


_said_later = lazy(_said, str)


def offers() -> Iterator[Offer]:
    """Reading is for somebody who is inside their window; what has a content note is not for the night."""
    for piece in shelf().articles:
        if piece.minutes <= SHORT:
            yield Offer(
                key=f"article:{piece.slug}",
                minutes=piece.minutes,
                label=_said_later(piece.slug, "title"),
                words=_said_later(piece.slug, "summary"),
                url_name="learning:article",
                args=(piece.code,),
                landings=frozenset(piece.landings),
                states=frozenset({"inside"}),
                hours=AWAKE if piece.note else ALL_DAY,
            )
