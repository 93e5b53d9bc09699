"""Showing a check-in to the other, part by part; taking it back; and what nobody may see."""

from uuid import uuid4

import pytest

from stepwell.ground.spaces.api import Copies, NotNow
from stepwell.together.checkins import writing
from stepwell.together.checkins.leaving import somebody_leaves
from stepwell.together.checkins.models import CheckIn, Shared
from stepwell.together.checkins.tests.cast import Actor, bare, body, inputs

pytestmark = pytest.mark.django_db
POSTS = ("show/", "stop/", "delete/", "correct/", "aside/00000000-0000-7000-8000-000000000000/let-go/")


def test_only_me_is_what_happens_when_nothing_is_chosen(alma: Actor, ben: Actor) -> None:
    check_in = alma.keep(noticed="Mine.", who="")
    assert Shared.objects.count() == 0
    assert "Only you can read this." in alma.see(f"/check-ins/{check_in}/")
    assert "Mine." not in ben.see("/together/")


def test_the_page_opens_with_only_me_chosen_also_for_somebody_who_often_shows(alma: Actor) -> None:
    alma.keep(who="both", parts=["ratings"], remember="on")
    page = alma.see("/check-ins/new/")
    assert inputs(page, "who", checked=True) == ["me"]
    assert inputs(page, "parts", checked=True) == ["ratings"]


def test_who_may_read_it_is_asked_last(alma: Actor) -> None:
    page = alma.see("/check-ins/new/")
    assert page.index('name="who"') > max(
        page.index(f'name="{name}"') for name in ("safety", "noticed", "intend")
    )


def test_only_the_chosen_parts_reach_the_other(alma: Actor, ben: Actor) -> None:
    alma.keep(
        safety="3",
        noticed="You rang.",
        intend="Sleep.",
        feelings=["numb"],
        who="both",
        parts=["noticed", "feelings"],
    )
    page = ben.see("/together/")
    assert "You rang." in page
    assert "numb" in page
    for hidden in ("3 of 10", "Sleep."):
        assert hidden not in page


def test_part_by_part_with_no_part_says_so_and_keeps_the_words(alma: Actor) -> None:
    sent = {"form_id": str(uuid4()), "noticed": "Words.", "who": "both"}
    page = body(alma.send("/check-ins/new/", sent, status=422))
    assert "No part is ticked" in page
    assert "Words." in page


def test_shown_later_changed_and_taken_back(alma: Actor, ben: Actor) -> None:
    check_in = alma.keep(safety="3", noticed="You rang.")
    nothing = ben.see("/together/")
    alma.send(f"/check-ins/{check_in}/show/", {"who": "both", "parts": ["ratings", "noticed"]})
    assert "3 of 10" in ben.see("/together/")
    alma.send(f"/check-ins/{check_in}/show/", {"who": "both", "parts": ["noticed"]})
    page = ben.see("/together/")
    assert "You rang." in page
    assert "3 of 10" not in page
    alma.send(f"/check-ins/{check_in}/stop/")
    assert ben.see("/together/") == nothing
    assert "What was read stays read" not in alma.see(f"/check-ins/{check_in}/")


def test_only_me_afterwards_is_taking_it_back(alma: Actor) -> None:
    check_in = alma.keep(noticed="You rang.", who="both", parts=["noticed"])
    assert "What was read stays read." in alma.see(f"/check-ins/{check_in}/")
    alma.send(f"/check-ins/{check_in}/show/", {"who": "me", "parts": ["noticed"]})
    assert Shared.objects.count() == 0


def test_deleting_takes_the_shown_copy_along(alma: Actor, ben: Actor) -> None:
    nothing = ben.see("/together/")
    check_in = alma.keep(noticed="You rang.", who="both", parts=["noticed"])
    alma.send(f"/check-ins/{check_in}/delete/")
    assert ben.see("/together/") == nothing


def test_a_copy_of_nothing_is_not_made(alma: Actor, ben: Actor) -> None:
    nothing = ben.see("/together/")
    alma.keep(safety="3", who="both", parts=["noticed", "intend"])
    assert Shared.objects.count() == 0
    assert ben.see("/together/") == nothing


