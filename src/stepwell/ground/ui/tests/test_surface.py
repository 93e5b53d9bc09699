"""What the surface may hold: our own files, checked, within the first visit's weight, and nothing inline."""

import re
from pathlib import Path

import brotli
import pytest

import stepwell
from stepwell.ground.ui import vendored
from stepwell.ground.ui.check_contrast import ratios, table
from stepwell.ground.ui.colours import TOKENS
from stepwell.ground.ui.frame import Frame
from stepwell.ground.ui.icons import NoSuchIcon, drawing, drawings

ROOT = Path(stepwell.__file__).parent
UI = ROOT / "ground" / "ui"
STATIC = UI / "static" / "ui"
TEMPLATES = sorted(ROOT.glob("**/templates/**/*.html"))
FIRST_VISIT = (
    "tokens.css", "fonts.css", "components.css", "leave.js", "drafts.js", "offline.js", "icons/mark.svg",
    "fonts/literata-core.woff2", "fonts/work-core.woff2",
)  # fmt: skip


def test_vendored_files_are_the_ones_that_were_checked() -> None:
    assert vendored.found() == vendored.listed()
    assert (STATIC / "fonts" / "OFL-literata.txt").exists()


@pytest.mark.parametrize(
    ("pair", "light", "dark", "least"), ratios(), ids=lambda one: one if isinstance(one, str) else ""
)
def test_every_pair_of_colours_can_be_read(pair: str, light: float, dark: float, least: float) -> None:
    assert min(light, dark) >= least, pair


def test_the_ratios_in_the_tokens_are_the_true_ones() -> None:
    assert table() in TOKENS.read_text("utf-8")


def test_colours_are_named_in_the_tokens_alone() -> None:
    named = re.compile(r"#[0-9a-fA-F]{3,8}\b(?=[;,)\s\"'])|\b(?:rgb|hsl|oklch|lab)a?\(")
    files = [STATIC / "components.css", *STATIC.glob("*.js"), *TEMPLATES]
    for file in files:
        assert not named.search(file.read_text("utf-8")), file


def test_a_first_visit_is_light() -> None:
    weight = 0
    for name in FIRST_VISIT:
        data = (STATIC / name).read_bytes()
        weight += len(data) if name.endswith("woff2") else len(brotli.compress(data))
    assert weight <= 75_000  # leaves ten thousand for the page itself


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_template_holds_a_script_or_a_style(file: Path) -> None:
    text = re.sub(r"\{[#%].*?[#%]\}", "", file.read_text("utf-8"), flags=re.DOTALL)
    assert not re.search(r"<style\b", text), "a style element"
    assert not re.search(r"<script\b(?![^>]*\bsrc=)", text), "a script of its own"
    assert not re.search(r"\sstyle\s*=", text), "a style attribute"
    assert not re.search(r"<[^>]*\son[a-z]+\s*=", text), "an event attribute"
    assert not re.search(r"javascript:", text, re.IGNORECASE), "a javascript address"
    assert not re.search(r"(?:src|href|action)\s*=\s*[\"'](?:https?:)?//", text), "an address elsewhere"


def test_icons_are_drawn_in_place_and_silent() -> None:
    assert {"today", "together", "mine", "back", "help", "mark", "look", "lock"} <= drawings().keys()
    assert drawing("lock").startswith('<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><rect')
    with pytest.raises(NoSuchIcon, match="holds: arrow-left"):
        drawing("trophy")


def test_every_style_rule_uses_a_token_that_exists() -> None:
    known = set(re.findall(r"(--[\w-]+):", TOKENS.read_text("utf-8")))
    text = (STATIC / "components.css").read_text("utf-8")
    known |= set(re.findall(r"(--[\w-]+):", text))
    assert set(re.findall(r"var\((--[\w-]+)", text)) <= known


def test_the_frame_is_safe_without_a_request() -> None:
    frame = Frame(None)
    assert frame.person is None
    assert frame.draft_key == ""
    assert not frame.keeps_offline
