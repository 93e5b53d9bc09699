"""A round of two: only what both welcome comes to light, to both at once, and nothing else is told."""

import pytest
from tests.fixtures.clock import later

from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import read
from stepwell.together.menu import asking, both, rounds
from stepwell.together.menu.models import Asked, Both, Secret, Sheet
from stepwell.together.menu.sheet import lines, sheet_of
from stepwell.together.menu.tests.cast import Actor


def a_whole_round(alma: Actor, ben: Actor) -> None:
    alma.asks()
    ben.asks()
    alma.see()


def test_what_both_welcome_comes_to_light_for_both_at_once(alma: Actor, ben: Actor) -> None:
    alma.writes("Dancing in the rain", "My own thing")
    ben.writes("  dancing in the RAIN. ", "His own thing")
    alma.marks(look="w", walk="w", tea="m", hold_hands="n")
    alma.marks_words({"Dancing in the rain": "w", "My own thing": "w"})
    ben.marks(look="w", tea="w", hold_hands="w", meal="w")
    ben.marks_words({"dancing in the rain": "w", "His own thing": "w"})
    alma.asks()
    assert not alma.finds()
    ben.asks()
    assert not ben.finds(), "nothing shows before it shows to both"
    assert alma.finds() == ["A shared look", "Dancing in the rain"]
    assert ben.finds() == ["A shared look", "dancing in the RAIN."], "in one's own spelling"
    assert alma.was_told()
    assert ben.was_told()
    assert not alma.has_asked()
    assert "thing" not in "".join(ben.see().split("Alma")) or "His own thing" in ben.see()
    assert "My own thing" not in ben.see() + ben.takes_everything()
    assert not Asked.objects.exists()
    assert not Secret.objects.exists()


def test_who_was_first_makes_no_difference(alma: Actor, ben: Actor) -> None:
    alma.marks(look="w")
    ben.marks(look="w")
    ben.asks()
    alma.asks()
    assert not alma.finds()
    assert ben.finds() == ["A shared look"] == alma.finds()


def test_a_round_that_finds_nothing_says_so_to_both(alma: Actor, ben: Actor) -> None:
    alma.marks(look="w")
    ben.marks(walk="w", look="m")
    a_whole_round(alma, ben)
    for one in (alma, ben):
        assert "Nothing stands here now." in one.see()
        assert one.was_told()


def test_begun_by_both_at_once_there_is_one_round(alma: Actor, ben: Actor) -> None:
    """Each began before either had seen the other's part."""
    for one in (alma, ben):
        one.marks(look="w")
        couple = couple_of(one.keyring)
        assert couple is not None
        asking._say(one.keyring, couple, both.today())
    for one in (alma, ben):
        couple = couple_of(one.keyring)
        assert couple is not None
        mine, _theirs = rounds.seen(one.keyring, couple)
        assert mine is not None
        hidden = rounds.asked_in(one.keyring, couple.circle).exclude(id=mine.id)
        kept = list(hidden)
        hidden.delete()
        rounds.go_on(one.keyring, couple)
        Asked.objects.bulk_create(kept)
    assert set(Asked.objects.values_list("part", flat=True)) == {"begun"}
    for one in (alma, ben, alma, ben):
        one.see()
    assert Both.objects.count() == 1
    assert alma.finds() == ben.finds() == ["A shared look"]


def test_pressed_twice_it_is_asked_once(alma: Actor, ben: Actor) -> None:
    alma.asks()
    alma.asks()
    assert Asked.objects.count() == 1
    alma.takes_back()
    alma.takes_back()
    assert not Asked.objects.exists()
    assert not Secret.objects.exists()


def test_a_word_taken_back_destroys_the_points_and_leaves_the_others_word(alma: Actor, ben: Actor) -> None:
    for one in (alma, ben):
        one.marks(look="w")
    alma.asks()
    ben.asks()
    alma.takes_back()
    assert not Secret.objects.exists()
    assert ben.has_asked()
    assert not ben.finds()
    assert not alma.has_asked()
    alma.asks()
    ben.see()
    alma.see()
    assert ben.finds() == ["A shared look"]


@pytest.mark.parametrize("who", [0, 1])
def test_a_yes_taken_back_while_the_round_goes_on_does_not_count(
    couple: tuple[Actor, Actor], who: int
) -> None:
    for one in couple:
        one.marks(look="w", walk="w")
        one.asks()
    # Points of both are there; the one who began has not been here since.
    couple[who].marks(walk="n")
    for one in (*couple, *couple):
        one.see()
    assert couple[0].finds() == couple[1].finds() == ["A shared look"]


def test_old_points_are_gone_in_the_moment_of_the_change(alma: Actor, ben: Actor) -> None:
    alma.marks(look="w")
    alma.asks()
    before = bytes(Asked.objects.get().sealed)
    alma.marks(look="n")
    row = Asked.objects.get()
    assert (row.part, row.round) == ("", None)
    assert len(row.sealed) == len(before)
    assert read(alma.keyring, row).points == bytes(6400)
    assert not Secret.objects.exists()


