"""One row of a person: made once, changed as one step, and left alone where nothing changes."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from stepwell.ground.vault import api, mine
from stepwell.ground.vault.tests.cast import Person
from stepwell.ground.vault.tests.rows import Note, NoteV1

EMPTY = NoteV1(text="")


def more(before: NoteV1) -> NoteV1:
    return NoteV1(text=before.text + "a")


def rows(person: Person) -> list[Note]:
    return list(Note.objects.within(person.keyring, person.keyring.own))


def test_it_is_made_where_none_is_and_changed_where_it_stands(alma: Person, ben: Person) -> None:
    assert api.read_own(alma.keyring, Note, EMPTY) == EMPTY
    assert not rows(alma), "reading makes none"
    assert api.change_own(alma.keyring, Note, EMPTY, more).text == "a"
    assert api.change_own(alma.keyring, Note, EMPTY, more).text == "aa"
    assert [row.circle_id for row in rows(alma)] == [alma.keyring.own]
    assert api.read_own(alma.keyring, Note, EMPTY).text == "aa"
    assert api.read_own(ben.keyring, Note, EMPTY) == EMPTY


def test_no_change_writes_nothing(alma: Person) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert api.change_own(alma.keyring, Note, EMPTY, lambda note: note) == EMPTY
    assert not [one for one in asked.captured_queries if one["sql"].startswith(("INSERT", "UPDATE"))]
    api.change_own(alma.keyring, Note, EMPTY, more)
    version = rows(alma)[0].version
    api.change_own(alma.keyring, Note, EMPTY, lambda note: note)
    assert rows(alma)[0].version == version


def test_what_is_refused_leaves_no_row(alma: Person) -> None:
    def refuse(_note: NoteV1) -> NoteV1:
        raise KeyError

    with pytest.raises(KeyError):
        api.change_own(alma.keyring, Note, EMPTY, refuse)
    assert not rows(alma)


def test_it_is_held_where_the_database_knows_how(alma: Person) -> None:
    api.change_own(alma.keyring, Note, EMPTY, more)
    with CaptureQueriesContext(connection) as asked, transaction.atomic():
        api.hold_own(alma.keyring, Note, EMPTY)
    held = any("FOR UPDATE" in one["sql"] for one in asked.captured_queries)
    assert held == connection.features.has_select_for_update


def test_who_came_second_with_the_first_row_takes_the_other_one(
    alma: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two tabs found none; the other was first, and the constraint of the room refuses mine."""
    kept = alma.note("of the other tab")
    found, save = mine._rows(Note), Note.save

    class Late:
        """None the first time it is looked for, as it was a moment ago."""

        def __init__(self) -> None:
            self.looked = 0

        def hold(self, *asked: Any) -> Any:
            self.looked += 1
            return None if self.looked == 1 else found.hold(*asked)

    def refused(row: Note, *args: object, **kwargs: object) -> None:
        if row.id != kept.id:
            raise IntegrityError
        save(row, *args, **kwargs)  # type: ignore[arg-type]  # passed on as they came

    late = Late()
    monkeypatch.setattr(mine, "_rows", lambda _model: late)
    monkeypatch.setattr(Note, "save", refused)
    with transaction.atomic():
        row, content = api.hold_own(alma.keyring, Note, EMPTY)
    assert (row.id, content.text) == (kept.id, "of the other tab")
