"""Where a plan is looked for: by month, under a keyed hash, so that the database does not tell the month.

Whoever holds the database without the key file sees that some rows share a month of some circle, and no more.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from stepwell.ground.vault.api import lookup
from stepwell.together.calendar.content import BodyV1

AGAIN = "again"
# A plan is looked for in the month it begins and the one after; what lasts longer lies with what repeats.
LONG = timedelta(days=27)
# By which two clocks of the world can differ, and a little.
APART = timedelta(days=2)


def shelf(circle: UUID, body: BodyV1) -> bytes:
    span = body.when
    long = span.ends is not None and span.ends - span.starts > LONG
    return _shelf(circle, AGAIN if body.repeats or long else f"{span.starts:%Y-%m}")


def shelves(circle: UUID, first: date, last: date) -> list[bytes]:
    """All in which a plan may lie that touches one of these days."""
    return [_shelf(circle, name) for name in (AGAIN, *_months(first - LONG - APART, last + APART))]


def _months(first: date, last: date) -> Iterable[str]:
    month = first.replace(day=1)
    while month <= last:
        yield f"{month:%Y-%m}"
        month = (month + timedelta(days=32)).replace(day=1)


def _shelf(circle: UUID, name: str) -> bytes:
    return lookup("calendar month", f"{circle} {name}")


def uid_key(circle: UUID, uid: str) -> bytes:
    return lookup("calendar uid", f"{circle} {uid}")
