"""One's own list: ideas taken over, own lines, and all of it for oneself."""

import re
from uuid import uuid4

from stepwell.together.affection.content import SIDES
from stepwell.together.affection.ideas import BY_KEY, IDEAS
from stepwell.together.affection.listing import LONGEST, MOST, own_of
from stepwell.together.affection.models import Own
from stepwell.together.affection.testing import write_line
from stepwell.together.affection.tests.cast import Actor

LINES = "/affection/lines/"


def test_esi_has_a_list_alone_and_before_any_gate(esi: Actor) -> None:
    page = esi.see()
    for _, words in BY_KEY.values():
        assert str(words) in page
    assert "Notes are welcome" not in page, "there is nobody, and no empty seat is drawn"
    for _ in range(2):
        esi.send(f"{LINES}take-over/", {"idea": "tea"})
    esi.send(LINES, {"side": "receive", "texts": "A song \n\n A song\nThe window seat"})
    assert [line.words for line in own_of(esi.keyring).lines][1:] == ["A song", "The window seat"]
    page = esi.see()
    assert page.count("A cup of tea, set down without a word") == 2, "in its row, and once for its button"
    assert "The window seat" in page
    assert "As a note" not in page


def test_taken_off_twice_it_is_off(esi: Actor) -> None:
    write_line(esi.keyring, "give", "A song")
    line = own_of(esi.keyring).lines[0].id
    for asked in (str(line), str(line), str(uuid4()), "soon"):
        esi.send(f"{LINES}take-off/", {"line": asked})
    assert not own_of(esi.keyring).lines
    esi.send(f"{LINES}take-over/", {"idea": "nothing of ours"})
    assert not own_of(esi.keyring).lines


def test_what_does_not_fit_comes_back_whole(esi: Actor) -> None:
    long = "a" * (LONGEST + 1)
    for texts, why in ((long, f"up to {LONGEST} characters"), (" \n ", "no words here yet")):
        page = esi.send(LINES, {"side": "give", "texts": texts}, 422).content.decode()
        assert why in page
    many = "\n".join(f"Line {n}" for n in range(MOST + 1))
    page = esi.send(LINES, {"side": "give", "texts": many}, 429).content.decode()
    assert f"Line {MOST}" in page
    assert f"{MOST} more fit" in page
    assert not own_of(esi.keyring).lines


def test_lists_of_two_lie_apart_and_no_row_is_longer(alma: Actor, ben: Actor) -> None:
    nothing = ben.see()
    write_line(alma.keyring, "receive", "The window seat")
    assert ben.see() == nothing
    write_line(ben.keyring, "give", "The window seat")
    one, other = Own.objects.all()
    assert len(one.sealed) == len(other.sealed)


def test_keys_stand_for_one_idea_each_and_every_side_has_some() -> None:
    assert len(BY_KEY) == sum(len(ideas) for ideas in IDEAS.values())
    assert all(len(IDEAS[side]) >= 5 for side in SIDES)


def test_the_way_to_what_two_do_again_and_again_is_there_for_two(alma: Actor, esi: Actor) -> None:
    assert "/calendar/both/" in alma.see()
    assert "/calendar/both/" not in esi.see()


def test_whoever_takes_ideas_over_stays_where_they_are(esi: Actor) -> None:
    led = esi.send(f"{LINES}take-over/", {"idea": "hand"})["Location"]
    assert led == "/affection/?at=receive#receive"
    assert esi.see(led).count('<details class="fold" open>') == 1
    assert '<details class="fold" open>' not in esi.see()
    line = re.findall(r'name="line" value="([^"]+)"', esi.see())[0]
    for led in ("/affection/#receive", "/affection/"):
        assert esi.send(f"{LINES}take-off/", {"line": line})["Location"] == led


def test_where_nothing_more_fits_the_page_says_so(esi: Actor) -> None:
    for number in range(MOST):
        write_line(esi.keyring, "give", f"line {number}")
    led = esi.send(f"{LINES}take-over/", {"idea": "hand"})["Location"]
    assert "Nothing was put on it: the list holds 60 lines" in esi.see(led)
    assert "My hand held" in esi.see(), "among the ideas"
