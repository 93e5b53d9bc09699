"""Everybody presses at the same moment: one asking, one time, one beginning, one end."""

import re
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

from tests.fixtures.person import Somebody, meet
from tests.fixtures.server import Served
from tests.journeys.cutting import clear

ASKED = {"level": "0", "minutes": "10", "first": "me", "hours": "2", "word": "stone", "ins": "My hands"}
TERMS = re.compile(r"/touch/asked/[0-9a-f-]+/")
TIME = re.compile(r"/touch/[0-9a-f]{8}-[0-9a-f-]{27}/")


def test_at_once_there_is_one_of_each(served: Served) -> None:
    alma, ben = (Somebody(served, f"{name} {uuid4().hex[:8]}").signs_up() for name in ("Alma", "Ben"))
    meet(alma, ben)
    for each in (alma, ben):
        clear(each)
    with ThreadPoolExecutor(8) as at_once:
        for _round in range(3):
            asking = [at_once.submit(each.send, "/touch/ask/", ASKED, 0) for each in (alma, ben) * 2]
            assert {one.result().status for one in asking} == {303}
            terms = [TERMS.findall(each.see("/touch/").text)[0] for each in (alma, ben)]
            yes = [
                at_once.submit(each.send, where, {"ins": ["0"]}, 0)
                for each, where in zip((alma, ben) * 2, terms * 2, strict=True)
            ]
            assert {one.result().status for one in yes} <= {303, 404}, "of two yeses one came first"
            (time,) = {TIME.findall(each.see("/touch/").text)[0] for each in (alma, ben)}
            for what in ("here", "change"):
                sent = {"what": what, "moment": "1"}
                pressed = [at_once.submit(each.send, f"{time}press/", sent, 0) for each in (alma, ben) * 2]
                assert {one.result().status for one in pressed} == {303}
            giving = {each.name: "You give" in each.see(time).text for each in (alma, ben)}
            assert sorted(giving.values()) == [False, True], "changed over once, however often it was pressed"
            stopped = [
                at_once.submit(each.send, f"{time}press/", {"what": "stop"}, 0) for each in (alma, ben) * 2
            ]
            assert {one.result().where for one in stopped} == {"/touch/after/"}
            for each in (alma, ben):
                assert "It has ended" in each.see("/touch/after/").text
                each.send("/touch/after/", {"do": "leave"})
