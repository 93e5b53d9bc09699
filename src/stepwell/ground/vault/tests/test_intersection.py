"""Mutual answers: against plain set intersection, against forged and replayed points, and their shape."""

from dataclasses import replace
from os import urandom
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.bindings import crypto_core_ed25519_add as add

from stepwell.ground.vault import intersection
from stepwell.ground.vault.api import Forged
from stepwell.ground.vault.intersection import Answer, answer_round, begin_round, check, finish_round
from stepwell.ground.vault.tests.points import NEUTRAL, NOT_CANONICAL, SMALL_ORDER
from stepwell.ground.vault.tests.rounds import both_of, rounds_that_differ
from stepwell.ground.vault.togroup import point_of

CONTEXT = b"a round"
ALMA = [b"a walk", b"holding hands", b"a shared look"]
BEN = [b"tea", b"a shared look", b"holding hands"]


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rounds of twelve slots, so that many of them fit into a test."""
    monkeypatch.setattr(intersection, "ROUND_SLOTS", 12)


def forged_points() -> list[bytes]:
    """What no honest visit makes, written in every way that could slip through."""
    good = point_of(b"a walk", b"a domain")
    mixed = [add(good, small) for small in SMALL_ORDER[1:]]
    off_the_curve = [bytes([2, *[0] * 31]), bytes([7, *[0] * 31])]
    above = [(2**255 - 1).to_bytes(32, "little"), b"\xff" * 32]
    short = [b"", good[:31], good + b"\0"]
    return [*SMALL_ORDER, *NOT_CANONICAL, *mixed, *off_the_curve, *above, *short]


def test_two_find_what_both_said_yes_to() -> None:
    assert both_of(ALMA, BEN) == {b"a shared look", b"holding hands"}


@pytest.mark.usefixtures("few")
def test_rounds_by_chance_are_plain_set_intersection() -> None:
    """`python -m bench mutual` does ten thousand of them."""
    assert rounds_that_differ(120, Random(9)) == []


@pytest.mark.usefixtures("few")
@settings(deadline=None, max_examples=25)
@given(
    st.sets(st.binary(max_size=300), max_size=12),
    st.sets(st.binary(max_size=300), max_size=12),
    st.sets(st.binary(max_size=300), max_size=6),
)
def test_any_words_at_all_are_plain_set_intersection(a: set[bytes], b: set[bytes], c: set[bytes]) -> None:
    ours, theirs = sorted(a | c)[:12], sorted(b | c)[:12]
    assert both_of(ours, theirs) == set(ours) & set(theirs)


def test_whatever_was_said_the_lists_are_of_one_shape() -> None:
    for yes in ([], ALMA, [b"%d" % n for n in range(intersection.ROUND_SLOTS)]):
        begun = begin_round(yes, CONTEXT)
        made = answer_round(begun.points, yes, CONTEXT)
        for points in (begun.points, made.raised, made.own):
            assert len(points) == len(set(points)) == intersection.ROUND_SLOTS
            assert {len(point) for point in points} == {32}
            check(points)


@pytest.mark.usefixtures("few")
def test_no_point_comes_twice_and_the_order_is_drawn_each_time() -> None:
    rounds = [begin_round(ALMA, CONTEXT) for _ in range(30)]
    points = [point for one in rounds for point in one.points]
    assert len(points) == len(set(points))
    assert len({one.order for one in rounds}) > 25


@pytest.mark.usefixtures("few")
def test_more_than_fit_and_doubles_are_refused() -> None:
    for unfit in ([b"%d" % n for n in range(13)], [b"tea", b"tea"]):
        with pytest.raises(ValueError):
            begin_round(unfit, CONTEXT)
        with pytest.raises(ValueError):
            answer_round(begin_round([], CONTEXT).points, unfit, CONTEXT)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("forged", forged_points(), ids=lambda point: point.hex()[:12] or "empty")
def test_forged_points_are_refused_by_each_visit(forged: bytes) -> None:
    begun = begin_round(ALMA, CONTEXT)
    made = answer_round(begun.points, BEN, CONTEXT)
    with pytest.raises(Forged):
        answer_round((forged, *begun.points[1:]), BEN, CONTEXT)
    for unfit in (
        replace(made, raised=(forged, *made.raised[1:])),
        replace(made, own=(forged, *made.own[1:])),
    ):
        with pytest.raises(Forged) as caught:
            finish_round(begun.secret, begun.order, unfit)
        assert caught.value.__cause__ is None
        assert caught.value.__context__ is None


@pytest.mark.usefixtures("few")
def test_one_point_in_both_lists_does_not_reveal_everything() -> None:
    """The neutral point to any power is itself: let in, it would make a match of every slot."""
    begun = begin_round(ALMA, CONTEXT)
    with pytest.raises(Forged):
        finish_round(begun.secret, begun.order, Answer(raised=(NEUTRAL,) * 12, own=(NEUTRAL,) * 12))
    one = begun.points[0]
    with pytest.raises(Forged):
        finish_round(begun.secret, begun.order, Answer(raised=(one,) * 12, own=begun.points))
    assert (
        finish_round(begun.secret, begun.order, Answer(raised=begun.points, own=begun.points)) == frozenset()
    )


@pytest.mark.usefixtures("few")
def test_more_or_fewer_points_are_refused() -> None:
    points = begin_round(ALMA, CONTEXT).points
    for unfit in ((), points[1:], (*points, point_of(b"one more", b"d")), (points[0], *points[:-1])):
        with pytest.raises(Forged):
            answer_round(unfit, BEN, CONTEXT)


@pytest.mark.usefixtures("few")
def test_what_was_answered_in_another_round_matches_nothing() -> None:
    old, new = begin_round(ALMA, b"the round before"), begin_round(ALMA, CONTEXT)
    replayed = answer_round(old.points, BEN, b"the round before")
    assert finish_round(old.secret, old.order, replayed)
    assert finish_round(new.secret, new.order, replayed) == frozenset()
    fresh = answer_round(new.points, BEN, CONTEXT)
    mixed = Answer(raised=fresh.raised, own=replayed.own)
    assert finish_round(new.secret, new.order, mixed) == frozenset()
    # The other's words under the name of another round are other points.
    assert (
        finish_round(new.secret, new.order, answer_round(new.points, BEN, b"the round before")) == frozenset()
    )


@pytest.mark.usefixtures("few")
def test_false_points_reveal_no_more_than_a_guess() -> None:
    """Points by lot in place of an answer: nothing matches, whoever made them knows what they stand for."""
    begun = begin_round(ALMA, CONTEXT)
    own = tuple(point_of(urandom(32), b"false") for _ in range(12))
    assert finish_round(begun.secret, begun.order, Answer(raised=begun.points, own=own)) == frozenset()


def test_the_secret_is_not_shown_and_not_copied() -> None:
    begun = begin_round(ALMA, CONTEXT)
    assert begun.secret.hex() not in repr(begun)
    with pytest.raises(TypeError):
        begun.__reduce__()
