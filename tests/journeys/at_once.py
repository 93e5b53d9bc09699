"""What somebody else's open page shows within a second of a press."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

WITHIN_A_SECOND = 1.0
REQUESTS = (
    4  # the press, the page that follows it, the other's question whether it may stay, where that leads
)


def follows_at_once(page: "Page", path: str, button: str, shown: Callable[[], object]) -> None:
    """Press the button on the page at `path`; `shown` waits for what the other page has to come to.

    What a busy machine takes for requests is not counted, by what a page takes on it before and after.
    """
    before = _seconds(lambda: page.goto(path))
    took = _seconds(lambda: (page.get_by_role("button", name=button).click(), shown()))
    ordinary = max(before, _seconds(lambda: page.goto("/together/")))
    assert took < WITHIN_A_SECOND + REQUESTS * ordinary, f"{took:.2f} s, where a page takes {ordinary:.2f} s"


def _seconds(act: Callable[[], object]) -> float:
    began = time.monotonic()
    act()
    return time.monotonic() - began
