import pytest

from stepwell.own.understanding import sources
from stepwell.own.understanding.tests import cast


@pytest.fixture
def days(monkeypatch: pytest.MonkeyPatch) -> "cast.Days":
    """In place of what other rooms hand in."""
    made_up = cast.Days()
    monkeypatch.setattr(sources, "_sources", {"made-up": made_up.source()})
    return made_up


@pytest.fixture
def esi(db: None) -> "cast.Actor":
    return cast.enter("Esi")
