"""`stepwell phrasing`: the contract, as another program sees it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[4]


def stepwell(text: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "stepwell", "phrasing", *words],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        cwd=ROOT / "src",
        timeout=60,
        check=False,
    )


def test_each_line_is_answered_in_order():
    drafts = [("a", "You never listen."), (7, "I am so angry that I shook."), ("z", "k.")]
    said = stepwell("".join(json.dumps({"id": i, "text": text}) + "\n" for i, text in drafts), "--json")
    assert said.returncode == 0
    rows = [json.loads(line) for line in said.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["a", 7, "z"]
    assert [[one["kind"] for one in row["findings"]] for row in rows] == [["criticism"], [], ["stonewalling"]]
    assert all(set(row) == {"id", "findings"} for row in rows)
    (one,) = rows[0]["findings"]
    assert set(one) == {"kind", "start", "end", "why", "try"}
    assert "You never listen."[one["start"] : one["end"]] == "You never listen"


def test_the_same_answer_every_time():
    line = json.dumps({"id": "a", "text": "Oh great, you forgot again. Whatever, you pig."}) + "\n"
    assert stepwell(line * 3, "--json").stdout == stepwell(line * 3, "--json").stdout


DANGER = ["If you go I will kill myself.", "You won't leave this house. I took your keys."]


def test_only_the_six_kinds_are_named_where_there_may_be_danger_and_no_tip():
    said = stepwell(json.dumps({"id": 1, "text": DANGER[0]}) + "\n", "--json")
    found = json.loads(said.stdout)["findings"]
    assert {one["kind"] for one in found} == {"pressure"}
    assert {one["try"] for one in found} == {""}


@pytest.mark.parametrize("text", DANGER)
def test_a_person_reads_where_help_is(text):
    said = stepwell(f"You never listen. {text}").stdout
    assert "people you can talk to" in said
    assert "/help/" in said
    assert "never listen" not in said
    assert "Another way" not in said


# An id that JSON does not know, and bytes that are no UTF-8.
NO_JSON = [
    *(f'{{"id": {one}, "text": "x"}}' for one in ("NaN", "Infinity", "-Infinity", "1e999", "[1, -1e999]")),
    '{"id": 1, "text": "x", "more": NaN}',
    '{"id": 1, "text": "\udcff"}',
]


def test_blank_lines_are_passed_over_and_counted():
    said = stepwell('\n{"id": 1, "text": "Hello."}\n  \nnonsense\n', "--json")
    assert said.returncode == 2
    assert "line 4" in said.stderr
    assert said.stdout == '{"id": 1, "findings": []}\n'


def test_a_bad_line_is_named():
    for bad in (
        "nonsense",
        '{"id": 1}',
        '{"text": "x"}',
        '{"id": 1, "text": 5}',
        "[1]",
        "[" * 5000,
        *NO_JSON,
    ):
        said = stepwell('{"id": 0, "text": "Hello."}\n' + bad + "\n", "--json")
        assert said.returncode == 2
        assert "line 2" in said.stderr
        assert "Traceback" not in said.stderr
        assert json.loads(said.stdout)["id"] == 0


def test_positions_hold_with_emoji_half_characters_and_other_scripts():
    text = "😀 שלום \ud83d You never listen."
    said = stepwell(json.dumps({"id": 1, "text": text}) + "\n", "--json")
    (one,) = json.loads(said.stdout)["findings"]
    assert text[one["start"] : one["end"]] == "You never listen"


def test_a_person_reads_a_page():
    said = stepwell("Thanks for the soup. You never listen.")
    assert said.returncode == 0
    assert "“You never listen”" in said.stdout
    assert "Another way" in said.stdout
    assert stepwell("The soup was good.").stdout == "Nothing to mark.\n"


def test_it_waits_for_neither_django_nor_a_home():
    code = "import sys; from stepwell.site.command import main; "
    code += "main(['phrasing', '--json']); print(*sys.modules)"
    said = subprocess.run(
        [sys.executable, "-c", code], input='{"id":1,"text":"k."}\n', capture_output=True, text=True,
        cwd=ROOT / "src", check=True, timeout=60,
    )  # fmt: skip
    loaded = said.stdout.splitlines()[-1].split()
    assert "stepwell.insight.phrasing.looking" in loaded
    assert not [name for name in loaded if name.split(".")[0] in {"django", "numpy", "cryptography"}]
