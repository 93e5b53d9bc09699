"""What people type is read as what they mean, and each word keeps its place."""

import pytest

from stepwell.insight.phrasing.reading import read
from stepwell.insight.phrasing.rules import book


def words(text):
    return " ".join(read(text, book().language).words)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("You're", "you are"),
        ("youre", "you are"),
        ("You’re", "you are"),
        ("ur so lazy", "you are so lazy"),
        ("your such a", "you are such a"),
        ("your coat", "your coat"),
        ("u nevr lissen", "you never lissen"),
        ("sooooo SELFISH", "so selfish"),
        ("selfsh", "selfish"),
        ("patheitc", "pathetic"),
        ("dont cant wont", "do not can not will not"),
        ("my sister's car", "my sister 's car"),
        ("it's", "it is"),
        ("f*** off", "fuck off"),
        ("self-centred", "self centred"),
        ("talkin", "talking"),
        ("haud yer wheesht", "hold your wheesht"),
    ],
)
def test_as_typed_and_as_meant(typed, meant):
    assert words(typed) == meant


def test_two_words_typed_as_one_share_its_place():
    reading = read("oh you're late", book().language)
    assert [reading.text[start:end] for start, end in zip(reading.starts, reading.ends, strict=True)] == [
        "oh", "you're", "you're", "late"
    ]  # fmt: skip
