"""While the space for two rests: one ordinary page, nothing new shown, and taking back works as ever."""

import re
from collections.abc import Callable

import pytest

from stepwell.together.checkins import api
from stepwell.together.checkins.models import Shared, Times
from stepwell.together.checkins.rules import rules as rules_of
from stepwell.together.checkins.tests.cast import Actor

pytestmark = pytest.mark.django_db
DAYS = {"two-at": "20:30", "two-weekdays": ["1"]}


@pytest.fixture
def rest(ben: Actor) -> Callable[[], None]:
    """Ben lets the space rest, through its own page: no reason is asked and none is kept."""

    def begin() -> None:
        ben.send("/together/space/pause/")

    return begin


def _drawn(actor: Actor, path: str) -> str:
    """The page without each one's own key for half-written words, which nobody sees."""
    return re.sub(r' data-draft-key="[^"]*"', "", actor.see(path))


def test_one_ordinary_page_the_same_for_both_and_for_every_day(
    alma: Actor, ben: Actor, rest: Callable[[], None]
) -> None:
    alma.keep(noticed="You rang.", who="both", parts=["noticed"])
    rest()
    page = _drawn(alma, "/together/")
    assert "You rang." not in page
    assert page == _drawn(ben, "/together/") == _drawn(ben, "/together/2026-11-21/")
    assert api.latest_shared_by_other(ben.keyring) is None


def test_writing_goes_on_and_no_seat_is_drawn(alma: Actor, rest: Callable[[], None]) -> None:
    rest()
    page = alma.see("/check-ins/new/")
    assert 'name="who"' not in page
    assert "Ben" not in page
    check_in = alma.keep(noticed="You rang.", who="both", parts=["noticed"])
    assert Shared.objects.count() == 0
    alma.send(f"/check-ins/{check_in}/show/", {"who": "both", "parts": ["noticed"]})
    assert Shared.objects.count() == 0


def test_taking_back_needs_no_open_space(alma: Actor, rest: Callable[[], None]) -> None:
    check_in = alma.keep(noticed="You rang.", who="both", parts=["noticed"])
    rest()
    alma.send(f"/check-ins/{check_in}/stop/")
    assert Shared.objects.count() == 0


def test_no_new_times_and_a_yes_can_be_taken_back(alma: Actor, ben: Actor, rest: Callable[[], None]) -> None:
    alma.send("/check-ins/times/suggest/", DAYS)
    agreed = Times.objects.get().id
    ben.send(f"/check-ins/times/{agreed}/yes/")
    rest()
    alma.send("/check-ins/times/suggest/", DAYS, status=200)
    assert Times.objects.count() == 1
    ben.send(f"/check-ins/times/{agreed}/take-back/")
    assert rules_of(alma.member.id) == []
