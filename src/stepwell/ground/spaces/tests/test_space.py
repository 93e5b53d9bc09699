"""Pausing, going on, leaving: what each sees, and what nobody learns."""

import pytest
from django.apps import apps

from stepwell.ground.people.testing import PASSWORD
from stepwell.ground.privacy.api import rooms
from stepwell.ground.spaces import leaving, resting
from stepwell.ground.spaces.models import Departure, Member, OwnKey, Readiness
from stepwell.ground.spaces.opened import couple_of, my_spaces, say_my_name
from stepwell.ground.spaces.privacy import ROOM
from stepwell.ground.spaces.tests.cast import INVITE, SPACE, Actor, answered, enter_two
from stepwell.ground.vault.api import CannotOpen, NoSeat, read, save_written, seats, write

pytestmark = pytest.mark.django_db
Two = tuple[Actor, Actor]


def paused(actor: Actor) -> bool:
    couple = couple_of(actor.keyring)
    assert couple
    return couple.paused


@pytest.mark.parametrize("who", [0, 1])
def test_either_pauses_at_once_and_nothing_tells_who(two: Two, who: int) -> None:
    two[who].send(SPACE + "pause/")
    assert paused(two[0])
    assert paused(two[1])
    assert not Readiness.objects.exists()
    page = two[who].see(SPACE)
    assert "rests" in page
    assert page == two[1 - who].see(SPACE)


def test_it_opens_when_both_are_ready_and_neither_learns_before(two: Two) -> None:
    alma, ben = two
    alma.send(SPACE + "pause/")
    before = ben.see(SPACE)
    alma.send(SPACE + "ready/")
    assert "You have said you are ready. It opens when both are." in alma.see(SPACE)
    assert ben.see(SPACE) == before, "the other's readiness is never shown"
    assert paused(alma)
    said = alma.see(SPACE)
    ben.send(SPACE + "pause/")
    assert alma.see(SPACE) == said, "a pause within a pause takes nothing from the other"
    ben.send(SPACE + "ready/")
    ben.send(SPACE + "ready/")
    assert not paused(alma)
    assert not paused(ben)


def test_a_yes_can_be_taken_back(two: Two) -> None:
    alma, ben = two
    alma.send(SPACE + "pause/")
    alma.send(SPACE + "ready/")
    alma.send(SPACE + "not-yet/")
    ben.send(SPACE + "ready/")
    assert paused(alma)


@pytest.mark.parametrize(("sent", "back"), [({"take_back": "on"}, True), ({}, False)])
def test_leaving_ends_it_for_both(
    two: Two, told: list[tuple[object, ...]], sent: dict[str, str], back: bool
) -> None:
    alma, ben = two
    couple = couple_of(alma.keyring)
    assert couple
    page = alma.see(SPACE + "leave/")
    assert 'type="checkbox"' in page
    assert " checked" in page
    assert alma.send(SPACE + "leave/", sent)["Location"] == SPACE + "left/"
    assert told == [(alma.member.id, couple.circle, back)]
    assert couple_of(alma.keyring) is couple_of(ben.keyring) is None
    assert Departure.objects.get().person_id == alma.member.id
    assert not Readiness.objects.exists()
    alma.send(SPACE + "leave/", sent)
    assert len(told) == 1, "sent twice, left once"
    assert "has ended" in ben.see(SPACE)
    assert "Alma" not in ben.see(SPACE)


def test_who_left_opens_nothing_newer_and_who_stays_keeps_the_old(two: Two) -> None:
    alma, ben = two
    circle = couple_of(alma.keyring).circle
    alma.send(SPACE + "leave/", {"take_back": "on"})
    assert seats(ben.keyring, circle) == {ben.member.id}
    ben.see(SPACE)
    assert OwnKey.objects.filter(circle_id=circle).exists()
    ben.see(SPACE)
    keyring = ben.keyring
    epochs = apps.get_model("vault", "Epoch").objects.filter(circle_id=circle)
    assert epochs.count() == 3, "one key of their own, and not one a visit"
    row = Member.objects.within(keyring, circle).get(person_id=ben.member.id)
    write(keyring, row, read(keyring, row))
    save_written(row)
    theirs = Member.objects.within(alma.keyring, circle).get(person_id=ben.member.id)
    with pytest.raises(CannotOpen):
        read(alma.keyring, theirs)
    assert {read(keyring, each).name for each in Member.objects.within(keyring, circle)} == {"Alma", "Ben"}


def test_doors_of_a_space_one_left_are_not_there(two: Two, esi: Actor) -> None:
    alma, ben = two
    alma.send(SPACE + "leave/")
    for nobody in (alma, ben, esi):
        for step in ("pause/", "ready/", "not-yet/"):
            assert nobody.send(SPACE + step, status=404)
        assert nobody.browser.get(SPACE + "leave/")["Location"] == SPACE
    with pytest.raises(NoSeat):
        Member.objects.within(esi.keyring, my_spaces(alma.keyring)[0].circle)


def test_another_couple_is_not_touched(two: Two, db: None) -> None:
    chidi, dara = enter_two("Chidi", "Dara")
    two[0].send(SPACE + "pause/")
    two[0].send(SPACE + "leave/")
    assert not paused(chidi)
    assert couple_of(dara.keyring).partner_name == "Chidi"
    assert "Alma" not in chidi.see(SPACE)


def test_who_is_left_behind_may_still_take_back(two: Two, told: list[tuple[object, ...]]) -> None:
    alma, ben = two
    page_open = ben.keyring
    leaving.leave(alma.keyring, take_back=False)
    leaving.leave(page_open, take_back=True)
    assert [each[2] for each in told] == [False, True]
    assert Departure.objects.count() == 2


