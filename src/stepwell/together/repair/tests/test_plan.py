"""The plan for storms: written alone, put forward, in force when both have signed, and taken back."""

import json

import pytest

from stepwell.ground.people.testing import PASSWORD
from stepwell.ground.record.api import events, line_of
from stepwell.ground.spaces.api import couple_of
from stepwell.own.selfcare.testing import keep_now
from stepwell.together.repair.api import NoRoom, propose_line
from stepwell.together.repair.errors import LONGEST_LIST
from stepwell.together.repair.models import Hand, Own, Plan, Side
from stepwell.together.repair.tests.cast import BLANK, Actor

pytestmark = pytest.mark.django_db
HERS = {
    "signs": "My hands go cold.",
    "helps": "Sit beside me.\nSay nothing.",
    "worse": "Doors.",
    "word": "Harbour",
}
HIS = {
    "signs": "I talk fast.",
    "helps": "A walk round the block.",
    "back": "At eight, in the kitchen. I begin.",
}


@pytest.fixture
def whole(alma: Actor, ben: Actor) -> None:
    """Both have put their part forward: version 2."""
    alma.writes(**HERS)
    alma.puts_forward()
    ben.writes(**HIS)
    ben.puts_forward()


@pytest.fixture
def in_force(alma: Actor, ben: Actor, whole: None) -> None:
    alma.signs(2)
    ben.signs(2)


def kinds(actor: Actor) -> list[str]:
    couple = couple_of(actor.keyring)
    assert couple
    return [event.kind for event in events(actor.keyring, couple.circle)]


def test_esi_alone_has_a_plan_and_no_empty_seat_is_drawn(esi: Actor) -> None:
    assert "put it forward" not in esi.plan, "there is nobody to put it forward to"
    esi.writes(**HERS)
    for part in ("My hands go cold.", "Sit beside me.", "Doors.", "Harbour"):
        assert part in esi.plan
    assert "Put it forward" not in esi.plan
    assert "Our word" not in esi.plan + esi.see("/repair/mine/")
    assert BLANK not in esi.plan
    storm = esi.see("/repair/storm/")
    assert "Harbour" in storm.split("<h1>")[1].split("</h1>")[0]
    assert "Sit beside me." in storm
    assert "Come back to the room" not in storm, "in a talk the room is the talk"
    assert "no space for two now" in esi.send("/repair/forward/", {"revision": "1"}, 409).content.decode()


def test_nobody_sees_a_part_before_it_is_put_forward(alma: Actor, ben: Actor) -> None:
    before = ben.plan, ben.see("/repair/storm/"), ben.see("/repair/mine/")
    alma.writes(**HERS)
    assert (ben.plan, ben.see("/repair/storm/"), ben.see("/repair/mine/")) == before
    assert "hands go cold" not in ben.takes_everything()
    alma.puts_forward()
    assert "My hands go cold." in ben.plan
    assert 'value="Harbour"' in ben.see("/repair/mine/"), "the word that was suggested stands in his form"


def test_in_force_when_both_have_signed_and_the_record_says_so(alma: Actor, ben: Actor, whole: None) -> None:
    alma.signs(2)
    assert "In force" not in alma.plan
    assert "Harbour" not in ben.see("/repair/storm/")
    ben.signs(2)
    for reader in (alma, ben):
        assert "In force" in reader.plan
        storm = reader.see("/repair/storm/")
        assert "Harbour" in storm.split("<h1>")[1].split("</h1>")[0]
        for part in ("Sit beside me.", "A walk round the block.", "At eight, in the kitchen."):
            assert part in storm
    assert kinds(alma) == ["repair-plan.signed", "repair-plan.signed", "repair-plan.in-force"]
    record = ben.see("/record/")
    assert "Version 2 of the plan for storms is in force" in record


def test_one_part_alone_cannot_be_signed(alma: Actor, ben: Actor) -> None:
    alma.writes(**HERS)
    alma.puts_forward()
    assert BLANK in alma.plan
    for who in (alma, ben):
        assert "drawn before something changed" in who.signs(1, 409)
    assert kinds(alma) == []


