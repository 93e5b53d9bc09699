"""Days on which a promise was kept, handed to what looks for things that go along with one another."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring, stamp_of
from stepwell.own.understanding.api import Source, Told
from stepwell.together.promises.api import kept_days
from stepwell.together.promises.models import Word

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

MINE, THEIRS = "p:by_me", "p:to_me"
NAMES: "dict[str, StrOrPromise]" = {
    MINE: _("a promise of yours kept"),
    THEIRS: _("a promise to you kept"),
}


def source() -> Source:
    return Source("promises", days=_days, stamp=_stamp, name=lambda factor: NAMES.get(factor, ""))


def _days(keyring: Keyring) -> Iterator[Told]:
    """What the other says is left out while the space rests: a page of one's own may not tell it then."""
    rests = _rests(keyring)
    for kept in kept_days(keyring, date.min, date.max):
        if kept.mine or not rests:
            yield Told(kept.day, noted=(MINE if kept.mine else THEIRS,))


def _stamp(keyring: Keyring) -> str:
    """Whose words are told hangs on the space of two, and on whether it rests."""
    couple = couple_of(keyring)
    return f"{couple and (couple.circle, couple.paused)} {stamp_of(keyring, Word, *sorted(keyring.circles))}"


def _rests(keyring: Keyring) -> bool:
    couple = couple_of(keyring)
    return couple is not None and couple.paused
