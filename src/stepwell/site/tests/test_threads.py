"""However many ask or sign in at once, a few pages are worked on and some threads are left for others."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest
from django.conf import settings

from stepwell.ground.people.testing import AT_ONCE, PLACES_IN_LINE


@pytest.fixture
def asgi() -> Any:
    # WhiteNoise warns where files were not gathered yet, which no test needs.
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    from stepwell.site import asgi

    return asgi


def test_a_third_of_the_threads_never_waits_for_a_password(asgi: Any) -> None:
    assert PLACES_IN_LINE * 3 <= asgi.THREADS * 2


def test_no_more_pages_than_there_are_turns_are_worked_on(asgi: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    met = Barrier(AT_ONCE + 1)
    monkeypatch.setattr(asgi, "pages", lambda _environ, _start: met.wait(0.3))
    with ThreadPoolExecutor(AT_ONCE + 1) as threads:
        asked = [threads.submit(asgi.in_turn, {}, None) for _ in range(AT_ONCE + 1)]
    assert {type(each.exception()) for each in asked} == {BrokenBarrierError}
