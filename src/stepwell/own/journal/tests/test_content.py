"""What a page of the journal may hold, and what of it is chosen."""

import pytest

from stepwell.ground.vault.api import CannotOpen
from stepwell.own.journal.content import ENTRY, SaidV1, chosen, written


def test_a_page_of_no_known_sort_is_not_taken() -> None:
    with pytest.raises(CannotOpen):
        ENTRY.decode(b'{"v":1,"sort":"week","said":{},"written_at":"2026-11-21T20:34:00+01:00"}')


def test_what_is_not_chosen_is_as_if_it_had_never_been_written() -> None:
    said = SaidV1(happened="text", helped=("walk",))
    assert chosen(said, ("helped", "no such part")) == SaidV1(helped=("walk",))
    assert written(said) == ("happened", "helped")