@pytest.mark.parametrize("end", ["", *POSTS])
def test_not_yours_and_not_there_are_the_same_bytes(
    alma: Actor, ben: Actor, chidi: Actor, esi: Actor, end: str
) -> None:
    """Also for the partner to whom it is shown: they read the copy, never the check-in."""
    check_in = alma.keep(noticed="You rang.", who="both", parts=["noticed"])
    for other in (ben, chidi, esi):
        for send in (other.browser.get, other.browser.post) if end else (other.browser.get,):
            theirs, none = send(f"/check-ins/{check_in}/{end}"), send(f"/check-ins/{uuid4()}/{end}")
            assert theirs.status_code == none.status_code
            assert theirs.status_code in {404, 405}
            assert bare(theirs) == bare(none)
    assert CheckIn.objects.count() == 1
    assert Shared.objects.count() == 1


def test_a_stranger_sees_nothing_of_it_anywhere(alma: Actor, chidi: Actor, esi: Actor) -> None:
    alma.keep(noticed="You rang.", who="both", parts=["noticed"])
    for stranger in (chidi, esi):
        for url in ("/together/", "/check-ins/", "/weeks/", "/weeks/days.csv", "/check-ins/words/"):
            assert "You rang." not in stranger.see(url)


def test_somebody_alone_is_drawn_no_seat(esi: Actor, alma: Actor) -> None:
    page = esi.see("/check-ins/new/")
    for words in ('name="who"', 'name="parts"', "and me", "in Ben"):
        assert words not in page
    assert 'name="who"' in alma.see("/check-ins/new/")
    check_in = esi.keep(noticed="Good.", who="both", parts=["noticed"])
    page = esi.see(f"/check-ins/{check_in}/")
    assert "Who may read it" not in page
    assert Shared.objects.count() == 0
    esi.send(f"/check-ins/{check_in}/show/", {"who": "both", "parts": ["noticed"]})
    assert Shared.objects.count() == 0


def test_after_leaving_shown_copies_stay_unless_taken_back(alma: Actor, ben: Actor, circle: object) -> None:
    alma.keep(noticed="Stays.", who="both", parts=["noticed"])
    ben.keep(noticed="Goes.", who="both", parts=["noticed"])
    somebody_leaves(ben.keyring, circle, True)
    page = alma.see("/together/")
    assert "Stays." in page
    assert "Goes." not in page
    assert CheckIn.objects.count() == 2


def test_after_leaving_it_can_still_be_taken_back(alma: Actor, ben: Actor, circle: object) -> None:
    check_in = alma.keep(noticed="You rang.", who="both", parts=["noticed"])
    alma.send("/together/space/leave/")
    assert "in a space that has ended" in alma.see(f"/check-ins/{check_in}/")
    alma.send(f"/check-ins/{check_in}/stop/")
    assert Shared.objects.count() == 0
    assert "Only you can read this." in alma.see(f"/check-ins/{check_in}/")


@pytest.mark.parametrize("leaver", ["alma", "ben"])
def test_whoever_left_each_is_told_what_the_other_keeps(leaver: str, alma: Actor, ben: Actor) -> None:
    check_in = alma.keep(noticed="You rang.", intend="Sleep.", who="both", parts=["noticed"])
    {"alma": alma, "ben": ben}[leaver].send("/together/space/leave/")
    page = alma.see(f"/check-ins/{check_in}/")
    kept_by_ben = page.split("Left in a space that has ended")[1].split("</section>")[0]
    assert "You rang." in kept_by_ben
    assert "Sleep." not in kept_by_ben
    for actor in (alma, ben):
        assert "no longer drawn here" in actor.see("/together/")


def test_a_correction_after_leaving_says_that_the_copy_stays(alma: Actor, ben: Actor) -> None:
    check_in = alma.keep(noticed="You rang.", who="both", parts=["noticed"])
    ben.send("/together/space/leave/")
    where = f"/check-ins/{check_in}/"
    assert "stays there as it is" in alma.see(f"{where}correct/")
    alma.send(f"{where}correct/", {"noticed": "You wrote.", "revision": "1"})
    page = alma.see(where)
    assert "You rang." in page.split("Left in a space that has ended")[1]
    assert "You wrote." in page.split("Left in a space that has ended")[0]


def test_what_cannot_be_shown_now_is_kept_and_said(alma: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        raise NotNow("words")

    monkeypatch.setattr(Copies, "seal", refuse)
    check_in = alma.keep(noticed="You rang.", who="both", parts=["noticed"])
    assert writing.mine(alma.keyring, check_in)[1].answers.noticed == "You rang."
    page = alma.see(f"/check-ins/{check_in}/?kept=new&waits=words")
    assert "It was kept private. The words you both compare" in page
