"""The plug is pulled while two people are in a round: it goes on or is void, and is never half shown."""

import http.client
import re
from functools import partial
from random import Random
from uuid import uuid4

import pytest

from tests.fixtures.person import Somebody, meet
from tests.fixtures.server import Served, Serving
from tests.journeys.cutting import clear, cut_off

KILLS = 8
FOUND = re.compile(r"<li><div>([^<]+)<form method=\"post\" action=\"/menu/line/")
LINE = re.compile(r'name="(mark-[0-9a-f-]{36})" value="w"')


@pytest.fixture
def served(serving: Serving) -> Served:
    return serving()


def pressed(somebody: Somebody, what: str) -> None:
    """Sent, whether or not an answer came."""
    try:
        if what == "look":
            somebody.see("/menu/")
        else:
            somebody.send(f"/menu/round/{what}", {}, 0)
    except (OSError, http.client.HTTPException, AssertionError):
        return


def found(somebody: Somebody) -> list[str] | None:
    """What stands there as welcome to both; None before a round has ended."""
    page = somebody.see("/menu/").text
    return FOUND.findall(page) if "The next may be from" in page else None


def test_cut_off_in_any_moment_a_round_ends_whole(served: Served) -> None:
    chance = Random(5)
    alma, ben = (Somebody(served, f"{name} {uuid4().hex[:8]}").signs_up() for name in ("Alma", "Ben"))
    meet(alma, ben)
    lines = [dict.fromkeys(LINE.findall(who.see("/menu/").text)) for who in (alma, ben)]
    assert list(lines[0]) == list(lines[1])
    for who, some in ((alma, [0, 1, 2, 5]), (ben, [1, 2, 3, 7])):
        clear(who)
        marks = {list(lines[0])[number]: "w" for number in some}
        who.send("/menu/marks/", {"revision": "0", **marks})
    for number in range(KILLS):
        presses = [
            partial(pressed, who, what) for who in (alma, ben) for what in (("", "look") if number else ("",))
        ]
        cut_off(served, chance, *presses)
        seen = [found(who) for who in (alma, ben)]
        assert seen[0] in (None, seen[1]) or seen[1] is None
        if seen[0] is not None and seen[1] is not None:
            break
    for who in (alma, ben):
        pressed(who, "")
    for _ in range(2):
        seen = [found(who) for who in (alma, ben)]
    assert seen[0] == seen[1] == ["Sitting side by side", "Being in one room, each with something of our own"]
