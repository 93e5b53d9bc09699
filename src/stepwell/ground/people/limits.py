"""Wrong guesses slow down. They count per account and browser, so that nobody can lock another out.

Each try is written down before it is heard and taken back when it was right: of many sent at once, no more
are heard than of many sent one after the other.
"""

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from stepwell.ground.people.models import Failure
from stepwell.ground.vault.api import lookup

FREE = 5
LONGEST = 15 * 60
# What strangers' guesses cost somebody at a browser that is not known: some seconds, never the evening.
AMONG_STRANGERS = 10
WINDOW = timedelta(days=1)
# Guesses of somebody whose password was right; each step counts apart.
FACTOR, PASSPHRASE, OWN_PAGE, SENT_AGAIN = STEPS = ("factor", "passphrase", "own page", "sent again")


def bucket(account: str, browser: str) -> bytes:
    """Known browsers have a bucket of their own; all unknown ones share the account's other one."""
    return lookup("limit", f"{account}\n{browser}")


def wait(where: bytes, *, longest: int = LONGEST, beside: UUID | None = None) -> int:
    """Seconds until another try is heard; 0 for now. `beside`: the try that asks, which does not count."""
    rows = Failure.objects.filter(bucket=where, at__gt=timezone.now() - WINDOW).order_by("-at")
    others = rows.exclude(pk=beside) if beside else rows
    times = list(others.values_list("at", flat=True)[: FREE + 10])
    if len(times) < FREE:
        return 0
    pause = min(longest, 30 << (len(times) - FREE))
    return max(0, round(pause - (timezone.now() - times[0]).total_seconds()))


def counted(where: bytes, *, longest: int = LONGEST) -> int:
    """0: this try is heard, and stands as a failure until `forget`. Else the seconds to wait."""
    if seconds := wait(where, longest=longest):
        return seconds
    mine = failed(where)
    seconds = wait(where, longest=longest, beside=mine)
    if seconds:
        Failure.objects.filter(pk=mine).delete()
    return seconds


def failed(where: bytes) -> UUID:
    return Failure.objects.create(bucket=where, at=timezone.now()).pk


def forget(where: bytes) -> None:
    Failure.objects.filter(bucket=where).delete()
