"""What is always allowed for: the level, weekends, slow drift, and the days of the week."""

import numpy as np

from stepwell.insight.patterns.diary import Diary, Numbers

DAYS_EACH = 30
MOST = 40
WEEKDAYS_FROM = 84  # days of a diary; before that five more columns cost more than they mend


def covariates(diary: Diary) -> Numbers:
    """(days, 2 + waves + 5): ones, the weekend, half-cosines (one for 30 days, at most 40), weekdays.

    A slow basis, not a straight line: habits that come and go and levels that turn would otherwise
    pass for links. Diaries shorter than WEEKDAYS_FROM have no columns for weekdays other than the weekend.
    """
    weekend = diary.weekend()
    middle = (np.arange(diary.days) + 0.5) / diary.days
    cosines = np.cos(np.pi * middle[:, None] * np.arange(1, _waves(diary.days) + 1))
    return np.column_stack((np.ones(diary.days), weekend - weekend.mean(), cosines, _weekdays(diary)))


def slow(x: Numbers) -> Numbers:
    """Of the covariates over all days: the level, the weekend and slow drift."""
    return x[:, : 2 + _waves(len(x))]


def _waves(days: int) -> int:
    return min(MOST, max(1, days // DAYS_EACH))


def _weekdays(diary: Diary) -> Numbers:
    """(days, 5): Monday to Thursday against Friday, and Saturday against Sunday; or (days, 0)."""
    if diary.days < WEEKDAYS_FROM:
        return np.empty((diary.days, 0))
    day = (np.arange(diary.days) + diary.start.weekday()) % 7
    is_day = (day[:, None] == np.arange(7)).astype(float)
    return np.column_stack((is_day[:, :4] - is_day[:, 4:5], is_day[:, 5] - is_day[:, 6]))
