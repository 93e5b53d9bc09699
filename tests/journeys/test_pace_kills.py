"""The plug is pulled while a leaf is changed and lines of it are shown: what is shown stands there."""

import http.client
import json
import re
from functools import partial
from random import Random
from uuid import uuid4

import pytest

from tests.fixtures.person import Somebody, meet
from tests.fixtures.server import Served, Serving
from tests.journeys.cutting import cut_off, pressed

KILLS = 8
STAYS = "Tea that is too hot."
SEEN = re.compile(r'<p class="words">([^<]+)</p>')


@pytest.fixture
def served(serving: Serving) -> Served:
    return serving()


def written(somebody: Somebody) -> list[str]:
    (page,) = json.loads(somebody.takes_everything())["pace"]["pages"]
    assert not page["other-wordings"]
    return str(page["said"]["What I like"]).splitlines()


def write(somebody: Somebody, words: str, kept: list[str]) -> None:
    form = somebody.see("/pace/like/write/").hidden() | {"much": f"{STAYS}\n{words}"}
    page = pressed(somebody, "/pace/like/write/", form)
    if page and page.status == 303:
        kept[:] = [words]


def quietly(somebody: Somebody, words: str, kept: list[str]) -> None:
    try:
        write(somebody, words, kept)
    except (OSError, http.client.HTTPException):
        return


def test_a_line_that_is_shown_stands_on_its_leaf_whatever_was_cut_off(served: Served) -> None:
    chance = Random(12)
    alma, ben = (Somebody(served, f"{name} {uuid4().hex[:8]}").signs_up() for name in ("Alma", "Ben"))
    meet(alma, ben)
    kept: list[str] = []
    write(alma, "Line 0", kept)
    for number in range(1, KILLS + 1):
        before = written(alma)[-1]
        show = {"part": "much", "words": before, "sure": "yes"}
        kept.clear()
        cut_off(
            served,
            chance,
            partial(quietly, alma, f"Line {number}", kept),
            partial(pressed, alma, "/pace/like/show/", show),
            partial(pressed, alma, "/pace/like/show/", show | {"words": STAYS}),
        )
        lines = written(alma)
        assert lines[0] == STAYS
        assert lines[1:] in ([before], [f"Line {number}"]), "the one wording or the other, whole"
        assert not kept or lines[1:] == kept, "what was acknowledged is there"
        shown = SEEN.findall(ben.see("/pace/shown/").text)
        assert set(shown) <= set(lines), "and nothing is shown that does not stand there"
        assert len(shown) == len(set(shown))
    alma.send("/pace/like/show/", show | {"words": STAYS})
    assert STAYS in SEEN.findall(ben.see("/pace/shown/").text)
