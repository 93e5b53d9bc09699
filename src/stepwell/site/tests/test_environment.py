"""A misspelt or unusable setting stops the start, and the line says what to write."""

import pytest

from stepwell.site import databases, environment
from stepwell.site.environment import Misconfigured


def test_a_misspelt_setting_is_named():
    with pytest.raises(Misconfigured, match="STEPWELL_HOEM"):
        environment.refuse_unknown({"STEPWELL_HOEM": "/tmp"})
    environment.refuse_unknown({"STEPWELL_HOME": "/tmp", "HOME": "/"})


@pytest.mark.parametrize(
    ("name", "value", "ask"),
    [
        ("PORT", "eighty", environment.port),
        ("PORT", "70000", environment.port),
        ("STEPWELL_ORIGIN", "home.example", environment.origin),
        ("STEPWELL_ORIGIN", "http://home.example", environment.origin),
        ("STEPWELL_ORIGIN", "https://home.example/notes", environment.origin),
        ("STEPWELL_SMTP", "mail.example", environment.smtp),
        ("STEPWELL_SMTP", "smtp://mail.example:post", environment.smtp),
        ("STEPWELL_SIGN_UP", "maybe", lambda: environment.flag("STEPWELL_SIGN_UP", default=True)),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_cure(monkeypatch, name, value, ask):
    monkeypatch.setenv(name, value)
    with pytest.raises(Misconfigured, match=name):
        ask()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("smtp://alma:p%40ss@mail.example", ("mail.example", 587, "alma", "p@ss", False, True)),
        ("smtps://mail.example", ("mail.example", 465, "", "", True, False)),
        ("smtp://127.0.0.1:2525", ("127.0.0.1", 2525, "", "", False, False)),
    ],
)
def test_a_mail_server(monkeypatch, value, expected):
    monkeypatch.setenv("STEPWELL_SMTP", value)
    found = environment.smtp()
    given = (found.host, found.port, found.user, found.password, found.tls, found.starttls)
    assert given == expected


@pytest.mark.parametrize("value", ["", "file"])
def test_no_mail_server(monkeypatch, value):
    monkeypatch.setenv("STEPWELL_SMTP", value)
    assert environment.smtp() is None


def test_a_postgresql_address():
    named = databases.postgresql("postgresql://alma:p%40ss@db.example:5433/rows", "STEPWELL_DATABASE")
    asked = ("NAME", "USER", "PASSWORD", "HOST", "PORT")
    assert [named[each] for each in asked] == ["rows", "alma", "p@ss", "db.example", "5433"]
    by_socket = databases.postgresql("postgresql://alma@/rows?host=/run/postgresql", "STEPWELL_DATABASE")
    assert by_socket["HOST"] == "/run/postgresql"
    for wrong in ("mysql://db.example/rows", "postgresql://db.example"):
        with pytest.raises(Misconfigured, match="STEPWELL_DATABASE"):
            databases.postgresql(wrong, "STEPWELL_DATABASE")
