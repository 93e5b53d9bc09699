"""Typed content: a reader for every version ever shipped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepwell.ground.vault.content import Content, Kind
from stepwell.ground.vault.errors import CannotOpen


class DayV1(Content, frozen=True, kw_only=True):
    calm: int


class DayV2(Content, frozen=True, kw_only=True):
    calm: int | None
    words: list[str] = []


class DayV3(Content, frozen=True, kw_only=True):
    signals: dict[str, int]
    words: list[str] = []


def to_v2(day: DayV1) -> DayV2:
    return DayV2(calm=day.calm)


def to_v3(day: DayV2) -> DayV3:
    return DayV3(signals={} if day.calm is None else {"calm": day.calm}, words=day.words)


FIRST = Kind("tests.Day", DayV1)
THIRD = Kind("tests.Day", DayV3, older={1: (DayV1, to_v2), 2: (DayV2, to_v3)})


@given(st.dictionaries(st.text(), st.integers(-(2**63), 2**63 - 1)), st.lists(st.text()))
def test_content_is_read_as_it_was_written(signals: dict[str, int], words: list[str]) -> None:
    day = DayV3(signals=signals, words=words)
    assert THIRD.decode(THIRD.encode(day)) == day


def test_every_older_version_is_raised_step_by_step() -> None:
    assert FIRST.encode(DayV1(calm=6)) == b'{"v":1,"calm":6}'
    assert THIRD.decode(b'{"v":1,"calm":6}') == DayV3(signals={"calm": 6})
    assert THIRD.decode(b'{"v":2,"calm":null,"words":["slept"]}') == DayV3(signals={}, words=["slept"])
    assert THIRD.decode(b'{ "words": [], "signals": {}, "v": 3 }') == DayV3(signals={})


def test_content_without_fields_has_its_version_too() -> None:
    class Empty(Content, frozen=True, kw_only=True):
        pass

    kind = Kind("tests.Empty", Empty)
    assert kind.encode(Empty()) == b'{"v":1}'
    assert kind.decode(kind.encode(Empty())) == Empty()


@given(st.binary(max_size=60))
def test_anything_else_is_the_one_error(data: bytes) -> None:
    front = b'{"v":3,'
    for tried in (data, front + data, b'{"v":4,"signals":{}}', b'{"v":0}', b'{"v":"1"}', b"[" * 100_000):
        with pytest.raises(CannotOpen) as caught:
            THIRD.decode(tried)
        assert caught.value.__context__ is None


def test_versions_have_no_gap_and_no_field_takes_their_name() -> None:
    with pytest.raises(ValueError, match="without a gap"):
        Kind("tests.Gap", DayV3, older={2: (DayV2, to_v3)})

    class Taken(Content, frozen=True, kw_only=True):
        v: int

    with pytest.raises(ValueError, match="called `v`"):
        Kind("tests.Taken", Taken)
