"""The clock asks who is due and lets go what is over; one that fails does not stop the other."""

import logging

import pytest

from stepwell.site import clock


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    done: list[str] = []
    monkeypatch.setattr(clock, "tick", lambda: done.append("tick"))
    monkeypatch.setattr(clock, "sweep", lambda: done.append("sweep"))
    monkeypatch.setattr(clock, "_let_go", lambda: None)
    monkeypatch.setattr(clock, "close_old_connections", lambda: None)
    return done


def test_it_sweeps_at_the_start_and_then_now_and_again(done):
    one = clock.Clock()
    for _round in range(clock.ROUNDS_TO_A_SWEEP + 1):
        one._once()
    assert done.count("tick") == clock.ROUNDS_TO_A_SWEEP + 1
    assert [at for at, what in enumerate(done) if what == "sweep"] == [1, clock.ROUNDS_TO_A_SWEEP + 2]


def test_a_mail_server_that_fails_stops_no_sweep(done, monkeypatch, caplog):
    def fails() -> None:
        raise OSError("no mail server")

    monkeypatch.setattr(clock, "tick", fails)
    with caplog.at_level(logging.CRITICAL):
        clock.Clock()._once()
    assert done == ["sweep"]
