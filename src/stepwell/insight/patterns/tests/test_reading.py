"""What is malformed is named by line and column; the quick way reads as the careful way does."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stepwell.insight.patterns import cells, columns, reading
from stepwell.insight.patterns.api import Malformed, parse, read
from stepwell.insight.patterns.tests.malformed_files import MALFORMED

HEAD = "date,partner,o:safety,t:phone,c:sleep"
NAMES = HEAD.split(",")
DAY = st.dates().map(lambda day: day.isoformat())
RATING = st.sampled_from(["", "0", "7", "10", "7.5", "10.0", "3.25", "-0", " 4"])
PRESENT = st.sampled_from(["", "0", "1", "1.0", "0.0"])
LINE = st.tuples(DAY, st.sampled_from("AB"), RATING, PRESENT, RATING).map(",".join)


def refused(data: bytes) -> Malformed | None:
    try:
        parse(data)
    except Malformed as wrong:
        return wrong
    return None


def test_sixty_malformed_files_at_least() -> None:
    assert len(MALFORMED) >= 60
    assert len({data for data, *_ in MALFORMED}) == len(MALFORMED)


@pytest.mark.parametrize(("data", "line", "column"), MALFORMED)
def test_the_line_and_column_of_what_is_wrong(data: bytes, line: int, column: int) -> None:
    with pytest.raises(Malformed) as wrong:
        parse(data)
    assert (wrong.value.line, wrong.value.column) == (line, column), str(wrong.value)
    assert "\n" not in str(wrong.value)
    assert str(wrong.value).isprintable()


@given(st.lists(LINE, min_size=1, max_size=12))
@settings(max_examples=150, deadline=None)
def test_the_quick_way_reads_as_the_careful_way_does(lines: list[str]) -> None:
    text = "\n".join([HEAD, *lines, ""])
    careful = cells.careful(text, NAMES)
    quick = cells.quick(text.partition("\n")[2].encode(), NAMES)
    if quick is None:
        assert any(" " in line or "-0" in line[10:] for line in lines)
        return
    np.testing.assert_array_equal(quick.day, careful.day)
    np.testing.assert_array_equal(quick.partner, careful.partner)
    np.testing.assert_array_equal(quick.values, careful.values)
    np.testing.assert_array_equal(quick.line, careful.line)


@given(st.binary(max_size=80))
@settings(max_examples=300, deadline=None)
def test_no_bytes_make_it_fall(data: bytes) -> None:
    for start in (b"", HEAD.encode() + b"\n", HEAD.encode() + b"\n2026-01-01,A,"):
        wrong = refused(start + data)
        assert wrong is None or min(wrong.line, wrong.column) >= 1


@given(st.text(max_size=40), st.integers(0, 60))
@settings(max_examples=300, deadline=None)
def test_a_good_file_with_something_put_in_is_read_or_refused(text: str, at: int) -> None:
    good = HEAD + "\n2026-01-01,A,5,1,3\n2026-01-02,B,6,0,\n"
    wrong = refused((good[:at] + text + good[at:]).encode("utf-8", "surrogatepass"))
    assert wrong is None or str(wrong).startswith("line ")


def test_a_decimal_comma_is_hinted_at() -> None:
    for line in ("2026-01-01,A,5,5,1,3", '2026-01-01,A,"5,5",1,3'):
        with pytest.raises(Malformed, match="decimal comma"):
            parse(f"{HEAD}\n{line}\n".encode())


def test_a_name_is_written_one_way() -> None:
    diary = parse("date,partner,o: x,t: cafe\u0301 \n2026-01-01,A,5,1\n".encode())
    assert (diary.outcomes, diary.factors) == (("o:x",), ("t:caf\u00e9",))


def test_a_file_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.csv"
    path.write_bytes(b"0" * 101)
    monkeypatch.setattr(reading, "LARGEST", 100)
    with pytest.raises(Malformed, match="the file holds more than"):
        read(path)


def test_what_is_read() -> None:
    diary = parse(b"\xef\xbb\xbf" + HEAD.encode() + b"\r\n2026-01-03,B,5,1,\r\n\r\n2026-01-01,A,,0.0,9.5\r\n")
    assert (diary.start.isoformat(), diary.days, diary.as_of.isoformat()) == ("2026-01-01", 3, "2026-01-03")
    assert diary.partners["B"].outcomes[2, 0] == 5
    assert np.isnan(diary.partners["A"].outcomes[0, 0])
    assert diary.partners["A"].factors[0].tolist() == [0.0, 9.5]
    assert np.isnan(diary.partners["A"].factors[1]).all()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_ends_as_on_any_system(end: str) -> None:
    lines = [HEAD, "2026-01-01,A,5,1,3", "2026-01-02,B,6,0,", " 2026-01-03,A,7,,1"]
    for count in (3, 4):
        read, same = (parse(there.join(lines[:count]).encode()) for there in (end, "\n"))
        assert read.days == count - 1
        for partner in "AB":
            np.testing.assert_array_equal(read.partners[partner].factors, same.partners[partner].factors)


def test_a_long_file_is_read_in_pieces_as_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    body = "".join(f"2026-01-{day:02},A,{day % 10},1,\n" for day in range(1, 29)).encode()
    whole = cells.quick(body, NAMES)
    assert whole
    for size in (1, 17, 18, 19, 200):
        monkeypatch.setattr(cells, "AT_ONCE", size)
        pieces = cells.quick(body, NAMES)
        assert pieces
        for name in ("day", "partner", "values", "line"):
            np.testing.assert_array_equal(getattr(pieces, name), getattr(whole, name))


def test_a_quoted_name_may_hold_a_comma() -> None:
    diary = parse(b'date,partner,o:x,"t:late, again"\n"2026-01-01",A,"5",1\n')
    assert diary.factors == ("t:late, again",)
    assert columns.split('a,"b ""c""",', 1) == ["a", 'b "c"', ""]
