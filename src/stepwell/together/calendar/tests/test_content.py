"""What of a plan is shown."""

from pathlib import Path

from stepwell.together.calendar import content

EXAMPLES = Path(__file__).parent / "examples"


def test_chosen_parts_are_all_that_is_left() -> None:
    body = content.PLAN.decode((EXAMPLES / "plan-1.json").read_bytes().strip()).body
    for part in content.PARTS:
        left = content.chosen(body, [part])
        kept = {name for name in content.TextV1.__struct_fields__ if getattr(left.text, name)}
        assert kept == {part} - {"until"}
        assert (left.when.ends is not None) == (part == "until")
        assert all((one.when.ends is not None) == (part == "until") for one in left.moved)
    assert content.chosen(body, []).when.starts == body.when.starts
