"""Both at the same moment, over HTTP: in force once, and no wording lost."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

from tests.fixtures.person import Somebody, meet
from tests.fixtures.server import Served

PRESSES = 6


def _two(served: Served) -> tuple[Somebody, Somebody]:
    alma, ben = (Somebody(served, f"{name} {uuid4().hex[:8]}").signs_up() for name in ("Alma", "Ben"))
    meet(alma, ben)
    return alma, ben


def _offer(who: Somebody) -> str:
    said = {"title": "Phones", "clause-0": "On the shelf from nine.", "do": "offer"}
    return who.fill("/agreements/new/own/", said).where.partition("?")[0]


def _taken(who: Somebody) -> Any:
    found: Any = json.loads(who.takes_everything())["agreements"]
    return found


def test_both_sign_at_once_and_it_is_in_force_once(served: Served) -> None:
    alma, ben = _two(served)
    one = _offer(alma)
    with ThreadPoolExecutor(2 * PRESSES) as at_once:
        signed = [
            at_once.submit(each.send, f"{one}sign/", {"version": "1"})
            for _ in range(PRESSES)
            for each in (alma, ben)
        ]
    assert {one.result().status for one in signed} == {303}
    for each in (alma, ben):
        (kept,) = _taken(each)["agreements"]
        assert kept["state"] == "in-force"
        told = [step["what"] for step in kept["steps"]]
        assert told[-1] == "Version 1 came into force."
        assert sorted(told[1:-1]) == sorted(f"{who.name} signed version 1." for who in (alma, ben))


def test_both_change_it_at_once_and_both_wordings_are_kept(served: Served) -> None:
    alma, ben = _two(served)
    one = _offer(alma)
    forms = {each.name: each.see(f"{one}change/").hidden() for each in (alma, ben)}

    def send(each: Somebody) -> int:
        said = forms[each.name] | {"title": "Phones", "clause-0": f"As {each.name} says.", "do": "offer"}
        return each.send(f"{one}change/", said, 0).status

    with ThreadPoolExecutor(2) as at_once:
        answers = list(at_once.map(send, (alma, ben)))
    assert sorted(answers) == [303, 409]
    first, second = (alma, ben) if answers == [303, 409] else (ben, alma)
    assert f"As {first.name} says." in second.see(one).text
    (draft,) = _taken(second)["drafts"]
    assert draft["clauses"] == [f"As {second.name} says."]
    assert second.name not in str(_taken(first)["agreements"][0]["versions"][-1])


def test_one_form_sent_many_times_at_once_is_one_offer(served: Served) -> None:
    alma, _ben = _two(served)
    form = alma.see("/agreements/new/own/").hidden() | {"title": "Once", "clause-0": "One.", "do": "offer"}
    with ThreadPoolExecutor(12) as at_once:
        answers = list(at_once.map(lambda _: alma.send("/agreements/new/own/", form).where, range(12)))
    assert len(set(answers)) == 1
    assert len(_taken(alma)["agreements"]) == 1