def test_two_may_begin_again(two: Two) -> None:
    alma, ben = two
    first = couple_of(alma.keyring).circle
    alma.send(SPACE + "leave/")
    assert "Make an invitation" in ben.see(INVITE)
    answered(ben, alma)
    alma.says_same()
    ben.says_same()
    assert couple_of(alma.keyring).circle == couple_of(ben.keyring).circle != first
    assert [space.open for space in my_spaces(alma.keyring)] == [True, False]


def test_finding_the_couple_is_one_question(two: Two, esi: Actor, django_assert_num_queries) -> None:
    keyring = two[0].keyring
    with django_assert_num_queries(1):
        assert couple_of(keyring)
    keyring = esi.keyring
    with django_assert_num_queries(0):
        assert couple_of(keyring) is None


def test_a_new_name_is_shown_to_the_other(two: Two) -> None:
    alma, ben = two
    say_my_name(alma.keyring, couple_of(alma.keyring).circle, "Alma Maria")
    assert couple_of(ben.keyring).partner_name == "Alma Maria"


def test_one_alone_sees_a_calm_page(esi: Actor) -> None:
    assert "works for you on your own" in esi.see(SPACE)
    esi.send(SPACE + "leave/")


def test_everything_is_given_out_and_nothing_of_the_others_readiness(two: Two) -> None:
    alma, ben = two
    given = ROOM.export(alma.keyring)
    assert given["spaces"][0]["names"] == {"me": "Alma", "the other": "Ben"}
    ben.send(SPACE + "pause/")
    before = ROOM.export(alma.keyring)
    ben.send(SPACE + "ready/")
    assert ROOM.export(alma.keyring) == before


def test_forgetting_leaves_first_and_leaves_nothing(two: Two) -> None:
    alma, ben = two
    circle = couple_of(alma.keyring).circle
    ROOM.erase(alma.keyring)
    assert couple_of(ben.keyring) is None
    assert [row.person_id for row in Member.objects.within(ben.keyring, circle)] == [ben.member.id]
    assert not Departure.objects.filter(person_id=alma.member.id).exists()
    ROOM.erase(ben.keyring)
    assert my_spaces(ben.keyring) == ()
    assert not OwnKey.objects.exists()
    assert not Departure.objects.exists()


def test_the_export_tells_no_id_and_no_name_of_a_space_that_rests_or_ended(two: Two) -> None:
    alma, ben = two
    circle = couple_of(alma.keyring).circle
    for step in ("pause/", "ready/", "leave/"):
        taken = ROOM.export(ben.keyring)
        for told in (alma.member.id, ben.member.id, circle):
            assert str(told) not in str(taken)
        alma.send(SPACE + step)
        assert "Alma" not in str(ROOM.export(ben.keyring))


def test_an_account_that_ended_and_one_who_left_look_the_same(db: None) -> None:
    (alma, ben), (chidi, dara) = enter_two("Alma", "Ben"), enter_two("Chidi", "Dara")
    alma.send(SPACE + "leave/", {"take_back": "on"})
    chidi.send("/settings/delete/", {"password": PASSWORD}, status=200)
    taken = [
        {room.name: room.export(who.keyring) for room in rooms() if room.name in {"spaces", "vault"}}
        for who in (ben, dara)
    ]
    assert taken[0] == taken[1]
    assert "names" not in str(taken[0]["spaces"]["spaces"])


def test_a_name_changed_during_a_rest_is_said_when_it_opens(two: Two) -> None:
    alma, ben = two
    alma.send(SPACE + "pause/")
    alma.send("/settings/place/", {"name": "Alma Maria", "zone": "Europe/Berlin"})
    alma.see(SPACE)
    assert couple_of(ben.keyring).partner_name == "Alma"
    for who in (alma, ben):
        who.send(SPACE + "ready/")
    alma.see("/together/")
    assert couple_of(ben.keyring).partner_name == "Alma Maria"


@pytest.mark.parametrize("who", [0, 1])
def test_after_the_end_everything_shown_is_taken_back_at_once(
    two: Two, told: list[tuple[object, ...]], who: int
) -> None:
    actor = two[who]
    circle = couple_of(actor.keyring).circle
    two[0].send(SPACE + "leave/")
    told.clear()
    assert SPACE + "take-back/" in actor.see(SPACE)
    assert "What was read stays read" in actor.see(SPACE + "take-back/")
    assert told == [], "the page asks first"
    page = actor.see(actor.send(SPACE + "take-back/")["Location"])
    assert "It is taken back" in page
    assert told == [(actor.member.id, circle, True)]


def test_an_open_space_is_not_touched_by_taking_back(two: Two, told: list[tuple[object, ...]]) -> None:
    alma, ben = two
    assert alma.send(SPACE + "take-back/")["Location"] == SPACE
    assert told == []
    alma.send(SPACE + "leave/")
    answered(ben, alma)
    alma.says_same()
    ben.says_same()
    told.clear()
    alma.send(SPACE + "take-back/")
    assert len(told) == 1
    assert couple_of(alma.keyring).circle not in {each[1] for each in told}


def test_a_room_is_told_of_readiness_once_and_whether_it_opens(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    alma, ben = two
    heard: list[tuple[object, bool]] = []
    monkeypatch.setattr(resting, "_told_ready", [])
    resting.on_ready(lambda keyring, _circle, opens: heard.append((keyring.person_id, opens)))
    alma.send(SPACE + "pause/")
    for who in (alma, alma, ben, ben):
        who.send(SPACE + "ready/")
    assert heard == [(alma.member.id, False), (ben.member.id, True)]
