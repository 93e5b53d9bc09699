"""Everybody presses at the same moment: one asking each, one yes for two, and one end; a tap always wins."""

import re
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

from tests.fixtures.person import Somebody, meet
from tests.fixtures.server import Served
from tests.journeys.cutting import clear

PAGE, ASK, BACK = "/this-time/", "/this-time/ask/", "/this-time/take-back/"
BOTH = "Both of you said yes to this"
ASKING = re.compile(r"/this-time/asked/[0-9a-f-]+/")


def test_at_once_there_is_one_of_each(served: Served) -> None:
    two = tuple(Somebody(served, f"{name} {uuid4().hex[:8]}").signs_up() for name in ("Alma", "Ben"))
    meet(*two)
    for each in two:
        clear(each)
    with ThreadPoolExecutor(8) as at_once:
        for _round in range(3):
            asked = [
                at_once.submit(each.send, ASK, {"what": f"Of {each.name}", "hours": "1"}, 0)
                for each in two * 2
            ]
            assert {one.result().status for one in asked} == {303}
            asking = [ASKING.findall(each.see(PAGE).text)[0] for each in two]
            yes = [
                at_once.submit(each.send, where, {"outs": f"Out for {each.name}"}, 0)
                for each, where in zip(two * 2, asking * 2, strict=True)
            ]
            assert {one.result().status for one in yes} <= {303, 404}, "of two yeses one came first"
            pages = [each.see(PAGE).text for each in two]
            assert all(BOTH in page for page in pages)
            stands = {one.name for one in two for page in pages if f"Of {one.name}" in page}
            assert len(stands) == 1, "one and the same for both"
            back = [at_once.submit(each.send, BACK, {}, 0) for each in two * 2]
            assert {one.result().where for one in back} == {PAGE}
            assert not any("Of " in each.see(PAGE).text for each in two)


def test_a_yes_and_a_taking_back_at_once_leave_nothing(served: Served) -> None:
    alma, ben = (Somebody(served, f"{name} {uuid4().hex[:8]}").signs_up() for name in ("Alma", "Ben"))
    meet(alma, ben)
    for each in (alma, ben):
        clear(each)
    with ThreadPoolExecutor(2) as at_once:
        for _round in range(10):
            alma.send(ASK, {"what": "Tea", "hours": "1"})
            asking = ASKING.findall(ben.see(PAGE).text)[0]
            yes = at_once.submit(ben.send, asking, {"outs": ""}, 0)
            back = at_once.submit(alma.send, BACK, {}, 0)
            assert yes.result().status in {303, 404}
            assert back.result().status == 303
            assert BOTH not in alma.see(PAGE).text, "whoever took it back took it back"
            assert BOTH not in ben.see(PAGE).text
