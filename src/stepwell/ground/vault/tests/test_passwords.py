"""Passwords, the printed code, and what a stolen database is worth without the key file."""

import threading
import time
from uuid import uuid4

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from stepwell.ground.vault import api, password
from stepwell.ground.vault.models import Root
from stepwell.ground.vault.recovery import ALPHABET, Code, read_code
from stepwell.ground.vault.tests.cast import PASSWORD, Person


def test_the_costs_are_not_below_the_floor() -> None:
    assert all(costs.memory >= 64 * 1024 and costs.passes >= 3 for costs in password.COSTS.values())


def test_the_database_cannot_ask_for_lower_costs() -> None:
    salt = bytes(16)
    assert password.argon2id(b"x", salt, 0) == password.argon2id(b"x", salt, 1)


def test_the_right_password_gives_the_same_root_and_a_wrong_one_none(alma: Person) -> None:
    master = api.check_password(alma.id, PASSWORD)
    assert master is not None
    assert api.keyring_for(master).own == alma.keyring.own
    assert api.check_password(alma.id, PASSWORD + " ") is None


def test_accents_count_the_same_however_they_are_typed(alma: Person) -> None:
    api.set_password(alma.master, "Käse und Brot am Abend")
    assert api.check_password(alma.id, "Ka\u0308se und Brot am Abend") is not None


def test_nobody_costs_the_same_stretching_as_somebody(alma: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    real = password.argon2id
    monkeypatch.setattr(password, "argon2id", lambda p, s, c: seen.append(c) or real(p, s, c))
    for who in (alma.id, None, uuid4()):
        assert api.check_password(who, "not the password at all") is None
        assert api.check_code(who, alma.code[::-1]) is None
    assert seen == [1, 1, 1]


@pytest.mark.django_db(transaction=True)
def test_nothing_is_stretched_inside_a_transaction() -> None:
    with transaction.atomic(), pytest.raises(RuntimeError, match="outside any transaction"):
        password.stretch("x", bytes(16))


def test_at_most_two_are_stretched_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    running, most, gate = 0, 0, threading.Lock()
    full = threading.Barrier(2, timeout=5)

    def slow(*_: object) -> bytes:
        nonlocal running, most
        with gate:
            running += 1
            most = max(most, running)
        full.wait()
        time.sleep(0.05)
        with gate:
            running -= 1
        return bytes(64)

    monkeypatch.setattr(password, "argon2id", slow)
    threads = [threading.Thread(target=password.stretch, args=("x", bytes(16))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 2


def test_without_this_servers_key_file_neither_password_nor_code_opens(
    alma: Person, settings: object
) -> None:
    settings.PEPPER = bytes(32)
    assert api.check_password(alma.id, PASSWORD) is None
    assert api.check_code(alma.id, alma.code) is None


def test_a_short_or_missing_pepper_stops_with_its_cure(settings: object) -> None:
    settings.PEPPER = b"short"
    with pytest.raises(ImproperlyConfigured, match="key file"):
        api.lookup("name", "alma")


def test_the_code_opens_and_is_read_as_people_type(alma: Person) -> None:
    assert len(alma.code) == 39
    loose = alma.code.lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    for typed in (alma.code, loose, f" {alma.code.replace('-', '')} "):
        master = api.check_code(alma.id, typed)
        assert master is not None
        assert api.keyring_for(master).own == alma.keyring.own


def test_another_code_opens_nothing(alma: Person, ben: Person) -> None:
    for typed in (ben.code, "", "hello", alma.code[:-1], alma.code[:-1] + "U", alma.code + "0"):
        assert api.check_code(alma.id, typed) is None


@given(value=st.binary(min_size=20, max_size=20))
def test_every_code_is_read_back(value: bytes) -> None:
    printed = Code(value).printed()
    assert set(printed) <= set(ALPHABET + "-")
    again = read_code(printed)
    assert again is not None
    assert again.wrap == Code(value).wrap


def test_a_new_password_ends_the_old_one_and_keeps_everything(alma: Person) -> None:
    note = alma.note("kept")
    api.set_password(alma.master, "another password of words")
    assert api.check_password(alma.id, PASSWORD) is None
    master = api.check_password(alma.id, "another password of words")
    assert master is not None
    assert api.read(api.keyring_for(master), note).text == "kept"
    assert api.check_code(alma.id, alma.code) is not None


def test_a_new_code_ends_the_old_one(alma: Person) -> None:
    code = api.new_code(alma.master)
    assert api.check_code(alma.id, alma.code) is None
    assert api.check_code(alma.id, code) is not None


def test_wraps_of_another_person_do_not_open(alma: Person, ben: Person) -> None:
    """Somebody who can write in the database gives their own closed root to another's sign-in name."""
    mine = Root.objects.filter(person_id=ben.id).values("salt", "verifier", "by_password", "by_code").get()
    Root.objects.filter(person_id=alma.id).update(**mine)
    assert api.check_password(alma.id, PASSWORD) is None
    assert api.check_code(alma.id, ben.code) is None


def test_an_altered_verifier_or_wrap_opens_nothing(alma: Person) -> None:
    for column in ("verifier", "by_password"):
        kept = getattr(Root.objects.get(person_id=alma.id), column)
        Root.objects.filter(person_id=alma.id).update(
            **{column: bytes(kept)[:-1] + bytes([bytes(kept)[-1] ^ 1])}
        )
        assert api.check_password(alma.id, PASSWORD) is None
        Root.objects.filter(person_id=alma.id).update(**{column: kept})
    assert api.check_password(alma.id, PASSWORD) is not None
