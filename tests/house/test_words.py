"""The tone of the house, and the claims it does not make, over every word a person can read."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.plan import ROOT, SRC, python_files, short, templates, tree

NEVER = [
    "cheater",
    "victim",
    "addict",
    "get over",
    "move on",
    "wronged",
    "guilty",
    "you should",
    "you must",
]
CLAIMS = [
    "end-to-end encrypted",
    "end-to-end encryption",
    "zero-knowledge",
    "zero knowledge",
    "even we cannot read",
    "military-grade",
    "military grade",
    "hipaa compliant",
    "gdpr compliant",
    "court-proof",
    "proves who signed",
    "untraceable",
    "keeps you safe",
    "is audited",
    "been audited",
]
# Where the claims stand to be denied.
DENIES = {"SECURITY.md", "PRIVACY.md"}
TAGS = re.compile(r"{%.*?%}|{#.*?#}|{{.*?}}|<!--.*?-->|<[^>]*>|{% comment %}.*?{% endcomment %}", re.DOTALL)
SAID = re.compile(r"{%\s*(?:translate|submit _\()\s*[\"“]?(.*?)[\"”]?\)?\s*%}", re.DOTALL)
PICTURES = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")


def _said_in_code(path: Path) -> list[str]:
    """Texts given to gettext."""
    said = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "gettext", "ngettext", "N_"}:
            said += [
                part.value
                for part in node.args
                if isinstance(part, ast.Constant) and isinstance(part.value, str)
            ]
    return said


def _words() -> list[tuple[str, str]]:
    found = [(short(path), word) for path in python_files() for word in _said_in_code(path)]
    for path in templates():
        if path.suffix in {".html", ".txt"}:
            raw = path.read_text("utf-8")
            found.append((short(path), " ".join(SAID.findall(raw)) + " " + TAGS.sub(" ", raw)))
    return found


def test_there_are_words_to_read():
    assert len(_words()) > 20


def test_no_word_that_judges_or_presses():
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, NEVER)) + r")s?\b", re.IGNORECASE)
    assert not [(where, found.group()) for where, words in _words() if (found := pattern.search(words))]


def test_nothing_is_shouted():
    assert not [(where, words[:80]) for where, words in _words() if "!" in words.replace("<!doctype", "")]
    assert not [where for where, words in _words() if PICTURES.search(words)]


@pytest.mark.parametrize("claim", CLAIMS)
def test_no_claim_that_cannot_be_kept(claim):
    pages = _words() + [
        (path.name, path.read_text("utf-8")) for path in ROOT.glob("*.md") if path.name not in DENIES
    ]
    assert not [where for where, words in pages if claim in words.lower()]


def test_the_project_speaks_of_itself_alone():
    """No host of a registry, no path of a machine."""
    hosts = re.compile(r"pypi\.org|pythonhosted|npmjs|/work/|/root/|/home/[a-z]")
    files = [*ROOT.glob("*.*"), *SRC.rglob("*.py"), *SRC.rglob("*.html"), *(ROOT / "docs").rglob("*.md")]
    named = [str(path.relative_to(ROOT)) for path in files if path.is_file() and path.suffix != ".png"
             and hosts.search(path.read_text("utf-8", errors="ignore"))]  # fmt: skip
    assert not named
