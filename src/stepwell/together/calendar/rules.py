"""Rules by which something comes again: read, refused with the reason, and settled with their last day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from stepwell.together.calendar.falling import falling
from stepwell.together.calendar.reckoning import (
    NUMBERS,
    WEEK,
    YEAR_END,
    YEAR_ZERO,
    BadRule,
    near,
    parts_of,
    read_rule,
)

FREQUENCIES = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
KNOWN = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", *NUMBERS}
MOST_COUNT, MOST_INTERVAL, MOST_NUMBERS, MOST_PLACES = 2_000, 1_000, 400, 40
# How far a rule is followed to find its last day. What ends later is endless here.
FAR = timedelta(days=366 * 100)
TURNS = {"DAILY": timedelta(days=7), "WEEKLY": WEEK * 2, "MONTHLY": WEEK * 9, "YEARLY": WEEK * 53}
# So many days are looked at for all the rules of one file together, to find where they end: about a second.
MOST_LOOKED = 1_000_000


@dataclass
class Steps:
    """How many days may still be looked at to find whether and when rules come. One for a whole file."""

    left: int = MOST_LOOKED

    def take(self, many: int) -> None:
        """Raises BadRule."""
        self.left -= many
        if self.left < 0:
            raise BadRule("many")


def settle(
    rule: str, begins: datetime, zone: ZoneInfo, steps: Steps | None = None
) -> tuple[str, datetime | None]:
    """The rule as it is kept, and the last start that it gives (None: endless). Raises BadRule.

    What ends further off than anybody looks is kept as endless; what ends before it begins is refused, and
    so is what never comes.
    """
    steps = steps or Steps()
    parts = _of_days(parts_of(rule), begins)
    _check_numbers(parts)
    until = _until(parts["UNTIL"], zone) if "UNTIL" in parts else None
    if until is not None and until - begins > FAR:
        until = None
        del parts["UNTIL"]
    kept = ";".join(f"{name}={value}" for name, value in parts.items())
    if until is not None:
        if until < begins:
            raise BadRule("never")
        return kept, _last_until(kept, parts, begins, until, steps)
    if "COUNT" in parts:
        return kept, _last_counted(kept, int(parts["COUNT"]), begins, steps)
    if next(_looked(kept, begins.date(), begins.date(), YEAR_END, steps), None) is None:
        raise BadRule("never")
    return kept, None


def _of_days(parts: dict[str, str], begins: datetime) -> dict[str, str]:
    """Without the hour, where it is that of the first. Raises BadRule for what comes more than once a day."""
    for name, now in (("BYHOUR", begins.hour), ("BYMINUTE", begins.minute), ("BYSECOND", begins.second)):
        if name in parts and parts.pop(name).lstrip("0") != str(now).lstrip("0"):
            raise BadRule("often")
    if parts.get("FREQ") in {"SECONDLY", "MINUTELY", "HOURLY"}:
        raise BadRule("often")
    if parts.get("FREQ") not in FREQUENCIES or {"COUNT", "UNTIL"} <= set(parts):
        raise BadRule("broken")
    if set(parts) - KNOWN:
        raise BadRule("unknown")
    return parts


def _check_numbers(parts: dict[str, str]) -> None:
    try:
        count, interval = int(parts.get("COUNT", "1")), int(parts.get("INTERVAL", "1"))
        numbers = [int(one) for name in NUMBERS & set(parts) for one in parts[name].split(",")]
        read_rule(parts)
    except ValueError:
        raise BadRule("broken") from None
    if not 1 <= interval <= MOST_INTERVAL or len(numbers) > MOST_NUMBERS:
        raise BadRule("many")
    if not 1 <= count <= MOST_COUNT:
        raise BadRule("many")
    if parts.get("BYSETPOS", "").count(",") >= MOST_PLACES:
        raise BadRule("many")
    if any(not 1 <= abs(number) <= 366 for number in numbers):
        raise BadRule("broken")


def _until(value: str, zone: ZoneInfo) -> datetime:
    """By the clock of the zone. A day counts to its end."""
    try:
        if len(value) == 8:
            return datetime.combine(datetime.strptime(value, "%Y%m%d").date(), time.max)  # noqa: DTZ007 - a wall clock
        until = datetime.strptime(value.rstrip("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007 - a wall clock
    except ValueError:
        raise BadRule("broken") from None
    # On the first and the last day there is, no other clock can be reckoned, and none is needed.
    if not value.endswith("Z") or not date.min < until.date() < date.max:
        return until
    return until.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)


def _last_counted(rule: str, count: int, begins: datetime, steps: Steps) -> datetime:
    """Counted out. Raises BadRule."""
    end = min((begins + FAR).date(), YEAR_END)
    latest = None
    for latest in islice(_looked(rule, begins.date(), begins.date(), end, steps), count):  # noqa: B007 - the last
        pass
    if latest is None:
        raise BadRule("never")
    return max(datetime.combine(latest, begins.time()), begins)


def _last_until(
    rule: str, parts: dict[str, str], begins: datetime, until: datetime, steps: Steps
) -> datetime:
    """Looked for near the end first, then further back: earlier ones make no difference to the last."""
    turn = TURNS[parts["FREQ"]] * int(parts.get("INTERVAL", "1"))
    for back in (turn, turn * 54, FAR):
        first = max(begins.date(), (until - min(back, FAR)).date())
        found = _looked(rule, begins.date(), first, until.date(), steps)
        starts = [start for day in found if (start := datetime.combine(day, begins.time())) <= until]
        if starts or first == begins.date():
            return max([begins, *starts])
    return begins


def _looked(rule: str, begins: date, first: date, last: date, steps: Steps) -> Iterator[date]:
    """As `days`, one after the other, each day that is looked at taken from the steps. Raises BadRule."""
    first, last = max(first, begins, YEAR_ZERO), min(last, YEAR_END)
    if last < first:
        return
    for looked, found in falling(*near(rule, begins, first), first, last):
        steps.take(looked)
        yield from found