def test_a_signature_holds_for_the_version_that_was_read(alma: Actor, ben: Actor, whole: None) -> None:
    alma.signs(2)
    ben.writes(1, **HIS, worse="Being followed.")
    ben.puts_forward(2)
    assert "drawn before something changed" in ben.signs(2, 409)
    ben.signs(3)
    assert "In force" not in ben.plan, "her signature was for what stood before"
    assert "repair-plan.signature-lapsed" in kinds(alma)
    alma.signs(3)
    assert "Being followed." in alma.see("/repair/storm/")


def test_a_new_version_while_the_old_one_stays_in_force(alma: Actor, ben: Actor, in_force: None) -> None:
    alma.writes(1, **{**HERS, "word": "Lantern"})
    alma.puts_forward(2)
    assert "A new version" in ben.plan
    assert "Harbour" in ben.see("/repair/storm/")
    alma.signs(3)
    ben.signs(3)
    assert "Lantern" in ben.see("/repair/storm/")
    assert "A new version" not in ben.plan


@pytest.mark.parametrize("who", ["alma", "ben"])
def test_either_takes_the_yes_back_alone_and_at_once(
    alma: Actor, ben: Actor, in_force: None, who: str
) -> None:
    actor = alma if who == "alma" else ben
    assert "needs no reason" in actor.see("/repair/withdraw/")
    for _ in range(2):
        actor.takes_back_yes(2)
    for reader in (alma, ben):
        assert "In force" not in reader.plan
        assert (
            "At eight, in the kitchen."
            not in reader.see("/repair/storm/").split("Come back")[0].split("back")[0]
        )
    assert kinds(alma).count("repair-plan.withdrawn") == 1
    assert "Version 2" in alma.see("/record/")


def test_a_withdrawal_that_comes_late_leaves_the_newer_plan(alma: Actor, ben: Actor, in_force: None) -> None:
    alma.writes(1, **{**HERS, "word": "Lantern"})
    alma.puts_forward(2)
    alma.signs(3)
    ben.signs(3)
    alma.takes_back_yes(2)
    assert "Lantern" in ben.see("/repair/storm/")


def test_a_signature_and_a_part_are_taken_back(alma: Actor, ben: Actor, whole: None) -> None:
    alma.signs(2)
    for _ in range(2):
        alma.send("/repair/unsign/", {"version": "2"})
    ben.signs(2)
    assert "In force" not in ben.plan
    for _ in range(2):
        alma.send("/repair/back/")
    assert "My hands go cold." not in ben.plan
    assert "My hands go cold." in alma.plan, "her own part stays hers"
    assert not Hand.objects.within(ben.keyring).exists()
    assert kinds(ben).count("repair-plan.signature-taken-back") == 1


def test_pressed_twice_everything_is_done_once(alma: Actor, ben: Actor, whole: None) -> None:
    alma.puts_forward()
    ben.puts_forward()
    for _ in range(2):
        alma.signs(2)
    for _ in range(2):
        ben.signs(2)
    assert kinds(alma) == ["repair-plan.signed", "repair-plan.signed", "repair-plan.in-force"]
    ben.puts_forward()
    assert "A new version" not in ben.plan


def test_what_was_changed_since_the_page_is_shown_before_it_is_put_forward(alma: Actor, ben: Actor) -> None:
    alma.writes(**HERS)
    alma.writes(1, signs="Another wording.")
    late = alma.send("/repair/forward/", {"revision": "1"}, 409).content.decode()
    assert "Another wording." in late
    assert not Side.objects.within(ben.keyring).exists()


def test_two_windows_keep_both_wordings(alma: Actor) -> None:
    alma.writes(signs="One.")
    alma.writes(1, signs="Two.")
    late = alma.send("/repair/mine/", {"signs": "Three.", "revision": "1"}, 409).content.decode()
    assert "Two." in late
    assert "Three." in late
    for field in ("signs", "helps", "worse"):
        long = alma.send("/repair/mine/", {field: "x" * 5000, "revision": "2"}, 422).content.decode()
        assert "x" * 5000 in long