def test_taken_back_later_it_is_silently_gone_for_both(alma: Actor, ben: Actor) -> None:
    for one in (alma, ben):
        one.marks(look="w", walk="w")
    a_whole_round(alma, ben)
    size = len(Both.objects.get().sealed)
    line = next(one for one in ben.see().split('href="') if one.startswith("/menu/line/")).partition('"')[0]
    assert "Not any more?" in ben.see(line)
    ben.send(line, {"do": "not-now"})
    ben.send(line, {"do": "not-now"})
    assert alma.finds() == ben.finds() == ["A walk together"]
    alma.marks(walk="m")
    assert alma.finds() == ben.finds() == []
    assert alma.see().count("Nothing stands here now.") == 1
    assert len(Both.objects.get().sealed) == size


def test_taking_a_line_off_takes_its_yes_back(alma: Actor, ben: Actor) -> None:
    for one in (alma, ben):
        one.writes("Tea in bed-socks")
        one.marks_words({"tea in bed-socks": "w"})
    a_whole_round(alma, ben)
    assert alma.finds()
    alma.send(f"/menu/line/{sheet_of(alma.keyring).own[0].id}/", {"do": "off"})
    assert ben.finds() == []


def test_one_round_in_thirty_days(alma: Actor, ben: Actor) -> None:
    for one in (alma, ben):
        one.marks(look="w")
    a_whole_round(alma, ben)
    alma.marks(walk="w")
    ben.marks(walk="w")
    alma.asks()
    ben.asks()
    assert not Asked.objects.exists()
    assert alma.browser.get("/menu/round/").status_code == 303
    with later(days=29):
        alma.comes_back().is_well().asks()
        assert not Asked.objects.exists()
    with later(days=30):
        for one in (alma, ben):
            one.comes_back().is_well()
        a_whole_round(alma, ben)
        assert ben.finds() == ["A shared look", "A walk together"], "a new round takes the old one's place"


def test_a_word_ends_after_seven_days_and_the_others_stands(alma: Actor, ben: Actor) -> None:
    alma.asks()
    with later(days=3):
        ben.is_well().asks()
    with later(days=8):
        alma.is_well()
        assert not alma.has_asked()
        ben.is_well()
        assert ben.has_asked(), "that hers ran out is nothing that his page tells"


def test_a_pause_ends_a_round_and_hides_what_was_found(alma: Actor, ben: Actor) -> None:
    for one in (alma, ben):
        one.marks(look="w")
        one.asks()
    ben.pause()
    assert not Asked.objects.exists()
    for one in (alma, ben):
        assert "The space for two rests." in one.see()
    alma.asks()
    assert not Asked.objects.exists()
    for one in (alma, ben):
        one.go_on()
    assert not alma.has_asked()
    a_whole_round(alma, ben)
    assert ben.finds()
    alma.pause()
    assert not ben.finds()
    assert "A shared look" not in ben.takes_everything().partition("both-welcome")[2].partition("]")[0]
    alma.marks(look="n")
    for one in (alma, ben):
        one.go_on()
    assert not ben.finds(), "a yes can be taken back while the space rests"


def test_leaving_in_the_middle_destroys_everything_of_two(alma: Actor, ben: Actor) -> None:
    for one in (alma, ben):
        one.marks(look="w")
    a_whole_round(alma, ben)
    with later(days=31):
        for one in (alma, ben):
            one.comes_back().is_well().asks()
        ben.send("/together/space/leave/", {"sure": "yes"})
        assert not Asked.objects.exists()
        assert not Both.objects.exists()
        assert not alma.finds()
        assert Sheet.objects.count() == 2, "each one's list stays their own"


def test_a_list_of_somebody_else_is_never_added_to(alma: Actor, ben: Actor) -> None:
    alma.writes("Something only I thought of")
    alma.marks_words({"something only I thought of": "w"})
    a_whole_round(alma, ben)
    assert "only I thought of" not in ben.see()
    assert not sheet_of(ben.keyring).own


def test_an_asking_for_this_time_may_begin_with_what_both_welcome(alma: Actor, ben: Actor) -> None:
    for one in (alma, ben):
        one.writes("Reading the same book")
        one.marks(look="w")
        one.marks_words({"Reading the same book": "w"})
    alma.marks(tea="w")
    a_whole_round(alma, ben)
    found = {line.text: line.id for line in lines(sheet_of(alma.keyring))}
    for text in ("A shared look", "Reading the same book"):
        where = alma.send(f"/menu/line/{found[text]}/", {"do": "this-time"})["Location"]
        assert where == f"/this-time/ask/?begun={found[text]}", "and no word of it"
        assert text in alma.see(where)
    for own in (found["A cup of tea brought to me"], alma.member.id):
        answered = alma.send(f"/menu/line/{own}/", {"do": "this-time"})
        assert answered["Location"] == "/menu/", "what both do not welcome begins nothing"
    assert ben.finds() == ["A shared look", "Reading the same book"], "nothing of it is taken back"
    ben.pause()
    assert alma.send(f"/menu/line/{found['A shared look']}/", {"do": "this-time"})["Location"] == "/menu/"
