"""What two signed, on a stick: verified on a machine without Stepwell, where one altered sign is found."""

import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.journeys.hands import HANDS
from tests.journeys.somebody import Somebody

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.journey
_numbers = count(1)


@pytest.fixture
def two(visit: Visit, arrivals: Arrivals) -> tuple[Somebody, Somebody]:
    """In browsers that run no script: nothing of this needs one."""
    number = next(_numbers)

    def somebody(name: str) -> Somebody:
        page = visit(javascript=False, accept_downloads=True).new_page()
        return Somebody(f"{name} of the record {number}", page, HANDS["no script"])

    alma, ben = somebody("Alma"), somebody("Ben")
    arrivals.meet(alma, ben)
    return alma, ben


def they_sign(alma: Somebody, ben: Somebody) -> None:
    alma.go("/agreements/new/")
    alma.hand.press("Phones and screens")
    alma.hand.write("What you call it", "Phones in the evening")
    alma.hand.press(f"Show it to {ben.name}")
    one = alma.page.url.split("?")[0]
    for who in (alma, ben):
        who.go(one)
        if who.page.get_by_role("button", name="Sign version 1").count():
            who.hand.press("Sign version 1")


def takes(page: "Page", words: str, stick: Path) -> Path:
    with page.expect_download() as coming:
        page.get_by_role("link", name=words, exact=True).click()
    target = stick / coming.value.suggested_filename
    coming.value.save_as(target)
    return target


def elsewhere(stick: Path) -> subprocess.CompletedProcess[str]:
    """Another machine: Python, the stick, and nothing else."""
    command = [sys.executable, "-I", "-S", "verify.py", "record.json"]
    return subprocess.run(command, cwd=stick, env={}, capture_output=True, text=True, check=False, timeout=60)


def test_the_other_takes_it_away_and_verifies_it(two: tuple[Somebody, Somebody], tmp_path: Path) -> None:
    alma, ben = two
    they_sign(alma, ben)
    alma.go("/together/")
    alma.hand.press("What was agreed, and when")
    assert "Phones in the evening" in alma.text
    alma.hand.unfold("word for word")
    receipt = alma.page.locator("#receipt .big").inner_text()

    ben.go("/record/")
    assert ben.page.locator("#receipt .big").inner_text() == receipt
    file = takes(ben.page, "Take the record", tmp_path)
    takes(ben.page, "The program that verifies it", tmp_path)
    well = elsewhere(tmp_path)
    assert (well.returncode, well.stderr) == (0, "")
    assert f"Receipt: {receipt}" in well.stdout
    assert f"Key of {alma.name}: " in well.stdout

    whole = file.read_text("utf-8")
    file.write_text(whole.replace("Phones in the evening", "Phones in the eveninG", 1), "utf-8")
    badly = elsewhere(tmp_path)
    assert (badly.returncode, badly.stderr) == (1, "")
    assert "event 1: its words are not those that were signed" in badly.stdout
