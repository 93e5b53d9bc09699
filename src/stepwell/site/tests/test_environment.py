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
        ("STEPWELL_ORIGIN", "https://home.example:eighty", environment.origin),
        ("STEPWELL_ORIGIN", "https://home.example:70000", environment.origin),
        ("STEPWELL_ORIGIN", "https://home example", environment.origin),
        ("STEPWELL_ORIGIN", "https://alma@home.example", environment.origin),
        ("STEPWELL_ORIGIN", "https://home.example/#top", environment.origin),
        ("STEPWELL_LEAVE_TO", "weather.example", environment.leave_to),
        ("STEPWELL_LEAVE_TO", "//weather.example/", environment.leave_to),
        ("STEPWELL_LEAVE_TO", "/\\weather.example/", environment.leave_to),
        ("STEPWELL_LEAVE_TO", "javascript:alert(1)", environment.leave_to),
        ("STEPWELL_LEAVE_TO", "ftp://weather.example/", environment.leave_to),
        ("STEPWELL_LEAVE_TO", "https://", environment.leave_to),
        ("STEPWELL_LEAVE_TO", "https://weather.example;script-src *", environment.leave_to),
        ("STEPWELL_LEAVE_TO", "https://weather.example/a b", environment.leave_to),
        ("STEPWELL_MAIL_FROM", "notes", lambda: environment.mail_from("a@b.example")),
        ("STEPWELL_MAIL_FROM", "notes at home.example", lambda: environment.mail_from("a@b.example")),
        ("STEPWELL_MAIL_FROM", "Notes <notes@>", lambda: environment.mail_from("a@b.example")),
        ("STEPWELL_HOME", "", environment.home),
        ("STEPWELL_HOME", "  ", environment.home),
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
    ("name", "value", "ask"),
    [
        ("STEPWELL_ORIGIN", "https://home.example:8443", environment.origin),
        ("STEPWELL_ORIGIN", "http://[::1]:8000", environment.origin),
        ("STEPWELL_LEAVE_TO", "/blank/", environment.leave_to),
        ("STEPWELL_LEAVE_TO", "https://weather.example/today?in=Bonn#now", environment.leave_to),
        ("STEPWELL_MAIL_FROM", "Notes <notes@home.example>", lambda: environment.mail_from("a@b.example")),
        ("STEPWELL_MAIL_FROM", "notes@localhost", lambda: environment.mail_from("a@b.example")),
    ],
)
def test_what_can_be_meant_is_taken_as_it_stands(monkeypatch, name, value, ask):
    monkeypatch.setenv(name, value)
    assert ask() == value


def test_an_empty_setting_is_the_usual_one(monkeypatch):
    for name in ("STEPWELL_LEAVE_TO", "STEPWELL_MAIL_FROM"):
        monkeypatch.setenv(name, "")
    assert environment.leave_to() == "/blank/"
    assert environment.mail_from("notes@127.0.0.1") == "notes@127.0.0.1"


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
