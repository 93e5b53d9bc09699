"""Full-text search: an index in memory, made once for each language. What is looked for is kept nowhere."""

import math
import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from stepwell.own.learning.article import Article
from stepwell.own.learning.asked import LITTLE, SAME
from stepwell.own.learning.excerpts import Piece, excerpt
from stepwell.own.learning.shelf import Shelf, shelf

WORD = re.compile(r"[^\W_]+")
TITLE, SUMMARY, HEADING, TEXT = 12.0, 5.0, 4.0, 1.0
MOST_WORDS, MOST_HITS, SHORTEST_BEGINNING = 8, 12, 3
SEPARATOR = "."
ENDINGS = ("ings", "ing", "edly", "ed", "ies", "es", "s", "ly", "y", "e")


@dataclass(frozen=True)
class Hit:
    """words: a line of the article, in pieces of which some were looked for."""

    article: Article
    title: tuple[Piece, ...]
    words: tuple[Piece, ...]


@dataclass(frozen=True)
class Found:
    """exact: each hit has all the words; otherwise these are the nearest there are."""

    hits: tuple[Hit, ...]
    exact: bool

    @property
    def codes(self) -> str:
        return SEPARATOR.join(hit.article.code for hit in self.hits)


def fold(text: str) -> str:
    """Small letters without accents: Émile and emile are the same word."""
    spread = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(sign for sign in spread if not unicodedata.combining(sign))


def words_of(text: str) -> list[str]:
    return WORD.findall(fold(text).replace("'s ", " ").replace("'", ""))


def beginning(word: str) -> str:
    """The part of a word that stays the same in its forms: promis for promise, promises, promised."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_BEGINNING:
            return word.removesuffix(ending)
    return word


class Index:
    def __init__(self, books: Shelf) -> None:
        self.shelf = books
        self._weights: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        for place, article in enumerate(books.articles):
            self._take_in(place, article)
        self._words = sorted(self._weights)

    def _take_in(self, place: int, article: Article) -> None:
        self._weigh(place, article.title, TITLE)
        self._weigh(place, article.summary, SUMMARY)
        for leaf in self.shelf.text[article.slug]:
            self._weigh(place, leaf.heading, HEADING)
            for paragraph in leaf.paragraphs:
                self._weigh(place, paragraph, TEXT)

    def _weigh(self, place: int, text: str, weight: float) -> None:
        for word in words_of(text):
            self._weights[word][place] += weight

    def _beginning_with(self, start: str) -> list[str]:
        """Words of the index; a short one counts only as it stands."""
        if len(start) < SHORTEST_BEGINNING:
            return [start] if start in self._weights else []
        first = bisect_left(self._words, start)
        last = bisect_left(self._words, start + "\uffff")
        return self._words[first:last]

    def _scores(self, asked: str) -> tuple[dict[int, float], set[str]]:
        """What one word of the question finds: by article how much, and by which words."""
        matched = {word for start in starts(asked) for word in self._beginning_with(start)}
        scores: dict[int, float] = defaultdict(float)
        for word in matched:
            near = 1.0 if word == asked else 0.6
            for place, weight in self._weights[word].items():
                scores[place] += near * weight
        rare = math.log(1 + len(self.shelf.articles) / (1 + len(scores)))
        return {place: rare * (1 + math.log(1 + score)) for place, score in scores.items()}, matched

    def find(self, question: str, most: int = MOST_HITS) -> Found:
        asked = list(dict.fromkeys(words_of(question)))
        told = [word for word in asked if word not in LITTLE] or asked
        found = [self._scores(word) for word in told[:MOST_WORDS]]
        if not found:
            return Found((), True)
        everywhere = set.intersection(*(set(scores) for scores, _ in found))
        anywhere = {place for scores, _ in found for place in scores}
        total = {p: sum(scores.get(p, 0.0) for scores, _ in found) for p in everywhere or anywhere}
        best = sorted(total, key=lambda place: (-total[place], place))[:most]
        matched = frozenset().union(*(words for _, words in found))
        return Found(tuple(self._hit(place, matched) for place in best), bool(everywhere))

    def _hit(self, place: int, matched: frozenset[str]) -> Hit:
        article = self.shelf.articles[place]
        lines = [article.summary] + [p for leaf in self.shelf.text[article.slug] for p in leaf.paragraphs]
        return Hit(article, *excerpt(article.title, lines, matched, words_of))


def starts(asked: str) -> set[str]:
    """Beginnings to look for: the word's own, and those of the words the articles use for it."""
    stem = beginning(asked)
    if len(stem) < SHORTEST_BEGINNING:
        return {stem}
    kin = [words for known, words in SAME.items() if known.startswith(stem) or asked.startswith(known)]
    return {stem}.union(*kin)


def find(question: str, language: str | None = None) -> Found:
    return index(shelf(language).language).find(question)


def again(codes: str, language: str | None = None) -> Found:
    """What was found, come back to by the codes in an address. Its words are gone, so none is marked."""
    known = shelf(language).by_code
    articles = [known[code] for code in dict.fromkeys(codes.split(SEPARATOR)) if code in known]
    return Found(tuple(_unmarked(article) for article in articles[:MOST_HITS]), True)


def _unmarked(article: Article) -> Hit:
    return Hit(article, (Piece(article.title, False),), (Piece(article.summary, False),))


@cache
def index(language: str) -> Index:
    return Index(shelf(language))
