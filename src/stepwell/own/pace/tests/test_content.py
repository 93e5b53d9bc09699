"""What was typed, as lines."""

from stepwell.own.pace.content import lines_of


def test_a_line_is_what_stands_between_two_ends() -> None:
    assert lines_of(" one \r\n\n two  of it \u2028three\n one\n \t ") == ("one", "two of it", "three")
