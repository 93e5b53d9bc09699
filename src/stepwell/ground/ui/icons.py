"""The drawings of `icons.svg`, set into the page itself: no request, and none missing while offline."""

import re
from functools import cache
from pathlib import Path

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

SPRITE = Path(__file__).with_name("icons.svg")
SYMBOL = re.compile(r'<symbol id="([\w-]+)" viewBox="([\d. -]+)">(.*?)</symbol>', re.DOTALL)


class NoSuchIcon(LookupError):
    """The template names a drawing that the sprite does not hold."""


@cache
def drawings() -> dict[str, tuple[str, str]]:
    """Name to (viewBox, the shapes inside)."""
    found = SYMBOL.findall(SPRITE.read_text("utf-8"))
    return {name: (box, " ".join(shapes.split())) for name, box, shapes in found}


@cache
def drawing(name: str) -> SafeString:
    """An `<svg>` that no screen reader speaks: the words beside it must say what it means."""
    try:
        box, shapes = drawings()[name]
    except KeyError:
        raise NoSuchIcon(f"{name!r} is not in icons.svg. It holds: {', '.join(sorted(drawings()))}") from None
    inside = mark_safe(shapes)  # noqa: S308 - our own file, checked by vendored.sha256
    return format_html('<svg class="icon" viewBox="{}" aria-hidden="true">{}</svg>', box, inside)
