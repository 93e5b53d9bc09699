"""Many presses in the same moment, by both: one wish, one yes, one telling, and nobody is refused."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

from tests.fixtures.person import Somebody, meet
from tests.fixtures.server import Served, Serving
from tests.journeys.test_pathway_at_once import _answers_alone

PRESSES = 6
YES = r"/openness/([0-9a-f-]{36})/yes/"


def test_at_once_it_is_once(served: Served) -> None:
    alma, ben = (Somebody(served, f"{name} {uuid4().hex[:8]}").signs_up() for name in ("Alma", "Ben"))
    meet(alma, ben)
    for each in (alma, ben):
        _answers_alone(each)

    def press(*acts: tuple[Somebody, str, dict[str, object]]) -> set[int]:
        with ThreadPoolExecutor(PRESSES * len(acts)) as at_once:
            ways = [at_once.submit(who.send, url, sent) for _ in range(PRESSES) for who, url, sent in acts]
        return {one.result().status for one in ways}

    asks = {"boundary": ["listen"]}
    assert press((alma, "/openness/choose/kitchen/", asks), (ben, "/openness/choose/smell/", asks)) == {303}
    hers = ben.see("/openness/").one(YES)
    his = alma.see("/openness/").one(YES)
    assert hers != his
    back, yes = f"/openness/{hers}/not-any-more/", f"/openness/{hers}/yes/"
    assert press((ben, yes, {}), (ben, back, {}), (alma, f"/openness/{his}/yes/", {})) == {303}
    ben.send(yes, {})
    told = f"/openness/{hers}/told/"
    assert press((alma, told, {}), (ben, back, {}), (ben, f"/openness/{his}/told/", {})) == {303}
    after = f"/openness/{his}/after/"
    assert press((ben, after, {"went": "well", "helped": ["time"]}), (alma, "/openness/take-back/", {})) == {
        303
    }
    assert ben.takes_everything().count("enough time") == 1
    assert "A little deeper" in ben.see("/openness/").text
    assert "A little deeper" not in alma.see("/openness/").text


def test_a_server_that_is_killed_at_any_step_goes_on_from_there(serving: Serving) -> None:
    served = serving()
    alma, ben = (Somebody(served, f"{name} {uuid4().hex[:8]}").signs_up() for name in ("Alma", "Ben"))
    meet(alma, ben)
    for each in (alma, ben):
        _answers_alone(each)

    def killed() -> None:
        served.kill()
        served.start()

    alma.send("/openness/choose/kitchen/", {"boundary": ["no-advice"]})
    killed()
    opening = ben.see("/openness/").one(YES)
    ben.send(f"/openness/{opening}/yes/", {})
    killed()
    for each in (alma, ben):
        assert "Please do not advise" in each.see(f"/openness/{opening}/").text
    alma.send(f"/openness/{opening}/told/", {})
    killed()
    alma.send(f"/openness/{opening}/after/", {"went": "well", "helped": ["time"]})
    killed()
    assert "A little deeper" in alma.see("/openness/").text
    assert "How it was" in ben.see("/openness/").text
