"""The door: read a diary, ask what its days say, and put that into words or JSON.

>>> findings = analyse(read(Path("ours.csv")))
>>> [link.factor for link in findings.links if link.shown]

No state, no clock, no network: the same diary gives the same bytes.
"""

from stepwell.insight.patterns.analysis import analyse
from stepwell.insight.patterns.carrying import Pairs, carried, pairs_of
from stepwell.insight.patterns.diary import Diary, Partner
from stepwell.insight.patterns.document import document, in_bytes
from stepwell.insight.patterns.findings import Carried, Coverage, Findings, Staying, Turn, Weekend
from stepwell.insight.patterns.links import Link, Watched
from stepwell.insight.patterns.malformed import Malformed
from stepwell.insight.patterns.page import page
from stepwell.insight.patterns.reading import parse, read
from stepwell.insight.patterns.states import State, more_days, state

__all__ = [
    "Carried",
    "Coverage",
    "Diary",
    "Findings",
    "Link",
    "Malformed",
    "Pairs",
    "Partner",
    "State",
    "Staying",
    "Turn",
    "Watched",
    "Weekend",
    "analyse",
    "carried",
    "document",
    "in_bytes",
    "more_days",
    "page",
    "pairs_of",
    "parse",
    "read",
    "state",
]
