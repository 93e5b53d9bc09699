"""A person's own check-ins, handed to what looks for things that go along with one another."""

from collections.abc import Iterator

from stepwell.ground.vault.api import Keyring, read_each, stamp_of
from stepwell.own.understanding.api import Source, Told
from stepwell.together.checkins.content import SIGNALS
from stepwell.together.checkins.models import CheckIn
from stepwell.together.checkins.page_words import SIGNAL_LABELS
from stepwell.together.checkins.vocabulary import is_known, label

KINDS = {"t:": "hard", "h:": "helped"}


def source() -> Source:
    return Source("checkins", days=_days, stamp=_stamp, name=_name, signals=SIGNAL_LABELS)


def _days(keyring: Keyring) -> Iterator[Told]:
    for row, kept in read_each(keyring, CheckIn.objects.within(keyring, keyring.own).order_by("day", "id")):
        said = kept.answers
        rated = {key: float(value) for key in SIGNALS if (value := getattr(said, key)) is not None}
        noted = [f"t:{word}" for word in said.hard] + [f"h:{word}" for word in said.helped]
        yield Told(row.day, rated, tuple(noted))


def _stamp(keyring: Keyring) -> str:
    return stamp_of(keyring, CheckIn, keyring.own)


def _name(factor: str) -> str:
    kind = KINDS.get(factor[:2])
    return str(label(kind, factor[2:])) if kind and is_known(kind, factor[2:]) else ""