def test_too_much_just_now_signs_nothing(alma: Actor, ben: Actor, whole: None) -> None:
    before = ben.plan
    keep_now(alma.keyring, "numb")
    alma.signs(2, 200)
    assert ben.plan == before
    assert kinds(ben) == []


def test_while_the_space_rests(alma: Actor, ben: Actor, in_force: None) -> None:
    alma.writes(1, **{**HERS, "word": "Lantern"})
    alma.puts_forward(2)
    ben.pause()
    assert "Lantern" not in ben.plan + ben.see("/repair/mine/")
    for reader in (alma, ben):
        assert "Harbour" in reader.see("/repair/storm/")
    assert "rests" in ben.signs(3, 409)
    ben.writes(1, signs="New.")
    assert "rests" in ben.send("/repair/forward/", {"revision": "2"}, 409).content.decode()
    assert "Take my part back" in alma.plan
    alma.send("/repair/back/")
    ben.takes_back_yes(2)
    assert "Harbour" not in ben.see("/repair/storm/")


def test_after_the_end_what_both_signed_stays_to_be_read(alma: Actor, ben: Actor, in_force: None) -> None:
    ben.send("/together/space/leave/", {"take_back": "on"})
    for reader in (alma, ben):
        assert "Ended with its space" in reader.plan
        assert "A walk round the block." in reader.plan
        assert "In force" not in reader.plan
        ended = json.loads(reader.takes_everything())["repair"]["ended"]
        assert [one["word"] for one in ended] == ["Harbour"]
    assert not Side.objects.readable(ben.keyring).filter(person_id=ben.member.id).exists()


def test_an_account_that_ends_leaves_what_both_signed_to_the_other(
    alma: Actor, ben: Actor, in_force: None
) -> None:
    alma.send("/settings/delete/", {"password": PASSWORD}, 200)
    assert Own._base_manager.count() == 1
    assert "My hands go cold." in ben.plan
    assert Plan._base_manager.count() == 1


def test_a_stranger_has_no_way_in(chidi: Actor, esi: Actor, alma: Actor, in_force: None) -> None:
    for stranger in (chidi, esi):
        stranger.takes_back_yes(2)
        stranger.send("/repair/back/")
        stranger.send("/repair/unsign/", {"version": "2"})
        assert "Harbour" not in stranger.plan + stranger.see("/repair/storm/")
    assert "In force" in alma.plan


def test_a_line_from_elsewhere_lands_in_ones_own_part(alma: Actor, ben: Actor) -> None:
    for _ in range(2):
        where = propose_line(alma.keyring, "  A walk\nbefore supper. ")
    assert "A walk before supper." in alma.see(where)
    assert alma.plan.count("A walk before supper.") == 1
    propose_line(alma.keyring, "Late calls.", where="worse")
    assert "Late calls." in alma.plan
    assert "Late calls." not in ben.plan
    with pytest.raises(NoRoom):
        propose_line(alma.keyring, "x" * LONGEST_LIST)


def test_the_way_back_from_the_storm_leads_to_our_own_pages_only(alma: Actor) -> None:
    assert 'href="/today/"' in alma.see("/repair/storm/?then=/today/").split("stop-bar")[1]
    for odd in ("//elsewhere.example/", "https://elsewhere.example/", "/\\e.example", "x" * 300):
        assert "stop-bar" not in alma.browser.get("/repair/storm/", {"then": odd}).content.decode()


def test_every_line_of_the_record_can_be_read(alma: Actor, ben: Actor, in_force: None) -> None:
    alma.writes(1, **{**HERS, "word": "Lantern"})
    alma.puts_forward(2)
    alma.signs(3)
    alma.send("/repair/unsign/", {"version": "3"})
    ben.takes_back_yes(2)
    couple = couple_of(alma.keyring)
    assert couple
    said = [line_of(event, "Alma") for event in events(alma.keyring, couple.circle)]
    assert all("plan for storms" in line for line in said)
    assert len(set(said)) == len(said) - 1
