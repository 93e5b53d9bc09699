"""What is over goes by itself: the clock asks for it every few minutes. It opens nothing and needs no key."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from stepwell.ground.people import limits, signins
from stepwell.ground.people.models import Failure, HalfSignIn, KeptDraft, KnownBrowser, RecoveryWait, SignIn

DRAFTS = timedelta(days=90)
# A way back that opened and was not taken: whoever comes later waits anew.
WAITS = timedelta(days=30)


def sweep() -> None:
    """Forget what ended. Any process may, at any time."""
    now = timezone.now()
    SignIn.objects.filter(expires_at__lt=now).delete()
    SignIn.objects.filter(opened__isnull=False, last_used__lt=now - signins.IDLE).update(opened=None)
    # A question lives as long as a page is looked at; the row says when the browser was last here.
    SignIn.objects.filter(asked__isnull=False, last_used__lt=now - signins.HALF_LIFE).update(asked=None)
    HalfSignIn.objects.filter(expires_at__lt=now).delete()
    Failure.objects.filter(at__lt=now - limits.WINDOW).delete()
    KnownBrowser.objects.filter(last_used__lt=(now - signins.KNOWN_LIFE).date()).delete()
    RecoveryWait.objects.filter(opens_at__lt=now - WAITS).delete()
    KeptDraft.objects.filter(id__lt=_first_id(now - DRAFTS)).delete()


def _first_id(moment: datetime) -> UUID:
    """The smallest UUIDv7 of that millisecond: a draft's id says when it was kept."""
    return UUID(int=int(moment.timestamp() * 1000) << 80)
