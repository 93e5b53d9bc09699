"""Twelve weeks of one signal."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from stepwell.together.checkins.weeks import by_week, first_of, monday

SATURDAY = date(2026, 11, 21)


def test_twelve_weeks_end_with_the_week_of_the_day() -> None:
    weeks = by_week([], SATURDAY)
    assert weeks[0].start == first_of(SATURDAY) == date(2026, 8, 31)
    assert weeks[-1].start == date(2026, 11, 16)


def test_middle_and_range_of_a_week() -> None:
    week = by_week([(SATURDAY, 7), (SATURDAY - timedelta(days=1), 2), (SATURDAY, 3)], SATURDAY)[-1]
    assert (week.middle, week.low, week.high, week.count) == (3, 2, 7, 3)


def test_a_week_without_an_answer_is_a_gap_and_a_skipped_rating_is_not_an_answer() -> None:
    week = by_week([(SATURDAY, None)], SATURDAY)[-1]
    assert (week.middle, week.low, week.high, week.count) == (None, None, None, 0)


def test_zero_is_an_answer() -> None:
    assert by_week([(SATURDAY, 0)], SATURDAY)[-1].middle == 0


@given(st.lists(st.tuples(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.none() | st.integers(0, 10))))
def test_every_answer_in_reach_is_in_its_own_week_and_no_other(
    answers: list[tuple[date, int | None]],
) -> None:
    for week in by_week(answers, SATURDAY):
        values = [value for day, value in answers if value is not None and monday(day) == week.start]
        assert week.count == len(values)
        assert (week.low, week.high) == (min(values, default=None), max(values, default=None))
        assert (week.middle is None) == (not values)
