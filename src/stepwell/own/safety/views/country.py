"""Whose country's numbers come first for the person who asks."""

from typing import cast

from django.http import HttpRequest

from stepwell.ground.people.api import PersonRequest
from stepwell.own.safety import leaf as leaves
from stepwell.own.safety.numbers import countries, country_of_zone


def has_leaf(request: HttpRequest) -> bool:
    """Signed in and not locked. Otherwise a page goes by the clock alone, or by nothing."""
    return getattr(request, "person", None) is not None and not cast("PersonRequest", request).keyring.locked


def country_for(request: HttpRequest) -> str:
    """The country they chose, else that of their clock, else somewhere else."""
    if has_leaf(request):
        kept = leaves.leaf_of(cast("PersonRequest", request).keyring).country
        if kept in countries():
            return kept
    person = getattr(request, "person", None)
    return country_of_zone(person.zone.key if person else "")
