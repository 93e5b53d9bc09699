"""What helped after something was told or heard, handed to what looks for things that go along."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from stepwell.ground.vault.api import Keyring, read_each, stamp_of
from stepwell.own.understanding.api import Source, Told
from stepwell.together.openness.models import After
from stepwell.together.openness.page_words import HELPED

FRONT = "h:openness."


def source() -> Source:
    return Source("openness", days=_days, stamp=_stamp, name=_name)


def _days(keyring: Keyring) -> Iterator[Told]:
    for _row, said in read_each(keyring, After.objects.within(keyring, keyring.own).order_by("id")):
        yield Told(said.day, noted=tuple(f"{FRONT}{word}" for word in said.helped))


def _stamp(keyring: Keyring) -> str:
    return stamp_of(keyring, After, keyring.own)


def _name(factor: str) -> str:
    what = HELPED.get(factor.removeprefix(FRONT)) if factor.startswith(FRONT) else None
    # Some of the same words are in a check-in as well, and mean another hour of the day.
    return _("{what}, when something was told").format(what=what) if what else ""
