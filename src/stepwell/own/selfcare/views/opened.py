"""Pages that anybody may read, and on which somebody signed in may keep something."""

from typing import Any, TypeGuard
from urllib.parse import urlencode

from django.http import HttpRequest

from stepwell.ground.people.api import PersonRequest
from stepwell.ground.ui.api import page_of_ours

UNPROCESSABLE = 422
CONFLICT = 409
TOO_MANY = 429


def can_keep(request: HttpRequest) -> TypeGuard[PersonRequest]:
    """Whether there is an open circle to keep it in: signed in with every factor, and not locked."""
    keyring: Any = getattr(request, "keyring", None)
    return keyring is not None and not keyring.locked


def way_back(request: HttpRequest) -> str:
    """The page of ours that somebody came from, or nothing."""
    return page_of_ours(request.POST.get("then") or request.GET.get("then") or "")


def kept_at(page: str, then: str) -> str:
    """Where somebody goes on after keeping: the page says so, and still knows the way back."""
    return f"{page}?{urlencode({'kept': '1', **({'then': then} if then else {})})}"
