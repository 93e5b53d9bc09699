"""However long a name or a word is, a page is as wide as its screen and as its paper."""

from itertools import count
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.journeys.somebody import Somebody

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.journey, pytest.mark.surface]
WORD = "Donaudampfschifffahrt" * 15
BOTH = (
    "/together/", "/together/space/", "/together/space/leave/", "/today/", "/check-ins/new/",
    "/check-ins/times/", "/landings/",
)  # fmt: skip
ALONE = ("/settings/", "/mine/", "/help/", "/weeks/", "/mine/plan/", "/signs/", "/settings/devices/")
_numbers = count(1)
TOO_WIDE = """[...document.querySelectorAll('body *')].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.right > innerWidth + 1 && !one.closest('.scroll, svg, .hidden, .skip');
}).map((one) => `${one.tagName}.${one.className} ${Math.round(one.getBoundingClientRect().right)}`)"""


def long_name(letter: str) -> str:
    return f"{letter * 55}{next(_numbers)}"


def fits(somebody: Somebody, path: str) -> None:
    page: Page = somebody.page
    somebody.go(path)
    for medium in ("screen", "print"):
        page.emulate_media(media=medium)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, (path, medium, wide, page.evaluate(TOO_WIDE))
    page.emulate_media(media="screen")


def test_a_long_name_and_a_long_word_fit_on_a_narrow_screen(visit: Visit, arrivals: Arrivals) -> None:
    alma, ben = (Somebody(long_name(letter), visit(width=320).new_page()) for letter in "ab")
    arrivals.meet(alma, ben)
    alma.check_in(noticed=WORD, safety=4, show_to=ben.name)
    mine = urlsplit(alma.page.url).path
    for path in (mine, f"{mine}correct/", f"{mine}delete/", "/check-ins/", *BOTH, *ALONE):
        fits(alma, path)
    for path in BOTH:
        fits(ben, path)
