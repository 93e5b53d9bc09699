"""`stepwell patterns`: the command, to the letter of its contract."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from stepwell.insight.patterns.api import analyse, in_bytes, parse
from stepwell.insight.patterns.testing import csv, diary
from stepwell.site.command import main


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    path = tmp_path / "ours.csv"
    path.write_bytes(csv(diary(260)))
    return path


def test_the_document(ours: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["patterns", str(ours), "--json"]) == 0
    out = capsysbinary.readouterr().out
    assert out.count(b"\n") == 1
    told = json.loads(out)
    assert list(told) == [
        *("schema", "n_days", "as_of", "partners", "links"),
        *("turning_points", "inertia", "cross_partner", "rhythm"),
    ]
    assert (told["schema"], told["n_days"], told["as_of"]) == ("patterns/1", 260, "2026-09-19")
    assert told["partners"]["A"]["coverage"] == round(told["partners"]["A"]["checkins"] / 260, 2)
    # 2 outcomes of 2 people, each with 6 factors of 2 people
    assert len(told["links"]) == 2 * 2 * 6 * 2
    assert len(told["inertia"]) == len(told["rhythm"]) == len(told["cross_partner"]) == 4


def test_the_same_bytes(ours: Path) -> None:
    once = in_bytes(analyse(parse(ours.read_bytes())))
    assert once == in_bytes(analyse(parse(ours.read_bytes())))
    fresh = subprocess.run(
        [sys.executable, "-m", "stepwell", "patterns", str(ours), "--json"],
        capture_output=True, check=True, env={"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": "7"},
    )  # fmt: skip
    assert fresh.stdout == once + b"\n"


def test_the_command_needs_neither_django_nor_scipy(ours: Path) -> None:
    code = (
        "import sys; from stepwell.site.command import main; main(['patterns', sys.argv[1]]);"
        "bad = [m for m in sys.modules if m.split('.')[0] in ('django', 'scipy', 'statsmodels', 'pandas')];"
        "sys.exit(1 if bad else 0)"
    )
    env = {"PYTHONPATH": ":".join(sys.path)}
    subprocess.run([sys.executable, "-c", code, str(ours)], env=env, capture_output=True, check=True)


def test_many_in_order(
    ours: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    short, wrong = tmp_path / "short.csv", tmp_path / "wrong.csv"
    short.write_bytes(csv(diary(40)))
    wrong.write_bytes(b"date,partner,o:x\n2026-01-01,A,12\n")
    paths = [short, ours, wrong, tmp_path / "missing.csv", short]
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{path}\n" for path in paths)))
    assert main(["patterns", "--batch"]) == 2
    said = capsysbinary.readouterr()
    told = [json.loads(line) for line in said.out.splitlines()]
    assert [one.get("n_days") for one in told] == [40, 260, None, None, 40]
    assert "line 2, column 3 (o:x)" in told[2]["error"]
    assert said.err.count(b"\n") == 2


def test_a_path_that_no_file_can_have_does_not_stop_the_rest(ours: Path) -> None:
    paths = b"\n".join([bytes(ours), b"a\0b.csv", b"\xff.csv", bytes(ours)]) + b"\n"
    done = subprocess.run(
        [sys.executable, "-m", "stepwell", "patterns", "--batch"],
        input=paths, capture_output=True, check=False,
        env={"PYTHONPATH": ":".join(sys.path), "PYTHONUTF8": "1"},
    )  # fmt: skip
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one.get("n_days") for one in told] == [260, None, None, 260]
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 2


@pytest.mark.parametrize("how", [">&-", ">&- 2>&-", ">&- <&-"])
@pytest.mark.parametrize("asked", ["--batch", "--json {}"])
def test_closed_output_ends_calmly(ours: Path, how: str, asked: str) -> None:
    command = f"{sys.executable} -m stepwell patterns {asked.format(ours)} {how}"
    env = {"PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(["sh", "-c", command], env=env, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stderr in (b"", b"stepwell: standard output is closed\n")


def test_malformed_is_two_and_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "wrong.csv"
    path.write_bytes(b"date,partner,o:safety\n2026-01-01,A,5\n2026-01-02,A,50\n")
    assert main(["patterns", str(path), "--json"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.endswith("wrong.csv: line 3, column 3 (o:safety): this is not a number from 0 to 10\n")
    assert said.err.count("\n") == 1


def test_missing_is_two_and_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["patterns", str(tmp_path / "not-there.csv")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_page_for_people(ours: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["patterns", str(ours)]) == 0
    page = capsys.readouterr().out
    assert "What goes along with harder days" in page
    assert "A noted “phone”" in page
    assert "not why" in page


def test_few_days_are_too_early(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "few.csv"
    path.write_bytes(csv(diary(20)))
    main(["patterns", str(path)])
    assert "too early to tell" in capsys.readouterr().out
