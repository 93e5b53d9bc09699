"""The walk past what was found: each kind of it, as if somebody's days had been found to hold them.

Days that hold them all would take years to make; so they are sealed for somebody from the command line, on
the home of the server that shows them: `python -m tests.journeys.gallery_found NAME WHICH`.
"""

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.fixtures.server import ROOT, Served
from tests.journeys.somebody import PASSWORD, Somebody

if TYPE_CHECKING:
    from tests.journeys.gallery import Look


def seal(served: Served, somebody: Somebody, which: str) -> None:
    words = [sys.executable, "-m", "tests.journeys.gallery_found", somebody.name, which]
    paths = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    here = {"PYTHONPATH": paths, "DJANGO_SETTINGS_MODULE": "stepwell.site.settings"}
    subprocess.run(words, env=served.environment() | here, check=True, timeout=120)


def found(look: "Look", served: Served, alma: Somebody) -> None:
    """Alma is alone here; whoever looks gets each page once."""

    def see(name: str, path: str = "") -> None:
        if path:
            alma.go(path)
        look(alma.page, name)

    seal(served, alma, "early")
    see("found-early", "/along/")
    seal(served, alma, "all")
    see("found-all", "/along/")
    alma.hand.tap(alma.page.get_by_role("button", name="What could be done when this happens?").first)
    see("found-respond-alone")
    seal(served, alma, "all")
    alma.go("/along/")
    for _ in range(2):
        alma.page.get_by_text("Put it away").first.click()
        alma.hand.tap(alma.page.get_by_role("button", name="Not helpful to me").first)
    alma.page.get_by_text("What you put away").click()
    see("found-away")
    seal(served, alma, "much")
    see("found-much", "/along/?signal=closeness")


def respond(look: "Look", served: Served, alma: Somebody) -> None:
    """Alma shares a space with somebody, and answered what keeps her yes back otherwise."""
    seal(served, alma, "clear")
    seal(served, alma, "all")
    alma.go("/along/")
    alma.hand.tap(alma.page.get_by_role("button", name="What could be done when this happens?").first)
    look(alma.page, "found-respond")
    alma.hand.write("In your words", "")
    alma.hand.tap(alma.page.locator("button[value='promises.make']"))
    look(alma.page, "found-respond-errors")
    alma.hand.write("In your words", "I ring from the platform.")
    alma.hand.tap(alma.page.locator("button[value='promises.make']"))
    look(alma.page, "found-promise-begun")


def _seal(name: str, which: str) -> None:
    import django

    django.setup()
    from datetime import date

    from stepwell.ground.people.api import keyring_of
    from stepwell.own.safety.testing import clear
    from stepwell.own.understanding.testing import link, other, signal, tell, turn

    keyring = keyring_of(name, PASSWORD, lambda _: "")
    assert keyring is not None
    early = [other(key, "too_early", n_with=n) for n, key in enumerate(("t:quarrel", "t:place", "h:meal"), 3)]
    long = "own:the telephone that lies face down again"
    if which == "clear":
        clear(keyring)
    elif which == "early":
        tell(keyring, signal("safety", *early, days=23))
    elif which == "all":
        links = (link("h:walk", 1.3), link("t:late", -1.6), link(f"t:{long}", -0.9, n_with=8), *early)
        rest = [
            other("t:dream", "withdrawn"),
            other("h:told_first", "emerging"),
            other("h:sleep", "nothing_clear"),
        ]
        turns = (turn(1.8), turn(-2.2, first=date(2026, 7, 1), last=date(2026, 7, 9)))
        tell(keyring, signal("safety", *links, *rest, turns=turns, weekend=0.7))
    elif which == "much":
        many = link("h:walk", 1.3, n_with=1100, n_without=2300), link("t:late", -5.4, n_with=9, n_without=2)
        wide = turn(0.9, first=date(2025, 6, 1), last=date(2026, 5, 1))
        tell(keyring, signal("closeness", *many, turns=(wide,), days=3400))


if __name__ == "__main__":
    _seal(*sys.argv[1:])
