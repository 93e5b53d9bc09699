"""What is always allowed for: the level, weekends, and slow drift."""

import numpy as np

from stepwell.insight.patterns.diary import Diary, Numbers

DAYS_EACH = 30
MOST = 40


def covariates(diary: Diary) -> Numbers:
    """(days, 2 + waves): ones, the weekend, and half-cosines, one for each 30 days and at most 40.

    A slow basis, not a straight line: habits that come and go and levels that turn would otherwise
    pass for links.
    """
    weekend = diary.weekend()
    waves = min(MOST, max(1, diary.days // DAYS_EACH))
    middle = (np.arange(diary.days) + 0.5) / diary.days
    cosines = np.cos(np.pi * middle[:, None] * np.arange(1, waves + 1))
    return np.column_stack((np.ones(diary.days), weekend - weekend.mean(), cosines))
