"""What has ended by itself goes also where nobody comes back to look. It opens nothing and needs no key."""

from django.utils import timezone

from stepwell.together.consent.models import Asking, Consent, Own


def sweep() -> None:
    """Any process may, at any time."""
    now = timezone.now()
    for model in (Asking, Consent, Own):
        model.objects.filter(over__lt=now).delete()
