"""Agreements of the cast: two of Alma and Ben, and of Chidi and Dara; and a draft of everybody's."""

from typing import Any
from uuid import uuid4

from stepwell.together.agreements import testing


def build(cast: Any) -> None:
    for one, other in (("alma", "ben"), ("chidi", "dara")):
        cast.objects["agreement", one] = _of_two(cast, one, other)
    cast.objects["agreement", "ben"] = _of_two(cast, "ben", "alma")
    for who in ("alma", "ben", "chidi", "esi", "femi"):
        cast.objects["kind", who] = "technology"
        words = cast.plant(f"{who} has not shown this", who)
        keyring = cast.members[who].fresh().keyring
        said = testing.terms(words, title=cast.plant(f"{who} has a draft", who))
        cast.objects["draft", who] = testing.draft(keyring, said)


def _of_two(cast: Any, one: str, other: str) -> Any:
    """Version 1 is in force, and version 2 is offered; both wrote to themselves about it."""
    both = (one, other)
    said = testing.terms(cast.plant(f"what {one} and {other} agreed {uuid4().hex}", *both))
    mine, theirs = (cast.members[who].fresh().keyring for who in both)
    agreement = testing.make_agreement(mine, theirs, said, names=(one.title(), other.title()))
    better = testing.terms(cast.plant(f"what {one} would rather {uuid4().hex}", *both))
    testing.answer(mine, agreement, better, base=1, name=one.title())
    for who, keyring in ((one, mine), (other, theirs)):
        words = cast.plant(f"{who} did not feel free {uuid4().hex}", who)
        testing.write_to_oneself(keyring, agreement, words)
    return agreement
