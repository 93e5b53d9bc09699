"""Pages that anybody may read, and on which somebody signed in may keep something."""

from typing import Any, TypeGuard
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from stepwell.ground.people.api import PersonRequest

LONGEST_WAY = 300
UNPROCESSABLE = 422
CONFLICT = 409
TOO_MANY = 429


def can_keep(request: HttpRequest) -> TypeGuard[PersonRequest]:
    """Whether there is an open circle to keep it in: signed in with every factor, and not locked."""
    keyring: Any = getattr(request, "keyring", None)
    return keyring is not None and not keyring.locked


def way_back(request: HttpRequest) -> str:
    """The page of ours that somebody came from, or nothing."""
    asked = request.POST.get("then") or request.GET.get("then") or ""
    ours = asked.startswith("/") and asked.isprintable() and len(asked) <= LONGEST_WAY
    return asked if ours and url_has_allowed_host_and_scheme(asked, allowed_hosts=None) else ""


def kept_at(page: str, then: str) -> str:
    """Where somebody goes on after keeping: the page says so, and still knows the way back."""
    return f"{page}?{urlencode({'kept': '1', **({'then': then} if then else {})})}"
