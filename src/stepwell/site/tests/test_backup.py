"""A backup that is made while people write, opens with the offline key alone, and comes back whole."""

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from tests.fixtures.server import free_port

from stepwell.ground.vault.api import new_id
from stepwell.site import agekeys, backups, portable
from stepwell.site.environment import Misconfigured

HeldKey = apps.get_model("vault.HeldKey")

pytestmark = pytest.mark.django_db(transaction=True)
PLANTED = b"the words that Alma wrote"


@pytest.fixture
def key(tmp_path):
    path = tmp_path / "offline.key"
    return path, agekeys.read_recipient(agekeys.new_key(path))


def _held(count: int, wrap: bytes = b"\x01" * 400) -> None:
    HeldKey.objects.bulk_create(
        HeldKey(person_id=new_id(), circle=new_id(), number=number, wrap=wrap) for number in range(count)
    )


def _run(home: Path, *verb: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """A new process on this home, with a database of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("STEPWELL_")}
    env = kept | {"STEPWELL_HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path)} | settings
    env["DJANGO_SETTINGS_MODULE"] = "stepwell.site.settings"
    words = [sys.executable, "-m", "stepwell", *verb]
    return subprocess.run(words, env=env, capture_output=True, text=True, check=False, timeout=120)


def _restored(backup: Path, key: Path, home: Path) -> subprocess.CompletedProcess[str]:
    return _run(home, "restore", str(backup), "--key", str(key))


def test_a_backup_comes_back_whole_in_an_empty_home(tmp_path, key):
    _held(2500)
    counts = backups.back_up(tmp_path / "backup", key[1])
    assert counts["vault.HeldKey"] == 2500
    home = tmp_path / "new"
    done = _restored(tmp_path / "backup", key[0], home)
    assert done.returncode == 1, done.stderr  # the rows are whole; the pepper is another
    assert "2500 rows" in done.stdout
    expected = sorted((row.id.hex, row.person_id.hex, bytes(row.wrap)) for row in HeldKey.objects.all())
    with sqlite3.connect(home / "stepwell.sqlite3") as rows:
        found = rows.execute("SELECT id, person_id, wrap FROM vault_heldkey ORDER BY id").fetchall()
        assert rows.execute("PRAGMA foreign_key_check").fetchall() == []
    assert [(a, b, bytes(c)) for a, b, c in found] == expected


def test_a_restore_says_whether_the_pepper_fits(tmp_path, key):
    _held(1)
    backups.back_up(tmp_path / "backup", key[1])
    other = _restored(tmp_path / "backup", key[0], tmp_path / "other")
    assert other.returncode == 1
    assert "not the one" in other.stderr
    for verb in ("serve", "check"):
        refused = _run(tmp_path / "other", verb, PORT=str(free_port()))
        assert refused.returncode in {1, 2}
        assert "not the pepper" in refused.stdout + refused.stderr
    home = tmp_path / "same"
    home.mkdir(mode=0o700)
    (home / "pepper").write_text((settings.HOME / "pepper").read_text())
    fitting = _restored(tmp_path / "backup", key[0], home)
    assert fitting.returncode == 0
    assert "is the one" in fitting.stdout
    assert "not the pepper" not in _run(home, "check").stdout


def test_a_backup_is_not_written_over_another(tmp_path, key):
    home, to = tmp_path / "home", str(key[1])
    (tmp_path / "backup").write_text("the one of yesterday")
    refused = _run(home, "backup", str(tmp_path / "backup"), "--to", to)
    assert refused.returncode == 2
    assert "is there already" in refused.stderr
    assert (tmp_path / "backup").read_text() == "the one of yesterday"
    assert not home.exists()


def test_a_restore_never_writes_over_anything(tmp_path, key):
    _held(1)
    backups.back_up(tmp_path / "backup", key[1])
    home = tmp_path / "used"
    assert _restored(tmp_path / "backup", key[0], home).returncode == 1
    again = _restored(tmp_path / "backup", key[0], home)
    assert again.returncode == 2
    assert "is in use" in again.stderr
    assert "Traceback" not in again.stderr


def test_the_file_tells_nothing_without_the_key(tmp_path, key):
    _held(3, wrap=PLANTED)
    backups.back_up(tmp_path / "backup", key[1])
    sealed = (tmp_path / "backup").read_bytes()
    assert PLANTED not in sealed
    assert b"HeldKey" not in sealed
    assert stat.S_IMODE((tmp_path / "backup").stat().st_mode) == 0o600
    other = tmp_path / "other.key"
    agekeys.new_key(other)
    with pytest.raises(portable.Unreadable, match="this key does not open it"):
        backups.bring_back(tmp_path / "backup", agekeys.read_key(other))


def test_nothing_open_is_left_behind(tmp_path, key, monkeypatch):
    _held(3)
    backups.back_up(tmp_path / "backup", key[1])
    assert not list(settings.HOME.glob(".part-*"))
    monkeypatch.setattr(backups, "_seal", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
    with pytest.raises(OSError, match="full"):
        backups.back_up(tmp_path / "second", key[1])
    assert not list(settings.HOME.glob(".part-*"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup", "offline.key"]


def test_sign_ins_and_key_files_stay_out():
    labels = {model._meta.label for model in portable.kept(apps.get_models())}
    assert labels
    assert not [m._meta.label for m in apps.get_models() if hasattr(m, "store") and m._meta.label in labels]
    assert not [name for name in labels if "session" in name.lower()]


@pytest.mark.parametrize("where", ["first", "middle", "last"])
def test_a_flipped_bit_is_noticed(tmp_path, key, where):
    _held(50)
    path = tmp_path / "backup"
    backups.back_up(path, key[1])
    damaged = bytearray(path.read_bytes())
    damaged[{"first": 200, "middle": len(damaged) // 2, "last": -1}[where]] ^= 1
    path.write_bytes(damaged)
    with pytest.raises(portable.Unreadable):
        backups.bring_back(path, agekeys.read_key(key[0]))


def test_a_backup_of_a_newer_program_is_refused(tmp_path):
    with sqlite3.connect(tmp_path / "plain") as file:
        portable.dump([], file, {"pepper": "x"})
        file.execute("INSERT INTO migrations VALUES ('vault', '9999_of_tomorrow')")
        meta = portable.verify(file)
        with pytest.raises(portable.Unreadable, match="newer"):
            portable.load(file, meta)


def test_rows_that_went_missing_are_noticed(tmp_path):
    _held(5)
    with sqlite3.connect(tmp_path / "plain") as file:
        portable.dump(portable.kept(apps.get_models()), file, {"pepper": "x"})
        portable.verify(file)
        file.execute('DELETE FROM "vault.HeldKey" WHERE number = 3')
        with pytest.raises(portable.Unreadable, match=r"vault\.HeldKey"):
            portable.verify(file)


def test_it_sees_one_moment_while_somebody_writes(tmp_path):
    """Rows come in pairs, in one transaction each: no backup ever holds half of a pair."""
    if connection.vendor == "sqlite" and "memory" in str(connection.settings_dict["NAME"]):
        pytest.skip("a database in memory has no second reader")
    stop = threading.Event()

    def write() -> None:
        from django.db import connections, transaction

        while not stop.is_set():
            with transaction.atomic():
                _held(1)
                _held(1)
        connections.close_all()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            with sqlite3.connect(tmp_path / f"plain{number}") as file:
                counts = portable.dump([HeldKey], file, {})
                assert counts["vault.HeldKey"] % 2 == 0
    finally:
        stop.set()
        writer.join()


def test_wrong_keys_are_said_plainly(tmp_path):
    (tmp_path / "empty").write_text("nothing\n")
    with pytest.raises(Misconfigured, match="holds no key"):
        agekeys.read_key(tmp_path / "empty")
    with pytest.raises(Misconfigured, match="begins with age1"):
        agekeys.read_recipient("age1nonsense")
