"""Rows of an area, and places that another room fills."""

from pathlib import Path

import pytest
from django.template import engines
from django.test import RequestFactory
from pytest_django import Settings

from stepwell.ground.ui import rows, slots


@pytest.fixture(autouse=True)
def nothing_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "_rows", {})
    monkeypatch.setattr(slots, "_templates", {})


def drawn(text: str, path: str = "/here/") -> str:
    return engines["django"].from_string("{% load ui %}" + text).render({}, RequestFactory().get(path))


def row(label: str, order: int, **more: object) -> rows.Row:
    settings: dict[str, object] = {"url_name": f"page:{label}", "icon": "mark", "words": "One line.", **more}
    return rows.Row(area="together", label=label, order=order, **settings)  # type: ignore[arg-type] # a story's row


def test_rows_stand_in_order_and_only_where_they_fit() -> None:
    rows.add_row(row("second", 20))
    rows.add_row(row("first", 10))
    rows.add_row(row("for two", 15, states=frozenset({rows.TWO})))
    assert [one.label for one in rows.rows("together", rows.TWO)] == ["first", "for two", "second"]
    assert [one.label for one in rows.rows("together", rows.ALONE)] == ["first", "second"]
    assert rows.rows("mine", rows.ALONE) == ()


def test_the_last_one_to_name_a_page_wins() -> None:
    rows.add_row(row("first", 10))
    rows.add_row(row("other words", 10, url_name="page:first"))
    assert [one.label for one in rows.rows("together", rows.ALONE)] == ["other words"]


def test_a_row_is_drawn_with_its_way_its_words_and_its_picture() -> None:
    rows.add_row(row("Look here", 10, url_name="ui:offline", words="One < line."))
    page = drawn('{% area_rows "together" "two" %}')
    assert '<a href="/offline/">Look here</a>' in page
    assert "One &lt; line." in page
    assert "<svg" in page


def test_a_slot_is_empty_until_a_room_fills_it() -> None:
    assert drawn('{% slot "hard" %}') == ""
    slots.fill_slot("hard", "ui/area_rows.html")
    slots.fill_slot("hard", "ui/area_rows.html")
    assert drawn('{% slot "hard" %}').count("<ul") == 1


def test_what_fills_a_slot_knows_the_way_back_and_what_it_is_given(
    tmp_path: Path, settings: Settings
) -> None:
    (tmp_path / "piece.html").write_text("{{ moment }} {{ then }} {{ secret }}")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    slots.fill_slot("hard", "piece.html")
    assert drawn('{% slot "hard" moment="after" %}', "/plan/?kept") == "after /plan/ "
    assert drawn('{% slot "hard" moment="after" then="" %}') == "after  "
