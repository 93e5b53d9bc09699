"""Markdown to what the page draws: a heading and its text, again and again."""

import re
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

# No HTML, no links, no images: what is in an article is words, and nothing in it can run or lead away.
RULES = ["paragraph", "heading", "list", "emphasis", "newline", "escape", "balance_pairs", "fragments_join"]
READER = MarkdownIt("zero", {"html": False, "linkify": False}).enable(RULES)
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Leaf:
    """heading: plain text, empty for what comes before the first. html: safe to put on the page as it is.
    paragraphs: the same as plain text, for the search."""

    heading: str
    html: SafeString
    paragraphs: tuple[str, ...]


def leaves(body: str) -> tuple[Leaf, ...]:
    first, *rest = HEADING.split(body)
    pairs = [("", first), *zip(rest[::2], rest[1::2], strict=True)]
    return tuple(_leaf(heading.strip(), text) for heading, text in pairs if text.strip())


def _leaf(heading: str, text: str) -> Leaf:
    # The reader above makes the HTML and escapes what it does not know.
    html = mark_safe(READER.render(text))  # noqa: S308
    return Leaf(heading, html, plain(text))


def plain(text: str) -> tuple[str, ...]:
    """The words of each paragraph and list item, without marks."""
    return tuple(token.content.replace("*", "").replace("\n", " ") for token in READER.parse(text)
                 if token.type == "inline")  # fmt: skip
