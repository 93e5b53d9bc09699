"""Which texts can be recorded: those that every program reads, and writes, in the same way."""

from collections.abc import Mapping
from typing import Any

from stepwell.ground.record.verify import DIGITS, Bad, canonical

DEEPEST = 16
LARGEST = 256 * 1024


def canonical_words(text: Mapping[str, Any]) -> bytes:
    """The text as it is fixed and signed. Raises ValueError for what is not plain JSON or too much."""
    _plain(dict(text), 0)
    try:
        words = canonical(text)
    except Bad as bad:
        raise ValueError(str(bad)) from None
    if len(words) > LARGEST:
        raise ValueError("This is too much for one event.")
    return words


def _plain(value: object, depth: int) -> None:
    if depth > DEEPEST:
        raise ValueError("This is nested too deeply for an event.")
    if isinstance(value, dict | list):
        if isinstance(value, dict) and not all(type(name) is str for name in value):
            raise ValueError("The names in a recorded text are words.")
        for part in value.values() if isinstance(value, dict) else value:
            _plain(part, depth + 1)
    elif not _is_one_word(value):
        raise ValueError(f"A {type(value).__name__} like this cannot be recorded.")


def _is_one_word(value: object) -> bool:
    if isinstance(value, int) and not isinstance(value, bool):
        return bool(-(10**DIGITS) < value < 10**DIGITS)
    return value is None or isinstance(value, bool | str)
