"""Alma looks back: every number is where it was written, and a week without one stays open."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.template import Context, Template

from stepwell.ground.ui.api import Rated, Week, draw_days, draw_weeks, weeks_of

MONDAY = date(2026, 8, 31)


def week(at: int, low: float, middle: float, high: float, count: int = 3) -> Week:
    return Week(MONDAY + timedelta(days=7 * at), low, middle, high, count)


THREE_THEN_TWO = [week(0, 1, 2, 4), week(1, 1, 2, 3), week(2, 1, 3, 4), week(4, 2, 3, 5), week(5, 4, 5, 6)]


def test_a_gap_is_left_open() -> None:
    picture = draw_weeks(THREE_THEN_TWO, signal="Felt safety")
    assert picture.lines == ("M34.0 180.4L94.0 180.4L154.0 159.6", "M274.0 159.6L334.0 118.0")
    assert len(picture.bands) == 2
    assert [label.x for label in picture.labels if label.text == "none"] == [214.0]
    assert len(picture.dots) == 5
    assert 214.0 not in picture.ticks


def test_the_scale_goes_from_nothing_at_the_water_to_ten_at_the_rim() -> None:
    picture = draw_weeks([week(0, 0, 0, 0), week(1, 10, 10, 10), week(2, 5, 5, 5)], signal="Calm")
    assert [dot.y for dot in picture.dots] == [222, 14, 118]
    assert picture.grid == (118, 14)


def test_the_lines_are_straight_and_the_band_closes() -> None:
    picture = draw_weeks(THREE_THEN_TWO, signal="Felt safety")
    for path in (*picture.lines, *picture.bands):
        assert set("".join(c for c in path if c.isalpha())) <= {"M", "L", "Z"}
    assert picture.bands[1] == "M274.0 118.0L334.0 97.2L334.0 138.8L274.0 180.4Z"


def test_one_week_alone_is_a_dot_and_no_line() -> None:
    picture = draw_weeks([week(0, 2, 3, 4)], signal="Felt safety")
    assert picture.lines == ()
    assert [dot.x for dot in picture.dots] == [184.0]
    assert len([label for label in picture.labels if label.text == "31 Aug"]) == 1


def test_nothing_to_draw_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        draw_weeks([Week(MONDAY, None, None, None, 0)], signal="Calm")
    with pytest.raises(ValueError, match="at least one"):
        draw_days([], signal="Calm")


@pytest.mark.parametrize("count", [1, 2, 3, 5, 12, 13, 26, 52, 104, 520])
def test_dates_never_run_into_each_other(count: int) -> None:
    picture = draw_weeks([week(at, 1, 2, 3) for at in range(count)], signal="Calm")
    below = [label for label in picture.labels if label.y == 240]
    middles = [label.x - 20 if label.anchor == "end" else label.x for label in below]
    assert all(b - a >= 44 for a, b in pairwise(middles))
    assert middles == sorted(middles)
    assert all(0 <= x <= 350 for x in middles)
    assert len(below) <= 6


def test_the_table_holds_every_number_and_says_where_there_is_none() -> None:
    picture = draw_weeks(THREE_THEN_TWO, signal="Felt safety")
    rows = [(row.head, row.cells, row.empty) for row in picture.table.rows]
    assert rows[0] == ("31 Aug", ("2", "1 to 4", "3"), False)
    assert rows[3] == ("21 Sep", ("no entries", "0"), True)
    assert picture.table.caption.startswith("Felt safety")


def test_the_middle_of_a_week_is_the_median_and_weeks_begin_on_monday() -> None:
    ratings = [Rated(date(2026, 9, 6), 9), Rated(date(2026, 8, 31), 1), Rated(date(2026, 9, 1), 2)]
    ratings += [Rated(date(2026, 9, 14), 4), Rated(date(2026, 9, 15), 5)]
    assert weeks_of(ratings) == [
        Week(date(2026, 8, 31), 1, 2, 9, 3),
        Week(date(2026, 9, 7), None, None, None, 0),
        Week(date(2026, 9, 14), 4, 4.5, 5, 2),
    ]


def test_first_days_are_dots_without_a_line() -> None:
    ratings = [Rated(MONDAY, 4), Rated(MONDAY + timedelta(days=2), 6), Rated(MONDAY + timedelta(days=2), 7)]
    picture = draw_days(ratings, signal="Calm")
    assert picture.lines == picture.bands == ()
    assert [(dot.x, dot.y) for dot in picture.dots] == [(34, 138.8), (334, 97.2), (334, 76.4)]
    assert [row.cells for row in picture.table.rows] == [("4",), ("6",), ("7",)]


def test_the_drawing_speaks_and_is_escaped() -> None:
    picture = draw_weeks(THREE_THEN_TWO, signal="<Felt> safety", ident="safety")
    html = Template("{% load ui %}{% chart p %}{% chart_table p %}").render(Context({"p": picture}))
    assert 'role="img" aria-labelledby="safety-t" aria-describedby="safety-d"' in html
    assert '<title id="safety-t">&lt;Felt&gt; safety by week, 31 Aug to 11 Oct</title>' in html
    assert "One week has no entries." in html
    assert "<Felt>" not in html
    assert html.count("<circle") == 6  # five weeks, and one in the key
    assert '<tr class="gap"><th scope="row">21 Sep</th><td colspan="2">no entries</td><td>0</td></tr>' in html
