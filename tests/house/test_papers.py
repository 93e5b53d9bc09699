"""The papers a stranger looks for are there."""

import pytest

from tests.house.plan import ROOT, SRC

PAPERS = [
    "README.md",
    "ARCHITECTURE.md",
    "SECURITY.md",
    "PRIVACY.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "LICENSE",
]


@pytest.mark.parametrize("paper", PAPERS)
def test_the_paper_is_there(paper):
    assert len((ROOT / paper).read_text("utf-8")) > 200


def test_every_room_says_what_it_owns():
    rooms = [path.parent for path in SRC.glob("*/*/apps.py")]
    assert rooms
    assert not [room.name for room in rooms if not (room / "README.md").is_file()]


def test_the_locks_name_no_host_and_hash_everything():
    for name in ("uv.lock", "uv-dev.lock"):
        words = (ROOT / name).read_text("utf-8")
        assert "://" not in words
        pinned = [line for line in words.splitlines() if line and not line.startswith((" ", "#"))]
        assert all("==" in line and line.endswith("\\") for line in pinned)
        assert words.count("--hash=sha256:") >= len(pinned)
