"""Every address has exactly one guard, and says so."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver


def addresses(resolver: Any = None, before: str = "") -> Iterator[tuple[str, Any]]:
    for each in (resolver or get_resolver()).url_patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from addresses(each, route)
        elif isinstance(each, URLPattern):
            yield route, each.callback


ALL = list(addresses())


@pytest.mark.parametrize(("route", "view"), ALL, ids=[route or "/" for route, _view in ALL])
def test_every_page_has_exactly_one_guard(route, view):
    guards = []
    inner = view
    if view.__module__.startswith("stepwell.ground.ui."):
        # The surface knows nobody: the import contract is the guard of its pages.
        guards.append("anyone")
    while inner is not None:
        # Decorators copy attributes outwards, so each layer's own mark is what counts.
        guards.append(getattr(inner, "guard", None))
        inner = getattr(inner, "__wrapped__", None)
    kinds = {guard for guard in guards if guard is not None}
    assert len(kinds) == 1, f"{route} is guarded as {kinds or 'nothing'}"
    assert kinds <= {"person", "anyone"}


def test_a_page_is_a_function():
    assert not [route for route, view in ALL if hasattr(view, "view_class")]
