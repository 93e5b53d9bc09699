"""While the space for two rests: one ordinary page, nothing new shown, and taking back works as ever."""

import re
from collections.abc import Callable
from uuid import UUID

import pytest
from django.apps import apps

from stepwell.ground.notices.api import rearm
from stepwell.ground.spaces.api import Copies, NotNow, couple_of
from stepwell.ground.spaces.testing import make_couple
from stepwell.together.checkins import api, privacy, showing
from stepwell.together.checkins.models import Shared, Times
from stepwell.together.checkins.rules import rules as rules_of
from stepwell.together.checkins.tests.cast import Actor

pytestmark = pytest.mark.django_db
Due, MailOn = apps.get_model("notices", "Due"), apps.get_model("notices", "MailOn")
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
    assert api.latest_shared_by_other(ben.keyring, couple_of(ben.keyring)) is None


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


def agreed(alma: Actor, ben: Actor) -> str:
    alma.send("/check-ins/times/suggest/", DAYS)
    times = f"/check-ins/times/{Times.objects.get().id}/"
    ben.send(f"{times}yes/")
    return times


def test_no_new_times_and_a_yes_can_be_taken_back(alma: Actor, ben: Actor, rest: Callable[[], None]) -> None:
    agreed(alma, ben)
    rest()
    alma.send("/check-ins/times/suggest/", DAYS, status=200)
    assert Times.objects.count() == 1
    assert "no yes to times" in ben.see(ben.send("/check-ins/times/take-back/")["Location"])
    assert Times.objects.count() == 0


def test_times_for_two_rest_along_for_both_and_come_back_when_it_opens(
    alma: Actor, ben: Actor, rest: Callable[[], None]
) -> None:
    agreed(alma, ben)
    for actor in (alma, ben):
        MailOn.objects.create(person_id=actor.member.id)
        rearm(actor.member.id)
    assert Due.objects.count() == 2
    rest()
    assert rules_of(alma.member.id) == rules_of(ben.member.id) == []
    assert not Due.objects.exists(), "no mail goes out for them"
    alma.send("/together/space/ready/")
    assert not Due.objects.exists()
    ben.send("/together/space/ready/")
    assert len(rules_of(alma.member.id)) == len(rules_of(ben.member.id)) == 1
    assert Due.objects.count() == 2


def test_what_the_other_takes_back_during_the_rest_is_seen_nowhere_before_it_opens(
    alma: Actor, ben: Actor, rest: Callable[[], None]
) -> None:
    times = agreed(alma, ben)
    rest()

    def all_of_it() -> tuple[object, ...]:
        answers = [alma.browser.post(f"{times}{verb}/").status_code for verb in ("put-aside", "yes")]
        return _drawn(alma, "/check-ins/times/"), privacy.export(alma.keyring), answers

    before = all_of_it()
    assert "20:30" not in str(before[:2])
    ben.send(f"{times}take-back/")
    assert all_of_it() == before
    assert alma.send(f"{times}take-back/")["Location"] == "/check-ins/times/?back"
    for actor in (alma, ben):
        actor.send("/together/space/ready/")
    assert "No times are agreed." in alma.see("/check-ins/times/")


def test_the_export_gives_nothing_of_the_other_while_it_rests(
    alma: Actor, ben: Actor, rest: Callable[[], None]
) -> None:
    check_in = alma.keep(noticed="You rang.", who="both", parts=["noticed"])
    assert "You rang." in str(privacy.export(ben.keyring))
    rest()
    correct(alma, check_in, "You wrote.")
    taken = privacy.export(ben.keyring)
    assert taken["shown-to-me"] == []
    assert "before it opens again" in str(taken["what-this-is"])
    assert "You" not in str([part for name, part in taken.items() if name != "what-this-is"])
    for actor in (alma, ben):
        actor.send("/together/space/ready/")
    assert "You wrote." in str(privacy.export(ben.keyring))


def test_the_export_still_gives_what_was_left_in_an_earlier_space(
    alma: Actor, esi: Actor, ben: Actor
) -> None:
    alma.keep(noticed="You rang.", who="both", parts=["noticed"])
    alma.send("/together/space/leave/")
    make_couple(ben.member, esi.member)
    esi.send("/together/space/pause/")
    assert "You rang." in str(privacy.export(ben.keyring)["shown-to-me"])


def correct(actor: Actor, check_in: object, words: str, revision: int = 1) -> None:
    actor.send(f"/check-ins/{check_in}/correct/", {"noticed": words, "revision": str(revision)})


def test_a_correction_during_the_rest_waits_for_its_owner_to_be_ready(
    alma: Actor, ben: Actor, rest: Callable[[], None]
) -> None:
    check_in = alma.keep(noticed="You rang.", who="both", parts=["noticed"])
    untouched = ben.keep(noticed="Tea.", who="both", parts=["noticed"])
    rest()
    assert "once you say that you are ready" in alma.see(f"/check-ins/{check_in}/correct/")
    correct(alma, check_in, "You wrote.")
    ben.send("/together/space/ready/")
    hers = Shared.objects.filter(origin_id=check_in)
    his = Shared.objects.filter(origin_id=untouched)
    before = hers.values("version").get(), his.values("version").get()
    assert before[0]["version"] == 1, "nothing new is sealed for the two while she rests"
    alma.send("/together/space/ready/")
    assert "You wrote." in ben.see("/together/")
    assert his.values("version").get() == before[1]


def test_a_correction_after_she_is_ready_goes_along_when_it_opens(
    alma: Actor, ben: Actor, rest: Callable[[], None]
) -> None:
    check_in = alma.keep(noticed="You rang.", who="both", parts=["noticed"])
    rest()
    alma.send("/together/space/ready/")
    correct(alma, check_in, "You wrote.")
    ben.send("/together/space/ready/")
    assert "You wrote." in ben.see("/together/")


def test_what_was_corrected_away_during_the_rest_leaves_no_copy(
    alma: Actor, ben: Actor, rest: Callable[[], None]
) -> None:
    check_in = alma.keep(noticed="You rang.", safety="3", who="both", parts=["noticed"])
    rest()
    alma.send(f"/check-ins/{check_in}/correct/", {"safety": "3", "revision": "1"})
    alma.send("/together/space/ready/")
    assert Shared.objects.count() == 0


def test_a_suggestion_taken_back_during_the_rest_answers_as_one_that_stands(
    alma: Actor, ben: Actor, rest: Callable[[], None]
) -> None:
    alma.send("/check-ins/times/suggest/", DAYS)
    times = f"/check-ins/times/{Times.objects.get().id}/"
    rest()
    verbs = ("put-aside", "yes", "take-back")
    before = [ben.browser.post(f"{times}{verb}/").status_code for verb in verbs]
    alma.send("/check-ins/times/take-back/")
    assert [ben.browser.post(f"{times}{verb}/").status_code for verb in verbs] == before


def test_many_corrections_go_along_also_where_a_copy_has_to_go_on_the_way(
    alma: Actor, ben: Actor, circle: UUID, rest: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two at a time, and each gone once it was looked at: none is passed over."""
    kept = [alma.keep(noticed=f"Tea {n}.", who="both", parts=["noticed"]) for n in range(5)]
    rest()
    for check_in in kept:
        correct(alma, check_in, "You wrote.")

    def refuse(*_args: object) -> None:
        raise NotNow("words")

    monkeypatch.setattr(Copies, "at_once", 2)
    monkeypatch.setattr(Copies, "seal", refuse)
    showing.COPIES.catch_up(alma.keyring, circle)
    assert Shared.objects.count() == 0, "what was corrected away is not read on"
