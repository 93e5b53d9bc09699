"""CPU time of a month of the calendar with five hundred things that come again and again.

python -m bench.calendar
"""

import sys
from datetime import datetime, timedelta
from itertools import cycle, islice
from typing import TYPE_CHECKING

from bench.figure import FULL, Figure, Scale

if TYPE_CHECKING:
    from stepwell.ground.people.testing import Member

MONTH, AIM = "/calendar/month/2026-11-15/", 30.0
MANY, FEW = 500, 20
ZONES = ("Europe/Berlin", "Europe/Berlin", "Europe/Berlin", "Europe/London", "America/New_York")
RULES = (
    "FREQ=WEEKLY;BYDAY=MO",
    "FREQ=WEEKLY;BYDAY=TU,TH",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE",
    "FREQ=MONTHLY;BYMONTHDAY=12",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=WEEKLY;BYDAY=SA;UNTIL=20271231",
    "FREQ=YEARLY",
    "FREQ=WEEKLY;BYDAY=SU;COUNT=600",
    "FREQ=MONTHLY;BYDAY=2TU",
)
BEGAN = datetime(2019, 1, 1, 7)  # noqa: DTZ001 - a wall clock


def somebody(count: int) -> "Member":
    """With that many plans that come again, begun over seven years, by the clocks of several places."""
    from django.db import transaction

    from stepwell.ground.people.testing import make_person
    from stepwell.ground.vault.api import write
    from stepwell.together.calendar import writing
    from stepwell.together.calendar.content import PlanV1
    from stepwell.together.calendar.models import Plan
    from stepwell.together.calendar.testing import body

    member = make_person(f"Alma of {count}", zone="Europe/Berlin")
    keyring, rows = member.keyring, []
    for number, (rule, zone) in enumerate(islice(zip(cycle(RULES), cycle(ZONES), strict=False), count)):
        starts = BEGAN + timedelta(days=number * 5, minutes=number * 7 % 720)
        plan = body(starts, starts + timedelta(hours=1), rule=rule, zone=zone, what=f"Number {number}")
        kept = PlanV1(body=plan, uid=writing.new_uid())
        row = writing.new_row(keyring, kept)
        write(keyring, row, kept)
        rows.append(row)
    with transaction.atomic():
        Plan.objects.bulk_create(rows)
    return member


def figures(scale: Scale) -> list[Figure]:
    from bench.pages import page_ms
    from stepwell.together.calendar.reckoning import _days

    member = somebody(MANY)
    warm = page_ms(member, MONTH, scale)
    _days.cache_clear()
    few = page_ms(somebody(FEW), MONTH, scale)
    told = f"A whole request, signed in; {scale.rounds} once warm, the lowest median of ten in a row."
    return [
        Figure(
            f"month of the calendar, {MANY} recurring plans",
            f"{warm:.1f} CPU-ms",
            told,
            f"at most {AIM:g} CPU-ms",
            warm <= AIM,
        ),
        Figure(f"month of the calendar, {FEW} recurring plans", f"{few:.1f} CPU-ms", "The same."),
    ]


def main() -> int:
    import tempfile
    from pathlib import Path

    from bench.house import open_house

    with tempfile.TemporaryDirectory(prefix="stepwell-bench-") as folder:
        open_house(Path(folder))
        for figure in figures(FULL):
            sys.stdout.write(f"{figure.what}: {figure.measured} {figure.verdict}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
