"""The program as it is started: its edge, its limits, its end, and what it says when it cannot start."""

import http.client
import os
import re
import signal
import socket
import time
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest

HASHED = r".+\.[0-9a-f]{12}\.js"


@pytest.fixture(scope="module")
def origin(served):
    return served.origin


def _answer(origin: str, path: str, data: bytes | None = None) -> tuple[int, dict[str, str], bytes]:
    request = Request(origin + path, data=data)
    try:
        with urlopen(request, timeout=20) as answer:
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read()
    except HTTPError as answer:
        return answer.code, {k.lower(): v for k, v in answer.headers.items()}, answer.read()


def test_it_says_nothing_about_itself(origin):
    _status, headers, _body = _answer(origin, "/blank/")
    assert "server" not in headers
    assert not [name for name in headers if name.startswith("x-powered")]


def test_files_are_compressed_kept_and_guarded(origin, served):
    name = next(path.name for path in (served.home / "static" / "ui").glob("tokens.*.css"))
    host = urlsplit(origin)
    connection = http.client.HTTPConnection(host.hostname, host.port, timeout=10)
    connection.request("GET", f"/static/ui/{name}", headers={"Accept-Encoding": "br"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    assert answer.status == 200
    assert answer.headers["Content-Encoding"] == "br"
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_script_asks_for_another_by_the_name_that_changes_with_it(served):
    static = served.home / "static"
    found = [
        (script, name)
        for script in static.rglob("*.js")
        if re.fullmatch(HASHED, script.name)
        for name in re.findall(r'from "(.+?)"', script.read_text())
    ]
    assert found
    for script, name in found:
        assert re.fullmatch(HASHED, name.rpartition("/")[2])
        assert (script.parent / name).is_file()


@pytest.mark.parametrize("size", [600_000, 5_000_000])
def test_too_much_at_once_gets_a_page(origin, size):
    status, _headers, body = _answer(origin, "/sign-in/", b"a" * size)
    assert status == 413
    assert b"<h1>" in body


def test_nobody_is_logged(served):
    _answer(served.origin, "/feed/a-secret-that-never-was.ics")
    _answer(served.origin, "/blank/")
    assert "a-secret" not in served.log()
    assert "/blank/" not in served.log()
    assert "GET" not in served.log()


def test_a_sender_that_never_ends_holds_nobody_up(origin):
    host = urlsplit(origin)
    slow = [socket.create_connection((host.hostname, host.port)) for _ in range(40)]
    for each in slow:
        each.sendall(b"POST /sign-in/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nabc")
    began = time.monotonic()
    assert _answer(origin, "/blank/")[0] == 200
    assert time.monotonic() - began < 2
    for each in slow:
        each.close()


def test_asked_to_stop_it_stops_well(serving):
    served = serving()
    process = served.process
    os.kill(process.pid, signal.SIGTERM)
    assert process.wait(timeout=10) == 0
    assert "Traceback" not in served.log()
    assert not list(served.home.glob("*-wal")), "all of it is in the databases themselves"


def test_a_port_in_use_is_one_line(serving):
    first = serving()
    second = serving(start=False)
    second.port = first.port
    done = second.run("serve")
    assert done.returncode == 2
    assert f"port {first.port} is in use" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "value", "cure"),
    [
        ("STEPWELL_HOEM", "/tmp/x", "Known settings"),
        ("STEPWELL_ORIGIN", "home.example", "such as https://home.example"),
        ("STEPWELL_HOME", "/dev/null/home", "Choose another with STEPWELL_HOME"),
        ("STEPWELL_HOME", "", "STEPWELL_HOME is empty"),
        ("STEPWELL_LEAVE_TO", "weather.example", "such as https://weather.example/"),
        ("STEPWELL_MAIL_FROM", "notes", "such as notes@home.example"),
        ("STEPWELL_DATABASE", "postgresql://127.0.0.1:1/nothing", "See that it runs"),
    ],
)
def test_what_cannot_work_is_one_line_with_its_cure(serving, name, value, cure):
    served = serving(start=False)
    served.settings |= {name: value}
    done = served.run("serve")
    assert done.returncode == 2
    assert cure in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_check_on_a_running_home_finds_nothing(served):
    done = served.run("check")
    assert done.stdout == "Nothing is amiss.\n", done.stderr
    assert done.returncode == 0


def test_check_finds_a_key_that_lies_open(serving):
    served = serving()
    (served.home / "pepper").chmod(0o644)
    done = served.run("check")
    assert done.returncode == 1
    assert "chmod 600" in done.stdout


def test_check_makes_nothing(serving):
    house = serving(start=False)
    done = house.run("check")
    assert done.returncode == 2
    assert f"no data at {house.home}" in done.stderr
    assert not house.home.exists()


def test_check_names_what_the_start_would_refuse(served, serving):
    house = serving(start=False)
    house.home = served.home
    house.settings = served.settings | {"STEPWELL_LEAVE_TO": "weather.example"}
    done = house.run("check")
    assert done.returncode == 2
    assert "STEPWELL_LEAVE_TO" in done.stderr


def test_without_its_pepper_it_does_not_start_and_makes_no_other(serving):
    house = serving()
    house.stop()
    (house.home / "pepper").unlink()
    for verb in ("serve", "check"):
        done = house.run(verb)
        # Where the rows lie elsewhere, `check` finds the trouble among others and names it as one.
        assert done.returncode == 2 or (verb == "check" and done.returncode == 1)
        said = done.stdout + done.stderr
        assert "Copy it back" in said or "Copy the right one" in said
    if "STEPWELL_DATABASE" not in house.settings:
        assert not (house.home / "pepper").exists()


@pytest.mark.parametrize("verb", ["serve", "check"])
@pytest.mark.parametrize(
    ("file", "cure"), [("stepwell.sqlite3", "stepwell restore"), ("sessions.sqlite3", "put the file aside")]
)
def test_a_damaged_file_is_named_with_its_cure(serving, verb, file, cure):
    house = serving()
    house.stop()
    path = house.home / file
    if not path.exists():
        pytest.skip("the rows are kept elsewhere")
    path.write_bytes(b"not a database at all" * 1000)
    done = house.run(verb)
    assert done.returncode == {"serve": 2, "check": 1}[verb]
    said = done.stdout + done.stderr
    assert f"{path} is damaged" in said
    assert cure in said
    assert "Traceback" not in said


def test_all_that_is_made_is_for_its_owner_alone(served):
    open_to_others = [path.name for path in served.home.rglob("*") if path.stat().st_mode & 0o077]
    assert not open_to_others


def test_example_people_come_into_an_empty_home_only(serving):
    house = serving(start=False)
    first = house.run("demo")
    assert first.returncode == 0, first.stderr
    assert "sign in as Alma or as Ben" in first.stdout
    again = house.run("demo")
    assert again.returncode == 2
    assert "is in use" in again.stderr
    assert "Traceback" not in again.stderr
