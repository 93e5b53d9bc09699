"""Two who say that they are ready in the same moment take one step, and never two."""

import re
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

from tests.fixtures.person import Somebody, meet
from tests.fixtures.server import Served

TURN = r'name="turn" value="([^"]+)"'
PRESSES = 8


def _answers_alone(somebody: Somebody) -> None:
    page = somebody.see("/mine/questions/all/")
    asked = set(re.findall(r'name="(\w+)" type="radio"', page.text))
    assert len(asked) > 4
    somebody.send("/mine/questions/all/", page.hidden() | dict.fromkeys(asked, "no"), 200)


def test_at_once_is_one_step(served: Served) -> None:
    alma, ben = (Somebody(served, f"{name} {uuid4().hex[:8]}").signs_up() for name in ("Alma", "Ben"))
    meet(alma, ben)
    for each in (alma, ben):
        _answers_alone(each)
    for name in ("Open doors", "Being heard"):
        turn = alma.see("/landings/").one(TURN)
        assert turn == ben.see("/landings/").one(TURN)
        with ThreadPoolExecutor(2 * PRESSES) as at_once:
            said = [
                at_once.submit(each.send, "/landings/ready/", {"turn": turn})
                for _ in range(PRESSES)
                for each in (alma, ben)
            ]
        assert {one.result().status for one in said} == {303}
        for each in (alma, ben):
            assert f"are on {name}." in each.see("/landings/").text
    turn = alma.see("/landings/").one(TURN)
    with ThreadPoolExecutor(2 * PRESSES) as at_once:
        back = [
            at_once.submit(each.send, "/landings/back/", {"turn": turn})
            for _ in range(PRESSES)
            for each in (alma, ben)
        ]
    assert {one.result().status for one in back} == {303}
    assert "are on Open doors." in ben.see("/landings/").text
