"""A page as axe, a small phone and a stranger over a shoulder see it."""

import re
from typing import TYPE_CHECKING, Any

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

TELLING = re.compile(
    r"affair|betray|cheat|trust|infidel|check-in|couple|recover|partner|intima", re.IGNORECASE
)
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# What can be right on a light phone and wrong on a dark wide page. All else is asked once.
ONLY_SEEN = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]
PHONE, WIDE, SMALL = (390, 844), (1280, 844), (320, 700)
ASK = "options => axe.run(document, options).then(found => found.violations)"


def faults(page: "Page", name: str) -> list[str]:
    """Sentences; none where nothing is wrong. The page is left as a light phone shows it."""
    # The page that leaving leads to is empty on purpose.
    kinds = WCAG if page.url.endswith("/blank/") else [*WCAG, "best-practice"]
    _shown(page, PHONE, "light")
    page.evaluate(Axe().axe_script)
    wrong = _axe(page, f"{name} on a light phone", {"type": "tag", "values": kinds})
    _shown(page, WIDE, "dark")
    wrong += _axe(page, f"{name} dark and wide", {"type": "rule", "values": ONLY_SEEN})
    _shown(page, SMALL, "dark")
    if page.evaluate("document.documentElement.scrollWidth") > SMALL[0]:
        wrong.append(f"{name}: wider than a phone of {SMALL[0]}")
    _shown(page, PHONE, "light")
    if TELLING.search(page.title()):
        wrong.append(f"{name}: its title tells: {page.title()}")
    return wrong


def _shown(page: "Page", size: tuple[int, int], scheme: Any) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")


def _axe(page: "Page", name: str, asked: dict[str, object]) -> list[str]:
    found = page.evaluate(ASK, {"resultTypes": ["violations"], "runOnly": asked})
    return [
        f"{name}: {one['id']}: {'; '.join(node['html'][:120] for node in one['nodes'][:3])}" for one in found
    ]
