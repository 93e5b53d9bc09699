"""`python -m stepwell.own.learning.release`: which articles nobody has read beside their sources."""

import re
import sys
from collections.abc import Iterator

from stepwell.own.learning.article import Article
from stepwell.own.learning.shelf import Shelf, languages, shelf

# Findings are told in numbers; what is told in words alone is for whoever reads the whole page.
FIGURE = re.compile(r"[^.!?\n]*(?:\d|\b(?:in ten\b(?! minutes)|percent|per cent|times as)\b)[^.!?\n]*[.!?]")


def never_read(books: Shelf) -> Iterator[str]:
    """A line for each article that nobody read beside its sources, with the figures that stand in it."""
    for article in books.articles:
        if article.checked is None and article.language == books.language:
            yield (
                f"The article {article.language}/{article.slug} was never read beside its sources."
                f"{_figures(article)}"
            )


def _figures(article: Article) -> str:
    if article.figures_read:
        return f" Its figures were read in abstracts on {article.figures_read}."
    return "".join(f" It says: {said}" for said in figures_of(article))


def figures_of(article: Article) -> list[str]:
    return [found.strip() for found in FIGURE.findall(article.body)]


def main() -> int:
    found = [line for language in languages() for line in never_read(shelf(language))]
    for each in found:
        sys.stdout.write(f"{each}\n")
    sys.stdout.write(f"{len(found)} to read.\n" if found else "Every article was read beside its sources.\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
