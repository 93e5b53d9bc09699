"""One article: a file with its front matter in TOML and its text in Markdown. No web in here."""

import math
import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from pathlib import Path

FENCE = "+++"
SLUG = re.compile(r"[a-z]+(?:-[a-z]+)*\Z")
WORD = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
WORDS_A_MINUTE = 220
LANDINGS = range(1, 6)
KEYS = {"title", "summary", "landings", "note", "follows", "sources", "checked", "figures_read"}


class BrokenArticle(Exception):
    """The file is not what an article is; the message names it and says what to do."""


@dataclass(frozen=True)
class Article:
    """landings: where it fits; the first is where it stands. note: what to know before reading, often empty.
    follows: keys of `follows.py`. body: Markdown. minutes: read time, rounded up.
    checked: the day on which somebody read the sources beside what the page says of them, or None.
    figures_read: the day on which somebody read its figures in abstracts or summaries of them, or None."""

    slug: str
    language: str
    title: str
    summary: str
    landings: tuple[int, ...]
    note: str
    follows: tuple[str, ...]
    sources: tuple[str, ...]
    body: str
    words: int
    minutes: int
    checked: date | None = None
    figures_read: date | None = None

    @property
    def code(self) -> str:
        """What stands in its address. Browsers keep addresses, and whoever holds the phone reads them: so it
        is six signs that say nothing. The same slug has the same code for ever and in each language."""
        return blake2b(self.slug.encode(), digest_size=3).hexdigest()


def read_article(path: Path, language: str) -> Article:
    """Raises BrokenArticle."""
    if not SLUG.match(path.stem):
        raise BrokenArticle(f"{path.name}: name the file in small letters with hyphens between words.")
    head, body = _parts(path)
    words = count_words(body)
    return Article(
        slug=path.stem,
        language=language,
        title=_text(path, head, "title"),
        summary=_text(path, head, "summary"),
        landings=_landings(path, head),
        note=_text(path, head, "note", empty=True),
        follows=_texts(path, head, "follows"),
        sources=_texts(path, head, "sources"),
        body=body,
        words=words,
        minutes=max(1, math.ceil(words / WORDS_A_MINUTE)),
        checked=_day(path, head, "checked"),
        figures_read=_day(path, head, "figures_read"),
    )


def count_words(text: str) -> int:
    return len(WORD.findall(text))


def _parts(path: Path) -> tuple[dict[str, object], str]:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenArticle(f"{path.name}: cannot be read as UTF-8 text.") from error
    before, fence, rest = text.partition(f"{FENCE}\n")
    head, end, body = rest.partition(f"\n{FENCE}\n")
    if before or not fence or not end:
        raise BrokenArticle(f"{path.name}: begin with a line {FENCE}, the front matter, and a line {FENCE}.")
    try:
        table = tomllib.loads(head)
    except tomllib.TOMLDecodeError as error:
        raise BrokenArticle(f"{path.name}: the front matter is not TOML: {error}") from error
    if unknown := set(table) - KEYS:
        raise BrokenArticle(f"{path.name}: no such key: {', '.join(sorted(unknown))}. Known: {sorted(KEYS)}.")
    return table, body.strip() + "\n"


def _text(path: Path, head: dict[str, object], key: str, *, empty: bool = False) -> str:
    value = head.get(key, "" if empty else None)
    if not isinstance(value, str) or (not empty and not value.strip()):
        raise BrokenArticle(f"{path.name}: {key} is a text in quotes.")
    return value.strip()


def _texts(path: Path, head: dict[str, object], key: str) -> tuple[str, ...]:
    value = head.get(key)
    if not isinstance(value, list) or not value or not all(isinstance(each, str) for each in value):
        raise BrokenArticle(f"{path.name}: {key} is a list of texts with at least one in it.")
    return tuple(value)


def _day(path: Path, head: dict[str, object], key: str) -> date | None:
    value = head.get(key)
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    raise BrokenArticle(f"{path.name}: {key} is a day, such as 2026-11-21, or is left out.")


def _landings(path: Path, head: dict[str, object]) -> tuple[int, ...]:
    value = head.get("landings")
    if not isinstance(value, list) or not value or not set(value) <= set(LANDINGS):
        raise BrokenArticle(f"{path.name}: landings is a list of numbers from 1 to 5.")
    return tuple(dict.fromkeys(value))
