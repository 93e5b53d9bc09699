"""A pause, leaving, signing out: nothing one-sided outlives them, and each keeps what is theirs."""

import pytest

from stepwell.ground.people.testing import sign_in
from stepwell.together.openness.models import After, Leaf, Opening
from stepwell.together.openness.tests.cast import KITCHEN, Actor, standing, tell
from stepwell.together.openness.tests.test_hearing import frame


@pytest.mark.parametrize("agreed", [False, True])
def test_a_pause_takes_every_word_back(alma: Actor, ben: Actor, agreed: bool) -> None:
    alma.asks()
    opening = standing()
    if agreed:
        ben.agrees(opening)
    ben.pause()
    assert not Opening.objects.exists()
    for who in (alma, ben):
        page = who.see()
        assert "The space for two rests." in page
        who.see(frame(opening), 404)
        who.asks()
        who.agrees(opening)
        who.takes_back()
    assert not Opening.objects.exists()
    assert "for seven days, or until" not in alma.see()


def test_what_was_held_is_gone_with_a_pause_of_ones_own(alma: Actor, ben: Actor) -> None:
    alma.is_afraid()
    alma.asks()
    alma.pause()
    for who in (alma, ben):
        who.go_on()
    alma.is_well()
    assert not Opening.objects.exists()


def test_what_was_told_waits_unseen_while_the_space_rests(alma: Actor, ben: Actor) -> None:
    opening = tell(alma, ben)
    alma.pause()
    assert "How it was" not in alma.see()
    alma.see(f"{frame(opening)}after/", 404)
    alma.says(opening, "well")
    assert alma.depth == 1
    for who in (alma, ben):
        who.go_on()
    assert "How it was" in alma.see()
    alma.says(opening, "well")
    assert alma.depth == 2


def test_a_paused_space_has_nothing_in_what_one_takes_away(alma: Actor, ben: Actor) -> None:
    ben.asks()
    assert KITCHEN in alma.takes_everything()
    alma.pause()
    assert KITCHEN not in alma.takes_everything()


@pytest.mark.parametrize("take_back", [False, True])
def test_leaving_ends_what_was_of_two_and_leaves_each_their_own(
    alma: Actor, ben: Actor, take_back: bool
) -> None:
    alma.writes("The red scarf")
    opening = tell(alma, ben)
    alma.says(opening, "well", "time")
    ben.asks("smell")
    alma.send("/together/space/leave/", {"take_back": "on"} if take_back else {})
    assert not Opening.objects.exists()
    assert "The red scarf" in alma.see()
    assert alma.depth == 2
    assert After.objects.exists()
    assert "A smell that takes me back" in ben.see()
    assert "for seven days, or until" not in ben.see()


def test_where_the_eight_words_changed_the_page_tells_why_nothing_was_sent(alma: Actor, ben: Actor) -> None:
    from unittest.mock import patch

    from stepwell.ground.vault.api import ChangedIdentity

    words = "compare your eight words again"
    where = "stepwell.together.openness.asking"
    with patch(f"{where}.write", side_effect=ChangedIdentity):
        answered = alma.asks("kitchen", "listen", status=422).content.decode()
    assert words in answered
    assert not Opening.objects.exists()
    alma.asks("kitchen", "listen")
    opening, silence = standing(), alma.see()
    with patch(f"{where}.write", side_effect=ChangedIdentity):
        told = ben.send(f"{frame(opening)}yes/")["Location"]
        assert words in ben.see(told)
    assert alma.see() == silence
    ben.agrees(opening)
    with patch(f"{where}.write", side_effect=ChangedIdentity):
        ben.does_not_any_more(opening)
    alma.see(frame(opening), 404)
    assert not Opening.objects.exists(), "to take a word back is never refused"


def test_signed_out_there_is_only_the_way_in(alma: Actor) -> None:
    alma.browser.cookies.clear()
    assert "/sign-in/" in alma.browser.get("/openness/")["Location"]
    assert alma.browser.post("/openness/choose/kitchen/").status_code == 403
    assert not Opening.objects.exists()


def test_signed_in_again_everything_is_where_it_was(alma: Actor, ben: Actor) -> None:
    alma.asks("kitchen", "listen")
    before = alma.see()
    alma.browser.cookies.clear()
    sign_in(alma.browser, alma.member)
    assert alma.see() == before


def test_the_account_goes_with_all_of_it(alma: Actor, ben: Actor) -> None:
    from stepwell.together.openness.privacy import erase

    alma.writes("The red scarf")
    alma.says(tell(alma, ben), "well", "time")
    ben.asks("smell")
    erase(alma.keyring)
    assert not Opening.objects.exists()
    assert {row.circle_id for row in Leaf.objects.all()} == {ben.keyring.own}
    assert not After.objects.exists()


def test_everything_is_taken_out(alma: Actor, ben: Actor) -> None:
    alma.writes("The red scarf", 3)
    alma.says(tell(alma, ben), "well", "time")
    alma.asks("smell", "listen")
    took = alma.takes_everything()
    for words in (
        "The red scarf",
        "Half way down",
        "A smell that takes me back",
        "Just listen",
        "enough time",
    ):
        assert words in took
    assert "The red scarf" not in ben.takes_everything()
    assert "Half way down" not in ben.takes_everything()
