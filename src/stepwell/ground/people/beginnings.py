"""A form of one room that begins with words from another, where neither may know the other.

The words go where that room keeps half-written ones, sealed for their writer. The address carries an id and
nothing else, so no word stands in a history or a log.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from stepwell.ground.people.drafts import keep_begun, kept_draft
from stepwell.ground.vault.api import Keyring

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

BEGUN = "begun"


def _as_it_is(text: str) -> str:
    return text


@dataclass(frozen=True)
class Beginning:
    """words: of the button that leads there. url_name, args: the page with the form. draft: under which that
    page keeps it. field: where the text goes. fit: makes it fit, where the field is a line."""

    key: str
    words: "StrOrPromise"
    url_name: str
    draft: str
    field: str
    args: tuple[str, ...] = ()
    fit: Callable[[str], str] = _as_it_is


_beginnings: dict[str, Beginning] = {}


def add_beginning(one: Beginning) -> None:
    """Called from a room's `apps.py`. The last one to name a key wins, so a reload changes nothing."""
    _beginnings[one.key] = one


def beginning(key: str) -> Beginning | None:
    return _beginnings.get(key)


def begin_with(keyring: Keyring, key: str, text: str, *, origin: UUID) -> str | None:
    """The address at which that form begins with `text`; None where no room has one, or it cannot wait.

    origin: what the text is of. Begun twice it is one form, with whatever was changed in it meanwhile.
    """
    one = _beginnings.get(key)
    if one is None:
        return None
    name = f"{one.draft}-{origin}"
    if kept_draft(keyring, name) is None and not keep_begun(keyring, name, {one.field: [one.fit(text)]}):
        return None
    return f"{reverse(one.url_name, args=one.args)}?{urlencode({BEGUN: str(origin)})}"


def begun(request: HttpRequest) -> str:
    """What this page's form was begun with: the id in its address, or nothing."""
    try:
        return str(UUID(request.GET.get(BEGUN, "")))
    except ValueError:
        return ""


def draft_begun(request: HttpRequest, draft: str) -> str:
    """The name under which this page keeps its half-written form: its own, or that of what was begun."""
    origin = begun(request)
    return f"{draft}-{origin}" if origin else draft


def kept_at(request: HttpRequest, url: str, kept: str) -> str:
    """The page after it was kept, which tells the browser which half-written words may go."""
    said = {"kept": kept} | ({BEGUN: begun(request)} if begun(request) else {})
    return f"{url}?{urlencode(said)}"
