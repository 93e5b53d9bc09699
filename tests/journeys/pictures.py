"""Pictures of every page, on a phone and wide, light and dark, to be looked at by a person.

Run: python -m tests.journeys.pictures FOLDER [part of a name …]
"""

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.fixtures.browser import CHROMIUM, PHONE, SWITCHES
from tests.fixtures.server import Served
from tests.journeys import gallery_found
from tests.journeys.gallery import Walk
from tests.journeys.somebody import Somebody, meet

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.journeys.gallery import Look, OpenBrowser

LOOKS = [(width, scheme) for width in (390, 1280) for scheme in ("light", "dark")]


def camera(folder: Path, wanted: list[str]):  # type: ignore[no-untyped-def]  # a look, as gallery.py has it
    def look(page: "Page", name: str) -> None:
        if wanted and not any(part in name for part in wanted):
            return
        for width, scheme in LOOKS:
            page.set_viewport_size({"width": width, "height": PHONE["height"]})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
        page.set_viewport_size(PHONE)
        page.emulate_media(color_scheme="light")

    return look


def found(open_browser: "OpenBrowser", look: "Look", served: Served) -> None:
    """What days of years would show: pictures whose names begin with `found`."""
    one, other = (Somebody(name, open_browser()) for name in ("Gita", "Hana"))
    one.sign_up()
    gallery_found.found(look, served, one)
    other.sign_up()
    meet(one, other)
    gallery_found.respond(look, served, one)


def main(folder: Path, wanted: list[str]) -> None:
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as where, sync_playwright() as playwright:
        served = Served(Path(where) / "home", {"STEPWELL_SMTP": "file"}).start()
        try:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)

            def open_browser() -> "Page":
                context = browser.new_context(
                    base_url=served.origin, viewport=PHONE, locale="en-GB", timezone_id="Europe/Berlin"
                )
                context.set_default_timeout(10_000)
                return context.new_page()

            walk = Walk(open_browser, camera(folder, wanted), served.home / "mail")
            try:
                found(open_browser, camera(folder, wanted), served)
                if not all(part.startswith("found") for part in wanted or [""]):
                    walk.all()
            finally:
                for number, context in enumerate(browser.contexts):
                    context.pages[0].screenshot(path=folder / f"last-{number}.png", full_page=True)
        finally:
            served.kill()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
