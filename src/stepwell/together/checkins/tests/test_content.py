"""What a check-in says, and what of it is shown."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from stepwell.ground.vault.api import CannotOpen
from stepwell.together.checkins.content import (
    CHECK_IN,
    PARTS,
    SHARED,
    AnswersV1,
    CheckInV1,
    chosen,
    in_order,
    is_blank,
)

EXAMPLES = Path(__file__).parent / "examples"


def test_a_whole_check_in_says_what_was_written() -> None:
    kept: CheckInV1 = CHECK_IN.decode((EXAMPLES / "check-in-1.json").read_bytes())
    assert kept.answers.trust == 0
    assert kept.answers.calm is None
    assert kept.answers.feelings[-1] == "own:a little tender"
    assert kept.written_at.utcoffset() == timedelta(hours=1)
    assert kept.aside[0].answers.noticed == "You told me."


@pytest.mark.parametrize(
    "spoilt", [{"safety": 11}, {"safety": -1}, {"window": "sideways"}, {"feelings": [3]}]
)
def test_a_payload_outside_its_bounds_is_not_taken(spoilt: dict[str, object]) -> None:
    import json

    data = {"v": 1, "answers": spoilt, "written_at": datetime(2026, 11, 21).astimezone().isoformat()}
    with pytest.raises(CannotOpen):
        CHECK_IN.decode(json.dumps(data, separators=(",", ":")).encode())


WHOLE = AnswersV1(
    safety=1, closeness=2, trust=3, calm=4, window="in", feelings=("sad",), body=("cold",),
    hard=("late",), helped=("walk",), noticed="n", intend="i",
)  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
def test_each_part_shows_its_own_fields_and_no_other(part: str) -> None:
    alone, rest = chosen(WHOLE, [part]), chosen(WHOLE, set(PARTS) - {part})
    for name in AnswersV1.__struct_fields__:
        shown = [answers for answers in (alone, rest) if getattr(answers, name) == getattr(WHOLE, name)]
        assert len(shown) == 1


def test_all_parts_are_the_whole_and_no_part_is_nothing() -> None:
    assert chosen(WHOLE, PARTS) == WHOLE
    assert is_blank(chosen(WHOLE, []))
    assert not is_blank(AnswersV1(safety=0))


def test_a_part_left_empty_and_a_part_not_shown_are_the_same_bytes() -> None:
    from stepwell.together.checkins.content import SharedV1

    written = AnswersV1(safety=3)
    assert SHARED.encode(SharedV1(answers=chosen(written, PARTS))) == SHARED.encode(
        SharedV1(answers=chosen(WHOLE.__class__(safety=3, noticed="secret"), ["ratings"]))
    )


def test_parts_come_in_the_order_of_the_page_once_each() -> None:
    assert in_order(["intend", "ratings", "intend", "nonsense"]) == ("ratings", "intend")
