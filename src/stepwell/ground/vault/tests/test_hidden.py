"""No key and no text shows in what a log, a cache or an error page could pick up."""

import copy
import pickle
import traceback
from collections.abc import Iterator

import pytest

from stepwell.ground.vault import api, password
from stepwell.ground.vault.drawers import Drawer
from stepwell.ground.vault.recovery import read_code
from stepwell.ground.vault.tests.cast import Person
from stepwell.ground.vault.tests.rows import Note, NoteV1


@pytest.fixture
def keepers(alma: Person) -> list[object]:
    account = api.NewAccount(alma.master, alma.code)
    stretched = password.stretch("x", bytes(16))
    drawer = alma.keyring._drawer(Note.kind, alma.keyring.own, 1)
    assert isinstance(drawer, Drawer)
    return [alma.master, alma.keyring, account, stretched, drawer, read_code(alma.code)]


def secrets_of(alma: Person) -> Iterator[bytes]:
    book = alma.keyring._book
    yield from (alma.master._root, book.sealing, book.signing, alma.keyring._circle_key(book.own, 1))


def shows(text: str, alma: Person) -> bool:
    forms = [form for secret in secrets_of(alma) for form in (repr(secret), repr(secret)[2:-1], secret.hex())]
    return any(form in text for form in [*forms, alma.code, "planted"])


def test_nothing_shows_when_printed(keepers: list[object], alma: Person) -> None:
    row = alma.note("planted text")
    for thing in [*keepers, row, NoteV1(text="planted text"), alma.keyring._book]:
        for text in (repr(thing), str(thing), f"{thing}", repr([thing]), repr({"local": thing})):
            assert not shows(text, alma)


def test_keys_are_never_stored_or_copied(keepers: list[object]) -> None:
    for thing in keepers:
        for attempt in (pickle.dumps, copy.copy, copy.deepcopy):
            with pytest.raises(TypeError, match="never stored or copied"):
                attempt(thing)


def test_errors_show_nothing(alma: Person, ben: Person) -> None:
    row = alma.note("planted text")
    attempts = [
        lambda: api.read(ben.keyring, row),
        lambda: api.write(ben.keyring, row, NoteV1(text="planted text")),
        lambda: Note(circle_id=alma.keyring.own).save(),
        lambda: api.unwrap_session(ben.id, bytes(32), api.wrap_session(alma.master, bytes(32))),
    ]
    for attempt in attempts:
        with pytest.raises(Exception) as caught:
            attempt()
        told = "".join(traceback.format_exception_only(caught.value))
        assert not shows(told, alma)
        assert caught.value.__cause__ is None


def test_templates_cannot_reach_into_a_keyring(alma: Person) -> None:
    """Templates refuse names with a leading underscore: every key lies behind one."""
    for thing in (alma.keyring, alma.master):
        public = {name: getattr(thing, name) for name in dir(thing) if not name.startswith("_")}
        assert not [name for name, value in public.items() if isinstance(value, bytes)]
    assert {name for name in dir(alma.keyring) if not name.startswith("_")} == {
        "circles",
        "locked",
        "own",
        "person_id",
        "seated",
    }
