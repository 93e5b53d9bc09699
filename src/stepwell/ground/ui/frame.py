"""What the frame of a page knows: the areas of the navigation, and who it is drawn for."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_bidi

from stepwell.ground.ui.colours import papers
from stepwell.ground.ui.icons import drawing


@dataclass(frozen=True)
class Area:
    """One entry of the navigation. `order` sorts upwards; `icon` names a drawing of `icons.svg`."""

    key: str
    label: str | Promise
    url_name: str
    icon: str
    order: int

    @property
    def url(self) -> str:
        return reverse(self.url_name)

    @property
    def picture(self) -> SafeString:
        return drawing(self.icon)


@dataclass(frozen=True)
class Slip:
    """Something its owner needs to see on every page, with the one button that answers it.

    `words` may hold safe markup. `action` takes the POST; `page` is theirs too, for where no form may stand.
    """

    name: str
    words: str
    answer: str
    action: str
    page: str


_areas: dict[str, Area] = {}


def add_area(area: Area) -> None:
    """Called from a room's `apps.py`. The last one to name a key wins, so a reload changes nothing."""
    _areas[area.key] = area


def areas() -> tuple[Area, ...]:
    return tuple(sorted(_areas.values(), key=lambda area: (area.order, area.key)))


class Frame:
    """Read by `ui/page.html`. Nothing is looked up before the template asks for it."""

    def __init__(self, request: HttpRequest | None) -> None:
        self._request = request

    @cached_property
    def person(self) -> object | None:
        return getattr(self._request, "person", None)

    @property
    def slip(self) -> Slip | None:
        return getattr(self._request, "slip", None)

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        return areas()

    @property
    def language(self) -> str:
        return get_language() or settings.LANGUAGE_CODE

    @property
    def direction(self) -> str:
        return "rtl" if get_language_bidi() else "ltr"

    @property
    def theme(self) -> str:
        """Light or dark where the person chose one; empty follows the system."""
        chosen = getattr(self.person, "theme", "")
        return chosen if chosen in {"light", "dark"} else ""

    @property
    def papers(self) -> tuple[str, str]:
        return papers()

    @property
    def leave_to(self) -> str:
        return str(getattr(settings, "LEAVE_TO", "/blank/"))

    @property
    def draft_key(self) -> str:
        """The person's public draft key in base64url, which `people` puts on the request."""
        return str(getattr(self._request, "draft_key", "") or "")

    @property
    def keeps_offline(self) -> bool:
        """Only for somebody who has a place here: a mere visit leaves nothing behind in the browser.

        Development serves files under names that do not change, so nothing may be kept there.
        """
        return self.person is not None and not settings.DEBUG

    @property
    def asks_to_keep(self) -> bool:
        """Whoever has no place here may have plain pages kept too, by a button on the page that matters."""
        return self.person is None and not settings.DEBUG
