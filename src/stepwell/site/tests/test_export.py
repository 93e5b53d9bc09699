"""`stepwell export` asks for as much as the browser does, and writes nothing when anything does not fit."""

import argparse
import io
import json
import stat
from pathlib import Path

import django
import pyotp
import pytest
import time_machine

from stepwell.ground.people.testing import PASSWORD, Member, make_person, put_on_app
from stepwell.ground.vault.api import set_lock
from stepwell.site.commands import export
from stepwell.site.environment import Misconfigured

pytestmark = pytest.mark.django_db(transaction=True)
NOON = "2026-03-01 12:00:00Z"
WORDS = "seven grey geese over the weir"


@pytest.fixture
def alma() -> Member:
    return make_person("Alma")


@pytest.fixture
def seed(alma: Member) -> str:
    with time_machine.travel("2026-03-01 11:00:00Z", tick=False):
        return put_on_app(alma)


@pytest.fixture
def take(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Runs the command with these lines on its input; gives what it wrote."""
    monkeypatch.setattr(django, "setup", lambda: None)
    file = tmp_path / "alma.json"

    def run(*lines: str, name: str = "Alma") -> dict:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        try:
            export.run(argparse.Namespace(name=name, file=file))
        except Misconfigured:
            assert not file.exists()
            raise
        return json.loads(file.read_text("utf-8"))

    run.file = file
    return run


def test_with_the_password_alone_where_that_is_all(alma, take):
    assert take(PASSWORD)["people"]["account"]["name"] == "Alma"
    assert stat.S_IMODE(take.file.stat().st_mode) == 0o600


@pytest.mark.parametrize("lines", [("not her words at all",), ("",), ("\udcff",)])
def test_a_wrong_password_writes_nothing(alma, take, lines):
    with pytest.raises(Misconfigured, match="Nothing was written"):
        take(*lines)


def test_her_second_step_is_asked_too(alma, seed, take):
    with time_machine.travel(NOON, tick=False):
        for lines in ((PASSWORD,), (PASSWORD, "000000"), (PASSWORD, alma.code)):
            with pytest.raises(Misconfigured):
                take(*lines)
        code = pyotp.TOTP(seed).now()
        assert take(PASSWORD, code)["people"]["account"]["name"] == "Alma"
        take.file.unlink()
        with pytest.raises(Misconfigured):
            take(PASSWORD, code)


def test_the_printed_code_answers_instead_of_a_passkey(alma, take, monkeypatch):
    monkeypatch.setattr("stepwell.ground.people.passkeys.has_any", lambda _holder: True)
    with pytest.raises(Misconfigured):
        take(PASSWORD, "0000-" * 7 + "0000")
    assert take(PASSWORD, alma.code)["people"]["account"]["name"] == "Alma"


def test_what_is_locked_needs_the_second_passphrase(alma, take):
    set_lock(alma.master, WORDS)
    for lines in ((PASSWORD,), (PASSWORD, PASSWORD)):
        with pytest.raises(Misconfigured):
            take(*lines)
    assert take(PASSWORD, WORDS)["people"]["account"]["name"] == "Alma"


def test_a_file_that_is_there_is_left_alone(alma, take):
    take.file.write_text("mine", "utf-8")
    with pytest.raises(Misconfigured, match="there already"):
        export.run(argparse.Namespace(name="Alma", file=take.file))
    assert take.file.read_text("utf-8") == "mine"
