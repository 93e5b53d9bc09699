"""Wrong guesses slow down. They count per account and browser, so that nobody can lock another out."""

from datetime import timedelta

from django.utils import timezone

from stepwell.ground.people.models import Failure
from stepwell.ground.vault.api import lookup

FREE = 5
LONGEST = 15 * 60
WINDOW = timedelta(days=1)
# Guesses of somebody whose password was right; each step counts apart.
FACTOR, PASSPHRASE, OWN_PAGE = STEPS = ("factor", "passphrase", "own page")


def bucket(account: str, browser: str) -> bytes:
    """Known browsers have a bucket of their own; all unknown ones share the account's other one."""
    return lookup("limit", f"{account}\n{browser}")


def wait(where: bytes) -> int:
    """Seconds until another try is heard; 0 for now."""
    moments = Failure.objects.filter(bucket=where, at__gt=timezone.now() - WINDOW).order_by("-at")
    times = list(moments.values_list("at", flat=True)[: FREE + 10])
    if len(times) < FREE:
        return 0
    pause = min(LONGEST, 30 << (len(times) - FREE))
    return max(0, round(pause - (timezone.now() - times[0]).total_seconds()))


def failed(where: bytes) -> None:
    now = timezone.now()
    Failure.objects.filter(at__lt=now - WINDOW).delete()
    Failure.objects.create(bucket=where, at=now)


def forget(where: bytes) -> None:
    Failure.objects.filter(bucket=where).delete()
