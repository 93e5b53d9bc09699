"""The rooms that stand on a landing, whoever looks and wherever they are."""

import pytest

from stepwell.ground.ui.api import ALONE, Row, add_row, rows
from stepwell.together.pathway.tests.cast import Actor

pytestmark = pytest.mark.django_db


def test_a_landing_lists_the_rooms_that_name_it(
    two: tuple[Actor, Actor], esi: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stepwell.ground.ui.rows._rows", {})
    add_row(
        Row("drawing-near", "A room for one", "Words", "selfcare:pause", "mark", 5, states=frozenset({ALONE}))
    )
    assert rows("drawing-near", ALONE)[0].label == "A room for one"
    assert "A room for one" in esi.see("/landings/drawing-near/")
    assert "A room for one" not in esi.see("/landings/open-doors/")
    assert "A room for one" not in two[0].see("/landings/drawing-near/")


def test_drawing_near_is_one_row_of_what_two_share(two: tuple[Actor, Actor]) -> None:
    alma, _ben = two
    page = alma.see("/together/")
    assert "/landings/drawing-near/" in page
    for row in rows("drawing-near", "two"):
        assert row.url in alma.see("/landings/drawing-near/")
        assert f'href="{row.url}"' not in page
