"""Practices, beside what somebody found in their own days."""

from django.urls import reverse

from stepwell.ground.vault.api import Keyring
from stepwell.own.selfcare.gauges import now
from stepwell.own.selfcare.practices import fitting
from stepwell.own.understanding.api import Practice

MOST = 3


def some(keyring: Keyring) -> tuple[Practice, ...]:
    """The first few that fit how this person said they are, or how most days are where they said nothing."""
    kept = now(keyring)
    return tuple(
        Practice(str(one.title), one.minutes, reverse("selfcare:practice", args=[one.key]))
        for one in fitting(kept.state if kept else "inside")[:MOST]
    )
