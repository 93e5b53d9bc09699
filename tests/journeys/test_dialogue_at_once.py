"""Everybody presses at the same moment: one floor, one turn, and whoever came second keeps their words."""

import re
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

from tests.fixtures.person import Somebody, meet
from tests.fixtures.server import Served
from tests.journeys.cutting import clear

PRESSES = 6


def _moment(somebody: Somebody, room: str) -> str:
    return somebody.see(room).one(r'name="moment" value="(\d+)"')


def test_at_once_there_is_one_floor(served: Served) -> None:
    alma, ben = (Somebody(served, f"{name} {uuid4().hex[:8]}").signs_up() for name in ("Alma", "Ben"))
    meet(alma, ben)
    for each in (alma, ben):
        clear(each)
    asked = {"topic": "The phone", "minutes": "20", "way": "written", "devices": "two", "first": "me"}
    with ThreadPoolExecutor(2 * PRESSES) as at_once:
        assert {
            one.status for one in at_once.map(lambda _: alma.send("/dialogue/ask/", asked), range(4))
        } == {303}
        yes = ben.see("/dialogue/").one(r'action="(/dialogue/asked/[^"]+/yes/)"')
        rooms = {one.where for one in at_once.map(lambda _: ben.send(yes, {}), range(4))}
        (room,) = rooms - {"/dialogue/"}
        here = {"what": "here", "moment": _moment(alma, room)}
        for done in [at_once.submit(each.send, f"{room}press/", here, 0) for each in (alma, ben) * 3]:
            assert done.result().status in {303, 409}

        moment = _moment(alma, room)
        sent = [
            (each, f"{each.name} says {number}", kind)
            for number in range(PRESSES)
            for each, kind in ((alma, "speak"), (ben, "back"))
        ]
        came = [
            at_once.submit(
                each.send,
                f"{room}say/",
                {"form_id": str(uuid4()), "kind": kind, "text": text, "moment": moment},
                0,
            )
            for each, text, kind in sent
        ]
        answers = [one.result() for one in came]
        taken = [text for (_who, text, _kind), page in zip(sent, answers, strict=True) if page.status == 303]
        assert len(taken) == 1
        for (_who, text, _kind), page in zip(sent, answers, strict=True):
            assert page.status == 303 or (page.status == 409 and text in page.text)
        for each in (alma, ben):
            assert re.findall(r"says \d", each.see(room).text) == [taken[0][-6:]]

        moment = _moment(ben, room)
        form = {"form_id": str(uuid4()), "kind": "back", "text": "I heard you.", "moment": moment}
        assert {
            one.status for one in at_once.map(lambda _: ben.send(f"{room}say/", form), range(PRESSES))
        } == {303}
        moment = _moment(alma, room)
        done = [
            at_once.submit(alma.send, f"{room}press/", {"what": what, "moment": moment}, 0)
            for what in ("yes", "not-quite") * 3
        ]
        assert {one.result().status for one in done} <= {303, 409}
    assert alma.see(room).text.count("I heard you.") == 1
