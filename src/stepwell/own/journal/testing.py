"""Makers for the tests of other rooms, for measurements and for the demonstration."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.own.journal import showing, writing
from stepwell.own.journal.content import SaidV1, Sort

__all__ = ["Sort", "keep_entry", "show_entry"]


def keep_entry(
    keyring: Keyring,
    text: str = "",
    *,
    now: datetime,
    day: date | None = None,
    sort: Sort = "day",
    **words: Any,
) -> UUID:
    """As if its owner had pressed keep. `now` has a zone; `words` are stored words by kind."""
    said = SaidV1(happened=text, **words)
    return writing.keep(keyring, form_id=uuid4(), sort=sort, said=said, day=day or now.date(), now=now)


def show_entry(keyring: Keyring, entry: UUID, *parts: str) -> None:
    """As if its owner had looked at the preview and pressed show."""
    revision = writing.mine(keyring, entry)[1].revision
    showing.show(keyring, entry, parts, couple_of(keyring), revision=revision)
