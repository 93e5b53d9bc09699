"""Trouble is found before it bites, and each line says what to do."""

import os
import shutil
from collections import namedtuple
from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings as real
from django.db import DatabaseError, connections

from stepwell.ground.vault.api import new_id
from stepwell.site import checks, dbstate, keyfiles, whichpepper
from stepwell.site.environment import Misconfigured

HeldKey = apps.get_model("vault.HeldKey")

pytestmark = pytest.mark.django_db
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def home(tmp_path, settings):
    folder = tmp_path / "home"
    keyfiles.make_home(folder)
    for name in ("secret-key", "pepper"):
        keyfiles.key_file(folder / name)
    settings.HOME = folder
    return folder


def test_a_new_home_has_nothing_amiss(home):
    assert checks.findings() == []


@pytest.mark.parametrize("name", ["secret-key", "pepper"])
def test_a_key_file_that_others_may_read(home, name):
    (home / name).chmod(0o644)
    assert [f"chmod 600 {home / name}" in line for line in checks.findings()] == [True]


def test_a_home_that_others_may_look_into(home):
    home.chmod(0o755)
    assert any(f"chmod 700 {home}" in line for line in checks.findings())


def test_a_disk_that_runs_full(home, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(100, 50, 100 * 1024 * 1024))
    assert any("100 MB are free" in line for line in checks.findings())
    checks.before_the_database()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(100, 99, 1024))
    with pytest.raises(Misconfigured, match="Make room"):
        checks.before_the_database()


def test_a_clock_behind_the_newest_row(home, monkeypatch):
    HeldKey.objects.create(person_id=new_id(), circle=new_id(), number=1, wrap=b"x")
    assert checks.findings() == []
    monkeypatch.setattr(checks.time, "time", lambda: 1_000_000_000.0)
    assert any("clock" in line for line in checks.findings())


def test_an_old_sqlite_is_named_with_its_cure(home, settings):
    settings.WAL_IS_SAFE = False
    said = [line for line in checks.findings() if "SQLite" in line]
    assert bool(said) == any(connection.vendor == "sqlite" for connection in connections.all())
    assert all("pip install pysqlite3" in line for line in said)


def test_a_home_on_a_network_disk(home, monkeypatch):
    monkeypatch.setattr(checks, "_filesystem", lambda _: "nfs4")
    said = [line for line in checks.findings() if "network disk" in line]
    assert bool(said) == any(connection.vendor == "sqlite" for connection in connections.all())


def test_development_on_a_public_address(home, settings):
    settings.DEBUG, settings.ON_TLS = True, True
    assert any("STEPWELL_DEVELOPMENT" in line for line in checks.findings())


def test_a_database_that_does_not_answer_is_one_line(home, monkeypatch):
    def gone(*_):
        raise DatabaseError("secret words")

    monkeypatch.setattr(checks, "_tables", gone)
    said = checks.findings()
    assert len(said) == 1
    assert "cannot be opened" in said[0] or "does not answer" in said[0]
    assert "secret" not in said[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_home_that_may_not_be_written(home):
    home.chmod(0o500)
    with pytest.raises(Misconfigured, match="cannot be written"):
        checks.before_the_database()


def test_a_home_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(Misconfigured, match="STEPWELL_HOME"):
        keyfiles.make_home(tmp_path / "file" / "home")


def test_a_key_file_is_made_once_and_for_its_owner_alone(tmp_path):
    first = keyfiles.key_file(tmp_path / "pepper")
    assert keyfiles.key_file(tmp_path / "pepper") == first
    assert len(first) == 32
    assert (tmp_path / "pepper").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["pepper"]


@pytest.mark.parametrize("content", ["", "ab", "not hex at all", "00" * 31])
def test_a_damaged_key_file_stops_the_start(tmp_path, content):
    (tmp_path / "pepper").write_text(content)
    with pytest.raises(Misconfigured, match="damaged"):
        keyfiles.key_file(tmp_path / "pepper")


def test_the_suite_runs_on_the_sqlite_the_program_asks_for():
    assert real.WAL_IS_SAFE
    for connection in connections.all():
        if connection.vendor != "sqlite":
            continue
        with connection.cursor() as cursor:
            for pragma, value in (("journal_mode", "wal"), ("synchronous", 2), ("secure_delete", 1)):
                cursor.execute(f"PRAGMA {pragma}")
                assert cursor.fetchone()[0] == value
    assert Path(real.HOME).is_dir()


def test_numbers_that_nobody_read_for_half_a_year_are_named():
    assert checks.numbers(date(2020, 1, 1)) == []
    named = checks.numbers(date(2099, 1, 1))
    assert len(named) > 20
    assert all("Read it again at" in line for line in named)


def test_a_pepper_is_never_made_anew_beside_rows(tmp_path):
    rows = tmp_path / "stepwell.sqlite3"
    keyfiles.key_file(tmp_path / "first", beside=rows)
    rows.write_bytes(b"rows")
    assert len(keyfiles.key_file(tmp_path / "first", beside=rows)) == 32
    with pytest.raises(Misconfigured, match="Copy it back"):
        keyfiles.key_file(tmp_path / "pepper", beside=rows)
    assert not (tmp_path / "pepper").exists()


def test_another_pepper_is_named_and_stops_the_start(home, monkeypatch):
    whichpepper.refuse_another()
    whichpepper.write_down()
    whichpepper.write_down()
    assert checks.findings() == []
    monkeypatch.setattr(whichpepper, "lookup", lambda *_: bytes(32))
    assert any("not the pepper" in line for line in checks.findings())
    with pytest.raises(Misconfigured, match="Copy the right one"):
        whichpepper.refuse_another()
    whichpepper.write_down()
    assert whichpepper.wrong()
    whichpepper.write_down(whichpepper.fingerprint())
    assert not whichpepper.wrong()


on_sqlite = pytest.mark.skipif(
    "sqlite3" not in real.DATABASES["default"]["ENGINE"], reason="a file stands for the database"
)


@on_sqlite
def test_a_database_that_may_only_be_read_is_named_with_its_cure(home, monkeypatch):
    path = connections["default"].settings_dict["NAME"]
    monkeypatch.setattr(dbstate.os, "access", lambda where, _mode: str(where) != str(path))
    assert [f"chmod 600 {path}" in line for line in checks.findings()] == [True]
    with pytest.raises(Misconfigured, match="cannot be written to"):
        checks.before_the_database()


@on_sqlite
@pytest.mark.parametrize(
    ("alias", "said", "cure"),
    [
        ("default", "database disk image is malformed", "stepwell restore"),
        ("default", "file is not a database", "stepwell restore"),
        ("sessions", "file is not a database", "put the file aside"),
        ("default", "attempt to write a readonly database", "chmod 600"),
        ("default", "unable to open database file", "cannot be opened"),
    ],
)
def test_each_trouble_of_a_file_has_its_own_words_and_its_place(alias, said, cure):
    words = dbstate.words_for(alias, DatabaseError(said))
    assert cure in words
    assert str(connections[alias].settings_dict["NAME"]) in words
