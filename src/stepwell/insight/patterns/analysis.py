"""All the questions asked of one diary."""

from stepwell.insight.patterns.carrying import carried
from stepwell.insight.patterns.diary import PARTNERS, Diary
from stepwell.insight.patterns.findings import Coverage, Findings, Staying
from stepwell.insight.patterns.links import Watched, links
from stepwell.insight.patterns.rhythm import weekends
from stepwell.insight.patterns.series import Series, series
from stepwell.insight.patterns.turning import turns
from stepwell.insight.patterns.untried import in_order, untried


def analyse(diary: Diary, watched: Watched | None = None) -> Findings:
    """watched: outcome -> up to five factors to look at more closely, each with the day it was named, as
    {"o:safety": {"t:phone": date(2026, 3, 1)}}. A factor keeps its day for as long as it stays named.

    A diary with too few days gives findings with nothing shown; it is never an error.
    """
    all_series = series(diary)
    coverage = {
        name: Coverage(diary.partners[name].checkins, diary.partners[name].checkins / diary.days)
        for name in PARTNERS
        if name in diary.partners
    }
    found = links(diary, all_series, watched or {})
    found = in_order(diary, [*found, *untried(diary, found)])
    for one in all_series:
        one.trials.clear()  # the most of what was kept, and nothing below asks for it
    return Findings(
        days=diary.days,
        as_of=diary.as_of,
        coverage=coverage,
        links=tuple(found),
        turns=tuple(turns(diary, all_series, [link for link in found if link.shown])),
        staying=tuple(_staying(diary, one) for one in all_series),
        carried=tuple(carried(diary)),
        weekends=tuple(weekends(diary, all_series)),
    )


def _staying(diary: Diary, one: Series) -> Staying:
    name = diary.outcomes[one.outcome]
    return Staying(name, one.partner, one.inertia.phi, one.inertia.low, one.inertia.high)
