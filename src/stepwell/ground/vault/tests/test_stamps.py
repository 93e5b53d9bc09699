"""A stamp is another one as soon as a row is added, written again or removed, and only then."""

import pytest

from stepwell.ground.vault import api
from stepwell.ground.vault.api import NoSeat, new_id, stamp_of
from stepwell.ground.vault.tests.cast import Person
from stepwell.ground.vault.tests.rows import Note, NoteV1


def test_each_change_of_a_row_changes_it(alma: Person) -> None:
    def now() -> str:
        return stamp_of(alma.keyring, Note, alma.keyring.own)

    stamps = [now()]
    one = alma.note("one")
    stamps.append(now())
    alma.note("two")
    stamps.append(now())
    api.write(alma.keyring, one, NoteV1(text="one, once more"))
    api.save_written(one)
    stamps.append(now())
    one.delete()
    stamps.append(now())
    assert len(set(stamps)) == len(stamps)
    assert now() == stamps[-1], "and nothing else does"


def test_it_is_of_the_circles_that_are_named(couple: tuple[Person, Person]) -> None:
    alma, ben = couple
    before = stamp_of(alma.keyring, Note, alma.keyring.own), stamp_of(alma.keyring, Note, alma.shared)
    ben.note("for both", circle=ben.shared)
    after = stamp_of(alma.keyring, Note, alma.keyring.own), stamp_of(alma.keyring, Note, alma.shared)
    assert after[0] == before[0]
    assert after[1] != before[1]
    both = stamp_of(alma.keyring, Note, alma.keyring.own, alma.shared)
    alma.note("for herself")
    assert stamp_of(alma.keyring, Note, alma.keyring.own, alma.shared) != both
    assert stamp_of(alma.keyring, Note) == ""


def test_a_stranger_learns_nothing(couple: tuple[Person, Person], chidi: Person) -> None:
    alma, _ben = couple
    for circle in (alma.keyring.own, alma.shared, new_id()):
        with pytest.raises(NoSeat):
            stamp_of(chidi.keyring, Note, circle)
