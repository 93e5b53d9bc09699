"""How articles are read from files, and what happens when one is not whole."""

from pathlib import Path

import pytest

from stepwell.own.learning import checks
from stepwell.own.learning import shelf as shelves
from stepwell.own.learning.article import BrokenArticle, read_article
from stepwell.own.learning.leaves import leaves

WHOLE = """+++
title = "Rest"
summary = "Why rest helps."
landings = [3, 1]
follows = ["tool:help"]
sources = ["Somebody (1999). A book. A house."]
+++
You may rest. *Now* is fine.

## Lying down

- A bed
- A bench
"""


def _file(folder: Path, text: str, name: str = "rest.md") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_whole_article_is_read(tmp_path: Path) -> None:
    article = read_article(_file(tmp_path, WHOLE), "en")
    assert (article.slug, article.title, article.note) == ("rest", "Rest", "")
    assert article.landings == (3, 1)
    assert (article.words, article.minutes) == (12, 1)


@pytest.mark.parametrize(
    ("from_", "to", "says"),
    [
        ("+++\ntitle", "title", "begin with a line"),
        ('title = "Rest"', "title = Rest", "is not TOML"),
        ('title = "Rest"', 'name = "Rest"', "no such key: name"),
        ('title = "Rest"\n', "", "title is a text"),
        ("[3, 1]", "[6]", "numbers from 1 to 5"),
        ("[3, 1]", "[]", "numbers from 1 to 5"),
        ('["tool:help"]', "[]", "follows is a list"),
        ('["Somebody (1999). A book. A house."]', '"one"', "sources is a list"),
        ("[3, 1]", '[3, 1]\nchecked = "lately"', "checked is a day"),
        ("[3, 1]", "[3, 1]\nchecked = 2026-11-21T10:00:00", "checked is a day"),
    ],
)
def test_a_broken_one_says_what_to_do(tmp_path: Path, from_: str, to: str, says: str) -> None:
    with pytest.raises(BrokenArticle, match=says):
        read_article(_file(tmp_path, WHOLE.replace(from_, to)), "en")


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "rest.md").write_bytes(b"+++\n\xff\n+++\n")
    with pytest.raises(BrokenArticle, match="UTF-8"):
        read_article(tmp_path / "rest.md", "en")


def test_a_name_with_spaces_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenArticle, match="small letters"):
        read_article(_file(tmp_path, WHOLE, "My Rest.md"), "en")


@pytest.fixture
def other_shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(shelves, "ARTICLES", tmp_path)
    caches = (shelves.languages, shelves._read)
    for cached in caches:
        cached.cache_clear()
    _file(tmp_path / "en", WHOLE)
    _file(tmp_path / "en", WHOLE.replace('"Rest"', '"Sleep"'), "sleep.md")
    yield tmp_path
    for cached in caches:
        cached.cache_clear()


def test_a_broken_file_is_left_out_and_named_at_the_start(other_shelf: Path) -> None:
    _file(other_shelf / "en", "no front matter", "broken.md")
    assert [article.slug for article in shelves.shelf("en").articles] == ["rest", "sleep"]
    (warning,) = checks.broken_articles()
    assert "broken.md" in str(warning)


def test_what_is_not_translated_stands_there_in_english(other_shelf: Path) -> None:
    _file(other_shelf / "de", WHOLE.replace('"Rest"', '"Ruhe"'))
    german = shelves.shelf("de-AT")
    assert [(a.title, a.language) for a in german.articles] == [("Ruhe", "de"), ("Sleep", "en")]
    assert [a.title for a in shelves.shelf("fi").articles] == ["Rest", "Sleep"]
    assert german.by_slug["rest"].code == shelves.shelf("en").by_slug["rest"].code


def test_an_article_stands_on_one_landing_and_fits_several(other_shelf: Path) -> None:
    books = shelves.shelf("en")
    assert [a.slug for a in books.standing_on(3)] == ["rest", "sleep"]
    assert books.standing_on(1) == ()
    assert [a.slug for a in books.fitting(1)] == ["rest", "sleep"]


def test_the_text_is_cut_at_its_headings() -> None:
    first, second = leaves("You may *rest*.\n\n## Lying down\n\n- A bed\n- A bench\n")
    assert (first.heading, first.html) == ("", "<p>You may <em>rest</em>.</p>\n")
    assert (second.heading, second.paragraphs) == ("Lying down", ("A bed", "A bench"))
    assert second.html.startswith("<ul>")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "A <b onclick=x>word</b> here",
        "[a link](https://elsewhere.example)",
        "![a picture](x.png)",
        "<https://elsewhere.example>",
        "&lt;script&gt;",
    ],
)
def test_nothing_in_an_article_runs_or_leads_away(text: str) -> None:
    (leaf,) = leaves(text)
    assert not [tag for tag in ("<script", "<b", "<a", "<img", "<code") if tag in leaf.html]
