"""What the home page suggests: at most three, one of them short, and nothing that asks too much."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from stepwell.ground.spaces.api import couple_of
from stepwell.ground.ui.api import Offer, offers
from stepwell.together.pathway import api, window
from stepwell.together.pathway.api import suggestions
from stepwell.together.pathway.choosing import MOST, SHORT, choose
from stepwell.together.pathway.tests.cast import Actor

DAY = date(2026, 5, 20)
NOON = datetime(2026, 5, 20, 10, 0, tzinfo=UTC)
HARD = Offer("x.hard", 1, "Hard", "", "today", states=frozenset({"inside"}))
JOINT = Offer("x.joint", 1, "For two", "", "today", joint=True)


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> dict[str, Offer]:
    """What is offered in a story, in place of what the house has."""
    told = {offer.key: offer for offer in offers()}
    monkeypatch.setattr(api, "offers", lambda: tuple(told.values()))
    return told


def _drawn(state: str = "", *, landing: int = 1, hour: int = 12, day: date = DAY) -> tuple[Offer, ...]:
    return choose(offers(), landing=landing, state=state, hour=hour, day=day, lot=b"somebody")


@pytest.mark.parametrize("state", ["", "inside", "over", "numb"])
@pytest.mark.parametrize("landing", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("hour", [3, 8, 15, 22])
def test_three_at_most_one_short_all_fitting(state: str, landing: int, hour: int) -> None:
    for back in range(20):
        found = _drawn(state, landing=landing, hour=hour, day=DAY - timedelta(days=back))
        assert 0 < len(found) <= MOST
        assert len(set(found)) == len(found)
        assert min(offer.minutes for offer in found) <= SHORT
        for offer in found:
            assert (state or "inside") in offer.states
            assert not offer.landings or landing in offer.landings
            assert hour in offer.hours or offer.minutes <= SHORT


def test_the_same_on_one_day_and_others_on_another() -> None:
    assert _drawn() == _drawn()
    fortnight = {_drawn(day=DAY + timedelta(days=ahead)) for ahead in range(14)}
    assert len(fortnight) > 5
    everybody = {
        choose(offers(), landing=1, state="", hour=12, day=DAY, lot=bytes([number])) for number in range(9)
    }
    assert len(everybody) > 3


def test_something_short_stands_there_even_where_nothing_short_fits_the_hour() -> None:
    long = Offer("a.long", 30, "Long", "", "today")
    short = Offer("b.short", 2, "Short", "", "today", hours=frozenset({4}))
    assert choose([long, short], landing=1, state="", hour=12, day=DAY, lot=b"") == (short, long)


def test_nothing_hard_for_who_is_over_or_numb(
    esi: Actor, registry: dict[str, Offer], monkeypatch: pytest.MonkeyPatch
) -> None:
    registry.clear()
    registry[HARD.key] = HARD
    person = _person(esi)
    for state, found in {"": (HARD,), "inside": (HARD,), "over": (), "numb": ()}.items():
        monkeypatch.setattr(window, "now", lambda _keyring, state=state: state)
        assert suggestions(esi.keyring, person, NOON, couple_of(esi.keyring)) == found


def test_nothing_for_two_when_alone_or_at_rest(
    esi: Actor, two: tuple[Actor, Actor], registry: dict[str, Offer]
) -> None:
    registry.clear()
    registry[JOINT.key] = JOINT
    alma, ben = two
    assert not suggestions(esi.keyring, _person(esi), NOON, couple_of(esi.keyring))
    assert suggestions(alma.keyring, _person(alma), NOON, couple_of(alma.keyring)) == (JOINT,)
    ben.pause()
    assert not suggestions(alma.keyring, _person(alma), NOON, couple_of(alma.keyring))
    ben.send("/together/space/leave/")
    assert not suggestions(alma.keyring, _person(alma), NOON, couple_of(alma.keyring))


def test_nothing_for_two_while_one_is_over_or_numb(
    two: tuple[Actor, Actor], registry: dict[str, Offer], monkeypatch: pytest.MonkeyPatch
) -> None:
    registry.clear()
    registry[JOINT.key] = JOINT
    alma = two[0]
    for state, found in {"": (JOINT,), "inside": (JOINT,), "over": (), "numb": ()}.items():
        monkeypatch.setattr(window, "now", lambda _keyring, state=state: state)
        assert suggestions(alma.keyring, _person(alma), NOON, couple_of(alma.keyring)) == found


def test_what_fits_the_landing_follows_it(esi: Actor, registry: dict[str, Offer]) -> None:
    registry.clear()
    for number in range(1, 6):
        registry[str(number)] = Offer(str(number), 1, "", "", "today", landings=frozenset({number}))
    for number in (1, 4, 2):
        esi.send("/landings/mine/", {"landing": str(number)})
        assert [
            offer.key for offer in suggestions(esi.keyring, _person(esi), NOON, couple_of(esi.keyring))
        ] == [str(number)]


def test_the_home_page_draws_them_and_has_two_lines_where_nothing_fits(
    esi: Actor, registry: dict[str, Offer]
) -> None:
    drawn = re.findall(r'<span class="long">(\d+) minutes?</span><a href="([^"]+)"', esi.see("/today/"))
    assert 0 < len(drawn) <= MOST
    assert min(int(minutes) for minutes, _url in drawn) <= SHORT
    for _minutes, url in drawn:
        esi.see(url)
    registry.clear()
    page = esi.see("/today/")
    assert "Read what you wrote" in page
    assert "Look at your last twelve weeks" in page


def test_the_queries_are_few(esi: Actor, django_assert_max_num_queries: object) -> None:
    keyring, person = esi.keyring, _person(esi)
    with django_assert_max_num_queries(2):  # type: ignore[operator]  # pytest-django's
        api.suggestions(keyring, person, NOON, None)


def _person(actor: Actor) -> object:
    from zoneinfo import ZoneInfo

    from stepwell.ground.people.api import Someone

    return Someone(id=actor.member.id, name=actor.member.name, zone=ZoneInfo("Europe/Berlin"), language="en")
