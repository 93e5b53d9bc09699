"""How each kind of event reads, as one plain sentence. The rooms that record them say it."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from stepwell.ground.record.shapes import Event

Line = Callable[[Mapping[str, Any], str], str]
_lines: dict[str, Line] = {}


def add_kind(kind: str, line: Line) -> None:
    """Called from an apps.py: (text, name of its signer) to one plain sentence, in the reader's language."""
    _lines[kind] = line


def line_of(event: Event, name: str) -> str:
    """One sentence, also for what was erased or is of a kind that nobody here knows any more."""
    if event.text is None:
        return _("%(name)s signed something here. Its words were erased since.") % {"name": name}
    line = _lines.get(event.kind)
    try:
        return str(line(event.text, name)) if line else _unknown(name)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        # What was signed long ago may have another shape than today's sentence expects.
        return _unknown(name)


def _unknown(name: str) -> str:
    return _("%(name)s signed this.") % {"name": name}
