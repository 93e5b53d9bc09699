"""One's own leaf is of one size, and what was held looks like any other."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from stepwell.together.consent.content import (
    OWN,
    OWN_BYTES,
    HeldV1,
    OwnV1,
    YesV1,
    filled,
)
from stepwell.together.consent.limits import (
    HOURS,
    LONGEST_LINE,
    LONGEST_WHAT,
    MOST_LINES,
    as_if_asked,
)
from stepwell.together.consent.terms import apart, lines_of, one_line

NOW = datetime(2026, 11, 21, 20, 30, tzinfo=UTC)
SOMEBODY = UUID(int=2**128 - 1)


# Signs of four bytes, and signs that are written with a second one before them.
@pytest.mark.parametrize("sign", ["a", "𒀀", '"', "\\", "😀"])
def test_ones_own_leaf_is_of_one_size_whatever_it_holds(sign: str) -> None:
    lines = tuple(sign * LONGEST_LINE for _ in range(MOST_LINES))
    asked = HeldV1(what=sign * LONGEST_WHAT, outs=lines, until=NOW)
    yes = YesV1(asking=SOMEBODY, outs=lines)
    for own in (OwnV1(), OwnV1(circle=SOMEBODY), OwnV1(circle=SOMEBODY, asked=asked, yes=yes)):
        assert len(OWN.encode(filled(own))) == OWN_BYTES


def test_signs_that_nobody_sees_do_not_count() -> None:
    assert one_line("a\x01 \u2028 b\r\nc\x00") == "a b c"
    assert lines_of("My neck\n\nmy  NECK.\n* my ears") == ("* my ears", "My neck")
    assert apart(["b", "a", "B."]) == ("a", "b")


def test_what_was_held_looks_like_one_that_is_asked_now_and_stands_no_longer() -> None:
    for minutes in range(0, 25 * 60, 7):
        until = NOW + timedelta(minutes=minutes)
        end = as_if_asked(NOW, until)
        assert (end is None) == (minutes < 60)
        assert end is None or (end <= until and (end - NOW).total_seconds() / 3600 in HOURS)
