import pytest
from tests.fixtures.cast import cast_of

from stepwell.together.between import sources
from stepwell.together.between.tests.cast import Actor, Days

couple, alma, ben, chidi, esi = cast_of(Actor)


@pytest.fixture
def days(couple: tuple[Actor, Actor], monkeypatch: pytest.MonkeyPatch) -> Days:
    """In place of what other rooms hand in: what Alma and Ben showed to one another."""
    made_up = Days(*(one.member.id for one in couple))
    monkeypatch.setattr(sources, "_sources", {"made-up": made_up.source()})
    monkeypatch.setattr(sources, "_chapters", {"made-up": made_up.chapter()})
    return made_up
