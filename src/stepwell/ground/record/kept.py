"""Which records somebody can read: those of every space they have or had, while they hold a key of it."""

from datetime import date

from stepwell.ground.record.following import opened
from stepwell.ground.record.models import Event
from stepwell.ground.spaces.api import HeldSpace, my_spaces
from stepwell.ground.vault.api import Keyring


def records_of(keyring: Keyring) -> tuple[HeldSpace, ...]:
    """The newest first. A space whose last seat is gone is still here: what was signed in it is for both."""
    spaces = {space.circle: space for space in my_spaces(keyring)}
    for circle in keyring.circles - spaces.keys() - {keyring.own}:
        first = Event.objects.one(keyring, circle, i=1)
        content = opened(keyring, first) if first else None
        if content:
            spaces[circle] = HeldSpace(circle, date.fromisoformat(content.time[:10]), open=False)
    return tuple(spaces[circle] for circle in sorted(spaces, reverse=True))
