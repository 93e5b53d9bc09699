"""Every address of the house, by name, and how to reach it for an object of somebody."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.house.matrix.cast import NEVER, NEVER_TOKEN, Cast

# What kind of object stands in the address, where the converter's own name does not say it.
KINDS = {
    "checkins:times-remove": {"times": "times"},
    "checkins:times-yes": {"times": "suggested"},
    "checkins:times-take-back": {"times": "suggested"},
    "checkins:times-put-aside": {"times": "suggested"},
    "spaces:invitation": {"token": "invitation"},
    "spaces:asked": {"token": "invitation"},
    "notices:confirm": {"token": "confirm"},
    "notices:stop": {"token": "stop"},
    "notices:feed": {"token": "feed"},
    "journal:let-go": {"entry": "entry", "wording": "entry_wording"},
    "promises:forget": {"promise": "promise", "note": "beside"},
    "letters:write": {"sort": "sort"},
    "dialogue:kept": {"talk": "kept-talk"},
    "dialogue:unkeep": {"talk": "kept-talk"},
    "openness:after": {"opening": "told"},
    "touch:asked": {"asked": "touch-asked"},
    "touch:time": {"time": "touch-time"},
    "touch:press": {"time": "touch-time"},
    "consent:asked": {"asked": "consent-asked"},
    "calendar:ritual-not": {"ritual": "agreed", "day": "day"},
}
# What stands in an address and is nobody's.
NOBODYS = {"day", "event", "article", "practice", "state", "kind", "sort", "leaf"}


def walked(resolver: Any = None, space: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Name and the names of its variable parts, for every pattern that the resolver knows."""
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLResolver):
            yield from walked(each, f"{space}{each.namespace}:" if each.namespace else space)
        elif isinstance(each, URLPattern):
            yield f"{space}{each.name}", tuple(each.pattern.converters)


PARTS = dict(walked())


def kinds(name: str) -> dict[str, str]:
    return KINDS.get(name) or {part: part for part in PARTS[name]}


def address(name: str, cast: Cast, owner: str) -> tuple[str, dict[str, object]]:
    """The address of that page for an object of that owner (`never`: of nobody), and what stands in it."""
    filled: dict[str, object] = {}
    for part, kind in kinds(name).items():
        if owner == "never":
            filled[part] = "2031-01-01" if kind == "day" else NEVER_TOKEN if part == "token" else NEVER
        else:
            filled[part] = cast.objects[kind, owner]
    return reverse(name, kwargs=filled), filled


def has_owners(name: str) -> bool:
    """Whether an object of somebody stands in the address."""
    return bool(set(kinds(name).values()) - NOBODYS)
