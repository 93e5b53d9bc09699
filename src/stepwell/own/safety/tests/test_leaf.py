"""The leaf: everybody has one, all are of one size, and its number says no more than a day."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from stepwell.own.safety import gate, plan
from stepwell.own.safety import leaf as leaves
from stepwell.own.safety.content import LEAF, LEAF_BYTES, LeafV1, PlanV1, TooMuch, filled
from stepwell.own.safety.forms import LONGEST
from stepwell.own.safety.models import Leaf
from stepwell.own.safety.testing import answer, clear
from stepwell.own.safety.tests.cast import ASK, Actor

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def rows() -> list[dict[str, Any]]:
    return list(Leaf.objects.values())


def test_the_first_look_at_today_makes_it_whether_or_not_this_room_was_ever_seen(esi: Actor) -> None:
    assert rows() == []
    esi.see("/today/")
    assert len(rows()) == 1
    assert set(rows()[0]) == {"id", "circle_id", "epoch", "version", "sealed"}


def test_every_leaf_is_as_long_as_every_other(alma: Actor, ben: Actor, esi: Actor) -> None:
    for somebody in (alma, ben, esi):
        somebody.see("/today/")
    answer(alma.keyring, yes=("a", "k"))
    gate.hold(alma.keyring, "pathway.2")
    gate.lift(alma.keyring, gate.Joint.STEP)
    plan.keep(ben.keyring, PlanV1(signs="The tone, before supper. " * 40))
    assert len({len(bytes(row["sealed"])) for row in rows()}) == 1


@given(st.text(max_size=400), st.integers(0, 40))
def test_whatever_stands_on_it_it_is_of_one_size(words: str, count: int) -> None:
    leaf = LeafV1(plan=PlanV1(signs=words), held=tuple(str(n) for n in range(count)), country="DE")
    assert len(LEAF.encode(filled(leaf))) == LEAF_BYTES
    assert LEAF.decode(LEAF.encode(filled(leaf))).plan == leaf.plan
    assert filled(filled(leaf)) == filled(leaf)


def test_the_longest_plan_that_the_page_takes_fits_beside_everything_else() -> None:
    held = tuple("x" * gate.LONGEST_KEY for _ in range(gate.MOST_HELD))
    longest = dict.fromkeys(plan.PARTS, "水" * LONGEST)
    assert filled(LeafV1(plan=PlanV1(**longest), held=held))
    with pytest.raises(TooMuch):
        filled(LeafV1(plan=PlanV1(signs="x" * LEAF_BYTES)))


def test_it_is_turned_once_a_day_and_no_word_changes_by_it(esi: Actor) -> None:
    with time_machine.travel(NOON, tick=False):
        answer(esi.keyring, yes=("a",))
        first = rows()
        esi.see("/today/")
        esi.see("/today/")
        assert rows() == first, "it was turned today, by the answers"
    before = leaves.leaf_of(esi.keyring)
    with time_machine.travel(NOON + timedelta(days=1), tick=False):
        esi.see("/today/")
        after = rows()
        esi.see("/today/")
        assert rows() == after
    assert leaves.leaf_of(esi.keyring) == before
    assert after[0]["sealed"] != first[0]["sealed"]


def test_its_number_tells_the_day_and_a_draw_by_lot(alma: Actor, ben: Actor) -> None:
    with time_machine.travel(NOON, tick=False):
        alma.see("/today/")
        for _ in range(9):
            clear(ben.keyring)
    days = {row["version"] // leaves.A_DAY for row in rows()}
    assert days == {(NOON.date() - leaves.EPOCH).days}


def test_numbers_of_an_idle_leaf_and_a_busy_one_overlap(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first number of a day is drawn from two thousand, so one copy does not count what was written."""
    day = leaves._day_number()
    drawn = {leaves._next_number(0) - day for _ in range(200)}
    assert len(drawn) > 100
    monkeypatch.setattr(leaves, "_day_number", lambda: day)
    assert 0 < leaves._next_number(day + 5) - (day + 5) <= leaves.NEXT_DRAW


def test_a_clock_set_back_loses_nothing(esi: Actor) -> None:
    with time_machine.travel(NOON, tick=False):
        clear(esi.keyring)
    with time_machine.travel(NOON - timedelta(days=400), tick=False):
        plan.keep(esi.keyring, PlanV1(alone="Walk to the bridge."))
        assert plan.plan_of(esi.keyring).alone == "Walk to the bridge."
        assert gate.may(esi.keyring, gate.Joint.STEP)


def test_nothing_answered_or_written_stands_in_clear(esi: Actor) -> None:
    esi.send(ASK, esi.form(yes=("threats",)), status=200)
    esi.send("/mine/plan/", {"signs": "Qzymtbar", "revision": "0"})
    sealed = bytes(rows()[0]["sealed"])
    for words in (b"Qzymtbar", b"threats", b"said", b"." * 8):
        assert words not in sealed


def test_a_leaf_from_the_first_version_is_read_for_ever() -> None:
    from pathlib import Path

    folder = Path(__file__).parent / "examples"
    found = LEAF.decode((folder / "leaf-1.json").read_bytes())
    assert found.answers
    assert found.answers.said == {"h": True, "a": False}
    assert found.lifted["step"].isoformat() == "2026-11-21"
    assert found.plan.place == "The key lies under the pot."
    assert LEAF.decode((folder / "leaf-1-least.json").read_bytes()) == LeafV1()
