"""What was ever sealed stays readable: one example of each shape, kept for ever."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from stepwell.together.calendar import content

EXAMPLES = Path(__file__).parent / "examples"
KINDS: dict[str, Any] = {
    "plan-1": content.PLAN,
    "plan-1-least": content.PLAN,
    "shown-1": content.SHOWN,
    "ritual-1": content.RITUAL,
    "incoming-1": content.INCOMING,
    "brought-1": content.BROUGHT,
    "feed-1": content.FEED,
    "aside-1": content.ASIDE,
}


def test_every_example_is_known() -> None:
    assert {path.stem for path in EXAMPLES.iterdir()} == set(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_it_opens_and_is_written_the_same(name: str) -> None:
    kind, data = KINDS[name], (EXAMPLES / f"{name}.json").read_bytes().strip()
    found = kind.decode(data)
    assert msgspec.json.decode(kind.encode(found)) == msgspec.json.decode(data)


def test_chosen_parts_are_all_that_is_left() -> None:
    body = content.PLAN.decode((EXAMPLES / "plan-1.json").read_bytes().strip()).body
    for part in content.PARTS:
        left = content.chosen(body, [part])
        kept = {name for name in content.TextV1.__struct_fields__ if getattr(left.text, name)}
        assert kept == {part} - {"until"}
        assert (left.when.ends is not None) == (part == "until")
        assert all((one.when.ends is not None) == (part == "until") for one in left.moved)
    assert content.chosen(body, []).when.starts == body.when.starts
