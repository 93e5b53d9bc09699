"""The rules of a language: patterns, a reason, another way to say it, and when to keep silent."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from stepwell.insight.phrasing.language import HERE, Language, Phrase, from_folder
from stepwell.insight.phrasing.pattern import Index, Pattern, compiled

KINDS = ("criticism", "contempt", "defensiveness", "stonewalling", "minimising", "pressure")
# Ranges of words that are somebody else's, or are said in order to be denied.
WEIGHED = "weighed"
SHADOWS = ("quoted", "reported", "denied")


@dataclass(frozen=True, slots=True)
class Rule:
    """`unless` names marks of the whole draft that silence it; `through`, the shadows it sees through.

    `marked` and `unmarked` are drafts that the tests hold it to.
    """

    name: str
    kind: str
    patterns: tuple[Pattern, ...]
    why: str
    instead: str
    marked: str
    unmarked: str
    unless: frozenset[str]
    unless_here: tuple[Pattern, ...]
    through: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shadow:
    """From the end of a match to the end of its sentence, or to a word that turns back."""

    name: str
    patterns: tuple[Pattern, ...]
    until: frozenset[Phrase]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something true of the draft as a whole: it names a time to return, it owns what was done."""

    name: str
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Book:
    language: Language
    rules: tuple[Rule, ...]
    shadows: tuple[Shadow, ...]
    marks: tuple[Mark, ...]
    rule_index: Index[Rule]
    shadow_index: Index[Shadow]
    mark_index: Index[Mark]
    weighed: Mapping[str, Rule]


Holder = TypeVar("Holder", Rule, Shadow, Mark)


@cache
def book(code: str = "en") -> Book:
    """Every rule of a language. Reading it takes a tenth of a second, once in a process."""
    language = from_folder(code)
    context = tomllib.loads((HERE / code / "context.toml").read_text("utf-8"))
    rules = tuple(
        _rule(kind, name, given, language)
        for kind in (*KINDS, "safety")
        for name, given in tomllib.loads((HERE / code / f"{kind}.toml").read_text("utf-8")).items()
    )
    shadows = tuple(_shadow(given, language) for given in context["shadow"].values())
    marks = tuple(
        Mark(name, _patterns(given["patterns"], language)) for name, given in context["mark"].items()
    )
    every = [*_every(rules, "patterns"), *_every(rules, "unless_here"), *_every(shadows, "patterns")]
    every += _every(marks, "patterns")
    language.learn({word for pattern in every for item in pattern.items for word in _words(item.phrases)})
    indexes = (_index(rules), _index(shadows), _index(marks))
    weighed = tomllib.loads((HERE / code / "weighed.toml").read_text("utf-8"))
    unnamed = {
        kind: _rule(kind, WEIGHED, {"patterns": "", **given}, language) for kind, given in weighed.items()
    }
    return Book(language, rules, shadows, marks, *indexes, unnamed)


def _index(holders: Iterable[Holder]) -> Index[Holder]:
    return Index((holder, pattern) for holder in holders for pattern in holder.patterns)


def _every(holders: Iterable[Any], name: str) -> list[Pattern]:
    return [pattern for holder in holders for pattern in getattr(holder, name)]


def _words(phrases: Mapping[str, tuple[Phrase, ...]]) -> Iterable[str]:
    return (word for several in phrases.values() for phrase in several for word in phrase)


def _rule(kind: str, name: str, given: Mapping[str, Any], language: Language) -> Rule:
    return Rule(
        name=name,
        kind=kind,
        patterns=_patterns(given["patterns"], language),
        why=given["why"],
        instead=given.get("try", ""),
        marked=given.get("marked", ""),
        unmarked=given.get("unmarked", ""),
        unless=frozenset(given.get("unless", "").split()),
        unless_here=_patterns(given.get("unless_here", ""), language),
        through=frozenset(given.get("through", "").split()),
    )


def _shadow(given: Mapping[str, Any], language: Language) -> Shadow:
    return Shadow(
        name=given["is"],
        patterns=_patterns(given["patterns"], language),
        until=frozenset(tuple(phrase.split("_")) for phrase in given.get("until", "").split()),
    )


def _patterns(lines: str, language: Language) -> tuple[Pattern, ...]:
    stripped = (line.strip() for line in lines.splitlines())
    return tuple(compiled(line, language.classes) for line in stripped if line and not line.startswith("#"))
