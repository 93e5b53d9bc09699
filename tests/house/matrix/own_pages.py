"""What everybody in the cast wrote for themselves, and what of it they showed."""

from typing import TYPE_CHECKING
from uuid import UUID

from stepwell.ground.spaces.api import couple_of
from stepwell.own.journal import testing, writing
from stepwell.own.journal.content import SaidV1
from stepwell.own.pace import testing as pace

if TYPE_CHECKING:
    from tests.house.matrix.cast import Cast

READERS = {"alma": ("alma", "ben"), "ben": ("alma", "ben"), "chidi": ("chidi", "dara")}


def build(cast: "Cast") -> None:
    from tests.house.matrix.cast import NOW, OWNERS

    for who in OWNERS:
        keyring = cast.members[who].fresh().keyring
        text = cast.plant(f"what {who} wrote of the day", *READERS.get(who, (who,)))
        helped = f"own:{cast.plant(f'{who} was helped', who)}"
        entry = testing.keep_entry(keyring, text, now=NOW, helped=(helped,))
        cast.objects["entry", who] = entry
        if couple_of(keyring):
            testing.show_entry(keyring, entry, "happened")
        cast.objects["entry_wording", who] = _put_aside(cast, who, entry)
        _leaves(cast, who)


def _leaves(cast: "Cast", who: str) -> None:
    """A leaf with a line that is shown, one that is not, and a second wording."""
    keyring = cast.members[who].fresh().keyring
    shown = cast.plant(f"what safe means to {who}", *READERS.get(who, (who,)))
    pace.write_leaf(
        keyring, "safe", {"now": f"{shown}\n{cast.plant(f'what {who} keeps to themselves', who)}"}
    )
    pace.put_aside(keyring, "safe", {"now": cast.plant(f"{who} wrote this leaf elsewhere", who)})
    cast.objects["leaf", who] = "safe"
    if couple_of(keyring):
        pace.show_line(keyring, "safe", "now", shown)


def _put_aside(cast: "Cast", who: str, entry: UUID) -> UUID:
    """A second wording, kept beside the first because both were written at once."""
    from tests.house.matrix.cast import NOW

    said = SaidV1(happened=cast.plant(f"{who} wrote this page elsewhere", who))
    keyring = cast.members[who].keyring
    try:
        writing.change(keyring, entry, said=said, day=NOW.date(), revision=7_000)
    except writing.ChangedElsewhere:
        return writing.mine(keyring, entry)[1].aside[0].id
    raise AssertionError("nothing was kept aside")
