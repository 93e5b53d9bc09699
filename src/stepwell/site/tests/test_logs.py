"""A log line never holds what somebody wrote, whoever writes the line."""

import io
import logging
import sys
import threading

import pytest

from stepwell.site import logs

PLANTED = "the words that Alma wrote"


@pytest.fixture
def lines():
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.PlainLine())
    roots = [logging.getLogger(name) for name in ("stepwell.test", "django.request", "elsewhere")]
    for logger in roots:
        logger.addHandler(handler)
    yield stream
    for logger in roots:
        logger.removeHandler(handler)


def _fail():
    local = PLANTED
    try:
        raise KeyError(local)
    except KeyError as first:
        raise ValueError(f"could not keep {local}") from first


def test_an_error_is_its_type_and_its_places(lines):
    try:
        _fail()
    except ValueError:
        logging.getLogger("stepwell.test").exception("It did not go well.")
    said = lines.getvalue()
    assert PLANTED not in said
    assert "It did not go well." in said
    assert "builtins.ValueError" in said
    assert "builtins.KeyError" in said
    assert "test_logs.py" in said
    assert "in _fail" in said


def test_a_line_of_another_library_keeps_its_values_to_itself(lines):
    logging.getLogger("django.request").error("%s: %s (%d)", "Not Found", f"/feed/{PLANTED}.ics", 404)
    logging.getLogger("elsewhere").error("%(what)s", {"what": PLANTED})
    said = lines.getvalue()
    assert PLANTED not in said
    assert "(404)" in said


def test_our_own_line_says_what_it_was_given(lines):
    logging.getLogger("stepwell.test").warning("%d rows", 3)
    assert "3 rows" in lines.getvalue()


def test_a_thread_that_dies_says_no_more(monkeypatch):
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.PlainLine())
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    logging.getLogger("stepwell").addHandler(handler)
    try:
        logs.quiet_hooks()
        thread = threading.Thread(target=_fail)
        thread.start()
        thread.join()
    finally:
        logging.getLogger("stepwell").removeHandler(handler)
    assert PLANTED not in stream.getvalue()
    assert "builtins.ValueError" in stream.getvalue()


def test_this_is_how_the_program_logs(settings):
    assert settings.LOGGING["formatters"]["plain"]["()"] == "stepwell.site.logs.PlainLine"
    for logger in settings.LOGGING["loggers"].values():
        assert logger["handlers"] == ["console"]
