"""Writing on one's own leaves, in one place and in two, and emptying them."""

import re

import pytest

from stepwell.own.pace import keeping
from stepwell.own.pace.content import LEAVES
from stepwell.own.pace.models import Pace
from stepwell.own.pace.tests.cast import Actor

WORDS = "The door open.\nA lamp in the hall."


def test_esi_writes_alone_and_finds_it_in_lines(esi: Actor) -> None:
    assert "Nothing yet" in esi.see("/pace/safe/")
    esi.writes("safe", now=WORDS, helps="Tea.")
    page = esi.see("/pace/safe/")
    for words in ("What safe means for me now", "The door open.", "A lamp in the hall.", "Tea.", "Only you"):
        assert words in page
    assert "Show" not in page, "there is nobody, and no empty seat is drawn"
    assert "The door open. A lamp in the hall." in esi.see("/pace/")
    assert "A lamp in the hall." in esi.see("/pace/paper/")


@pytest.mark.parametrize("leaf", LEAVES)
def test_each_leaf_asks_its_own_and_takes_no_more(esi: Actor, leaf: str) -> None:
    every = {part: f"about {part}" for parts in LEAVES.values() for part in parts}
    esi.writes(leaf, **every)
    assert set(keeping.leaf_of(esi.keyring, leaf).said) == set(LEAVES[leaf])
    form = esi.see(f"/pace/{leaf}/write/")
    assert set(re.findall(r'<textarea[^>]* name="(\w+)"', form)) == set(LEAVES[leaf])


def test_no_gate_stands_before_it_and_all_of_it_may_be_left_out(esi: Actor) -> None:
    esi.writes("body")
    assert not keeping.pace_of(esi.keyring).leaves
    for url in ("/pace/", "/pace/paper/", "/pace/shown/", *(f"/pace/{leaf}/" for leaf in LEAVES)):
        esi.see(url)
    assert "/pace/" in esi.see("/mine/")


def test_what_does_not_fit_comes_back_whole(esi: Actor) -> None:
    long = "a" * 3_001
    page = esi.page_after("/pace/like/write/", {"revision": "0", "much": long, "alone": "Tea."}, 422)
    assert "At most 3000 characters fit here." in page
    assert long in page
    assert "Tea." in page
    assert not Pace.objects.exists()


def test_changed_in_two_places_both_wordings_are_kept(esi: Actor) -> None:
    esi.writes("safe", now="first")
    esi.writes("safe", now="from the phone", revision=1)
    clash = esi.writes("safe", now="from the desk", revision=1, status=409).content.decode()
    assert "from the phone" in clash
    assert 'name="revision" value="2"' in clash or 'value="2"' in clash
    page = esi.see("/pace/safe/")
    assert "from the phone" in page
    assert "from the desk" in page
    wording = keeping.leaf_of(esi.keyring, "safe").aside[0].id
    for _ in range(2):  # a second press changes nothing
        esi.send("/pace/safe/let-go/", {"wording": str(wording)})
    assert "from the desk" not in esi.see("/pace/safe/")


def test_sent_twice_it_is_kept_once(esi: Actor) -> None:
    for _ in range(3):
        esi.writes("safe", now="first", revision=0)
    leaf = keeping.leaf_of(esi.keyring, "safe")
    assert (leaf.revision, leaf.aside) == (1, ())


def test_a_page_that_lost_its_revision_overwrites_nothing(esi: Actor) -> None:
    esi.writes("safe", now="first")
    esi.send("/pace/safe/write/", {"now": "second", "revision": "soon"}, 409)
    leaf = keeping.leaf_of(esi.keyring, "safe")
    assert (leaf.said, leaf.aside[0].said) == ({"now": "first"}, {"now": "second"})


def test_emptied_nothing_is_left_and_an_old_page_does_not_fit(esi: Actor) -> None:
    esi.writes("safe", now="first")
    assert "first" in esi.see("/pace/safe/empty/")
    for _ in range(2):
        esi.send("/pace/safe/empty/")
    assert "first" not in esi.see("/pace/safe/")
    assert (
        "from an old page"
        in esi.writes("safe", now="from an old page", revision=1, status=409).content.decode()
    )


def test_leaves_of_two_lie_apart_and_nowhere_is_nowhere(alma: Actor, ben: Actor) -> None:
    alma.writes("not-now", what="The cellar.")
    assert "cellar" not in ben.see("/pace/not-now/") + ben.see("/pace/") + ben.see("/pace/shown/")
    for way in ("", "write/", "empty/"):
        ben.see(f"/pace/elsewhere/{way}", 404)
    for way in ("show/", "let-go/", "write/"):
        ben.send(f"/pace/elsewhere/{way}", status=404)


def test_the_row_tells_not_which_leaf_is_written(alma: Actor, ben: Actor) -> None:
    alma.writes("not-now", what="The cellar.")
    ben.writes("like", much="The cellar.")
    one, other = Pace.objects.all()
    assert len(one.sealed) == len(other.sealed)
