"""What was kept, as lines to read."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from stepwell.own.selfcare.content import AfterV1, GaugeV1
from stepwell.own.selfcare.models import After, Gauge
from stepwell.own.selfcare.page_words import HELPED_LABELS, STATE_LABELS
from stepwell.own.selfcare.practices import BY_KEY


@dataclass(frozen=True)
class Line:
    """kind: after or gauge. said: in the words of the page. note: the person's own, or empty."""

    id: UUID
    kind: str
    day: date
    at: datetime
    title: str
    said: str
    note: str = ""


def of_after(row: After, kept: AfterV1) -> Line:
    practice = BY_KEY.get(kept.practice)
    title = str(practice.title) if practice else kept.practice
    said = str(HELPED_LABELS[kept.helped]) if kept.helped else ""
    return Line(row.id, "after", row.day, kept.at, title, said, kept.note)


def of_gauge(row: Gauge, kept: GaugeV1) -> Line:
    said = "" if kept.distress is None else f"{kept.distress} / 10"
    return Line(row.id, "gauge", row.day, kept.at, str(STATE_LABELS[kept.state]), said)
