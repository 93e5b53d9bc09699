"""Days on which a practice was kept, handed to what looks for things that go along with one another."""

from collections.abc import Iterator

from stepwell.ground.vault.api import Keyring, stamp_of
from stepwell.own.selfcare.afters import factors
from stepwell.own.selfcare.models import After
from stepwell.own.selfcare.practices import BY_KEY
from stepwell.own.understanding.api import Source, Told

# What somebody does again and again for themselves; keys of practices hold no colon.
KIND = "r:practice:"


def source() -> Source:
    return Source("selfcare", days=_days, stamp=_stamp, name=_name)


def _days(keyring: Keyring) -> Iterator[Told]:
    """Only that it was kept: whether it helped is another question, and one's notes are nobody's."""
    for one in factors(keyring):
        yield Told(one.day, noted=(f"{KIND}{one.key.removeprefix('p:')}",))


def _stamp(keyring: Keyring) -> str:
    return stamp_of(keyring, After, keyring.own)


def _name(factor: str) -> str:
    practice = BY_KEY.get(factor.removeprefix(KIND)) if factor.startswith(KIND) else None
    return str(practice.title) if practice else ""
