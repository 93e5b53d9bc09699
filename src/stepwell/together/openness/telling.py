"""What helped after something was told or heard, handed to what looks for things that go along."""

from collections.abc import Iterator

from stepwell.ground.vault.api import Keyring, read_each
from stepwell.own.understanding.api import Source, Told, stamp_of
from stepwell.together.openness.models import After
from stepwell.together.openness.page_words import HELPED

FRONT = "h:openness."


def source() -> Source:
    return Source("openness", days=_days, stamp=_stamp, name=_name)


def _days(keyring: Keyring) -> Iterator[Told]:
    for _row, said in read_each(keyring, After.objects.within(keyring, keyring.own).order_by("id")):
        yield Told(said.day, noted=tuple(f"{FRONT}{word}" for word in said.helped))


def _stamp(keyring: Keyring) -> str:
    return stamp_of(After.objects.within(keyring, keyring.own))


def _name(factor: str) -> str:
    return str(HELPED.get(factor.removeprefix(FRONT), "")) if factor.startswith(FRONT) else ""
