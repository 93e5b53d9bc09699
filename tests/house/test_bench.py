"""The measuring bench still runs. A small run of each figure; the figures themselves are nobody's test."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from bench import fresh, report
from bench.__main__ import NAMES, arguments
from bench.figure import Figure

ROOT = Path(__file__).resolve().parents[2]
# `run` needs packages from the network, which a test never asks for.
HERE = [name for name in NAMES if name != "run"]


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    into = tmp_path_factory.mktemp("bench") / "RESULTS.md"
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("STEPWELL_", "DJANGO_"))
    }
    ended = subprocess.run(
        [sys.executable, "-m", "bench", "--small", "--into", str(into), *HERE],
        cwd=ROOT,
        env=kept | {"PYTHONPATH": "src:."},
        capture_output=True,
        text=True,
        check=False,
        timeout=400,
    )
    assert ended.returncode == 0, ended.stderr
    return into.read_text("utf-8")


@pytest.mark.parametrize("name", HERE)
def test_every_figure_is_measured(results, name):
    part = results.split(f"## {NAMES[name]}\n")[1].split("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in part.splitlines() if line.startswith("| ")][2:]
    assert rows
    for row in rows:
        assert any(sign.isdigit() for sign in row[1]), row
    assert part.count("\n- *") == len(rows), "each figure says how it was measured"


def test_a_small_run_claims_nothing(results):
    assert report.SMALL in results
    assert "Falls short" not in results


def test_the_commit_is_really_on_the_disk(results):
    assert "`PRAGMA synchronous` says 2 (FULL is 2)" in results


def test_nothing_tells_whose_machine_it_was(results):
    assert os.uname().nodename not in results.split()
    assert str(ROOT) not in results
    assert str(Path.home()) not in results


def test_without_a_git_tree_it_says_that_it_did_not_measure(tmp_path):
    [figure] = fresh.figures(tmp_path, tmp_path)
    assert figure.verdict == "not measured"
    assert "not a git tree" in figure.how


def test_what_falls_short_is_said_first():
    figures = [
        Figure("one page", "9 CPU-ms", "Once.", "at most 5 CPU-ms", False),
        Figure("a baseline", "1", "Once."),
    ]
    page = report.page([("Date", "today")], [("Pages", figures)], small=False)
    assert "**Falls short:** one page." in page
    assert "| one page | 9 CPU-ms | at most 5 CPU-ms | **no** |" in page


def test_a_misspelt_name_is_refused(capsys):
    with pytest.raises(SystemExit):
        arguments(["pagse"])
    assert "pagse" in capsys.readouterr().err
