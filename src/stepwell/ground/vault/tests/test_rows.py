"""Sealed rows: whoever changes, swaps or replays them in the database opens nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from stepwell.ground.vault import api
from stepwell.ground.vault import rows as rows_of_vault
from stepwell.ground.vault.api import CannotOpen, Conflict, Kind, NoSeat, Unsealed, new_id
from stepwell.ground.vault.tests.cast import Person
from stepwell.ground.vault.tests.rows import Note, NoteV1


def again(row: Note) -> Note:
    return Note.objects.get(id=row.id)


def refused(person: Person, row: Note) -> bool:
    with pytest.raises(CannotOpen):
        api.read(person.keyring, row)
    return True


def test_a_row_is_read_as_it_was_written(alma: Person) -> None:
    row = again(alma.note("a quiet evening"))
    assert api.read(alma.fresh(), row) == NoteV1(text="a quiet evening")
    assert (row.epoch, row.version) == (1, 1)


def test_many_are_read_in_their_order(couple: tuple[Person, Person]) -> None:
    alma, ben = couple
    alma.note("one")
    ben.note("two", circle=ben.shared)
    alma.note("three", circle=alma.shared)
    rows = Note.objects.within(alma.keyring).order_by("id")
    assert [note.text for note in api.read_many(alma.keyring, rows)] == ["one", "two", "three"]


def test_one_row_is_found_by_what_it_is_or_nothing(couple: tuple[Person, Person], chidi: Person) -> None:
    alma, ben = couple
    first, second = alma.note("one"), alma.note("two")
    theirs = ben.note("for both", circle=ben.shared)
    assert Note.objects.one(alma.keyring, alma.keyring.own) == min(first, second, key=lambda note: note.id)
    assert Note.objects.newest(alma.keyring, alma.keyring.own) == max(first, second, key=lambda note: note.id)
    assert Note.objects.one(alma.keyring, alma.keyring.own, id=second.id) == second
    found = Note.objects.one(alma.keyring, alma.shared, epoch=theirs.epoch, version=1)
    assert api.read(alma.keyring, found) == NoteV1(text="for both")
    assert Note.objects.one(alma.keyring, alma.keyring.own, id=theirs.id) is None
    for circle in (alma.keyring.own, alma.shared, new_id()):
        with pytest.raises(NoSeat):
            Note.objects.one(chidi.keyring, circle)


def test_a_question_of_its_own_is_asked_through_the_keyring(
    couple: tuple[Person, Person], chidi: Person
) -> None:
    alma, ben = couple
    mine, ours = alma.note("one"), ben.note("for both", circle=ben.shared)
    every = f"SELECT *, version + 1 AS later FROM {Note._meta.db_table} WHERE circle_id IN (%s) ORDER BY id"
    rows = Note.objects.plain(alma.keyring, [alma.keyring.own, alma.shared], every)
    assert {row.id: row.later for row in rows} == {mine.id: 2, ours.id: 2}
    assert Note.objects.plain(alma.keyring, [], every) == []
    with pytest.raises(NoSeat):
        Note.objects.plain(chidi.keyring, [chidi.keyring.own, alma.shared], every)


def test_one_row_is_asked_for_in_the_one_call(alma: Person) -> None:
    alma.note("one")
    with pytest.raises(TypeError):
        Note.objects.filter(version=7).one(alma.keyring, alma.keyring.own)


@pytest.mark.django_db(transaction=True)
def test_a_row_is_held_within_a_transaction_alone(alma: Person) -> None:
    kept = alma.note("one")
    with transaction.atomic():
        held = Note.objects.hold(alma.keyring, alma.keyring.own, id=kept.id)
        assert api.read(alma.keyring, held) == NoteV1(text="one")
    with pytest.raises(transaction.TransactionManagementError):
        Note.objects.hold(alma.keyring, alma.keyring.own)


def test_each_is_read_with_its_row_over_several_parts(alma: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows_of_vault, "AT_ONCE", 2)
    kept = [alma.note(f"line {number}") for number in range(5)]
    rows = Note.objects.within(alma.keyring).order_by("id")
    found = [(row.id, said.text) for row, said in api.read_each(alma.keyring, rows)]
    assert found == [(row.id, f"line {number}") for number, row in enumerate(kept)]


def test_nothing_of_the_text_is_in_the_database(alma: Person) -> None:
    row = alma.note("planted string")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {Note._meta.db_table}")
        assert b"planted" not in b"".join(
            bytes(v) for r in cursor for v in r if isinstance(v, bytes | memoryview)
        )
    assert len(bytes(row.sealed)) == 57 + 64 + 16


def test_every_flipped_byte_is_refused(alma: Person) -> None:
    row = alma.note("flip me")
    whole = bytes(row.sealed)
    for at in range(len(whole)):
        row.sealed = whole[:at] + bytes([whole[at] ^ 0x40]) + whole[at + 1 :]
        assert refused(alma, row)


@pytest.mark.parametrize("column", ["sealed", "id", "version", "epoch"])
def test_what_belongs_to_another_row_is_refused(alma: Person, column: str) -> None:
    mine, other = alma.note("mine"), alma.note("other")
    api.write(alma.keyring, other, NoteV1(text="other, later"))
    other.epoch = 2
    setattr(mine, column, getattr(other, column))
    assert refused(alma, mine)


def test_rows_swapped_between_circles_are_refused(couple: tuple[Person, Person]) -> None:
    alma, ben = couple
    private, shared = alma.note("private"), alma.note("shared", circle=alma.shared)
    private.circle_id, shared.circle_id = shared.circle_id, private.circle_id
    assert refused(alma, private)
    assert refused(alma, shared)
    assert refused(ben, private)


def test_rows_swapped_between_epochs_are_refused(couple: tuple[Person, Person]) -> None:
    alma, ben = couple
    before = alma.note("before", circle=alma.shared)
    api.new_epoch(alma.keyring, alma.shared, _seats(alma, ben))
    after = alma.note("after", circle=alma.shared)
    assert (before.epoch, after.epoch) == (1, 2)
    before.epoch, after.epoch = 2, 1
    assert refused(alma, before)
    assert refused(alma, after)


def test_rows_of_another_kind_are_refused(alma: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    row = alma.note("x")
    monkeypatch.setattr(Note, "kind", Kind("vault.Other.sealed", NoteV1))
    assert refused(alma, row)


def test_an_older_version_does_not_open_as_the_newer_one(alma: Person) -> None:
    row = alma.note("first")
    older = bytes(row.sealed)
    api.write(alma.keyring, row, NoteV1(text="second"))
    api.save_written(row)
    Note.objects.filter(id=row.id).update(sealed=older)
    assert refused(alma, again(row))


@pytest.mark.parametrize("value", [-1, 2**70, "1", None, 1.5])
@pytest.mark.parametrize("column", ["version", "epoch"])
def test_nonsense_in_a_column_is_the_same_error(alma: Person, column: str, value: Any) -> None:
    row = alma.note("x")
    setattr(row, column, value)
    assert refused(alma, row)


@pytest.mark.parametrize("sealed", [b"", None, "text", b"\x01", bytes(500)])
def test_nonsense_in_place_of_the_seal_is_the_same_error(alma: Person, sealed: Any) -> None:
    row = alma.note("x")
    row.sealed = sealed
    assert refused(alma, row)


def test_a_stranger_finds_nothing_and_opens_nothing(
    couple: tuple[Person, Person], chidi: Person, person: Callable[[], Person]
) -> None:
    alma, _ = couple
    private, shared = alma.note("private"), alma.note("shared", circle=alma.shared)
    assert list(Note.objects.within(chidi.keyring)) == []
    for row in (private, shared):
        assert refused(chidi, row)
        with pytest.raises(NoSeat):
            Note.objects.within(chidi.keyring, row.circle_id)
        with pytest.raises(NoSeat):
            api.write(chidi.keyring, Note(circle_id=row.circle_id), NoteV1(text="x"))


def test_the_partner_finds_what_is_shared_and_nothing_else(couple: tuple[Person, Person]) -> None:
    alma, ben = couple
    private, shared = alma.note("private"), alma.note("shared", circle=alma.shared)
    assert list(Note.objects.within(ben.keyring)) == [shared]
    assert api.read(ben.keyring, again(shared)).text == "shared"
    assert refused(ben, private)


def test_a_keyring_can_be_narrowed_to_one_circle(couple: tuple[Person, Person]) -> None:
    alma, _ = couple
    alma.note("private")
    shared = alma.note("shared", circle=alma.shared)
    assert list(Note.objects.within(alma.keyring, alma.shared)) == [shared]


def test_an_unsealed_row_cannot_be_saved(alma: Person) -> None:
    row = Note(circle_id=alma.keyring.own, sealed=b"clear text")
    for save in (row.save, lambda: api.save_written(row), lambda: Note.objects.bulk_create([row])):
        with pytest.raises(Unsealed, match="write before saving"):
            save()


@pytest.mark.parametrize("loaded", [True, False])
def test_a_row_moved_after_sealing_cannot_be_saved(alma: Person, loaded: bool) -> None:
    row = alma.note("x")
    row = again(row) if loaded else row
    row.circle_id = new_id()
    with pytest.raises(Unsealed):
        row.save()
    row.refresh_from_db()
    row.save()
    assert api.read(alma.keyring, again(row)).text == "x"


def test_the_second_of_two_writers_is_told(alma: Person) -> None:
    row = alma.note("first")
    one, two = again(row), again(row)
    api.write(alma.keyring, one, NoteV1(text="from the phone"))
    api.write(alma.keyring, two, NoteV1(text="from the laptop"))
    api.save_written(one)
    with pytest.raises(Conflict):
        api.save_written(two)
    assert api.read(alma.keyring, again(row)).text == "from the phone"


def test_writing_twice_before_saving_is_one_change(alma: Person) -> None:
    row = again(alma.note("first"))
    api.write(alma.keyring, row, NoteV1(text="second"))
    api.write(alma.keyring, row, NoteV1(text="third"))
    api.save_written(row)
    api.write(alma.keyring, row, NoteV1(text="fourth"))
    api.save_written(row)
    assert api.read(alma.keyring, again(row)).text == "fourth"


def test_a_new_row_does_not_replace_one_with_its_id(alma: Person) -> None:
    row = alma.note("first")
    twin = Note(id=row.id, circle_id=row.circle_id)
    api.write(alma.keyring, twin, NoteV1(text="twin"))
    with pytest.raises(IntegrityError):
        api.save_written(twin)


def _seats(*people: Person) -> dict[Any, bytes]:
    return {person.id: api.my_bundle(person.keyring) for person in people}
