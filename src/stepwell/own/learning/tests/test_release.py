"""What somebody needs to read before a release: each article beside its sources."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from stepwell.own.learning import release, views
from stepwell.own.learning.shelf import Shelf, shelf

NOT_YET = "was not yet checked at each source"


def checked(books: Shelf, slug: str) -> Shelf:
    day = date(2026, 11, 21)
    articles = tuple(
        replace(a, checked=day if a.slug == slug else None, figures_read=None) for a in books.articles
    )
    return replace(books, articles=articles)


def test_it_names_each_that_nobody_has_read_and_no_other() -> None:
    books = checked(shelf("en"), "anger")
    named = list(release.never_read(books))
    assert len(named) == len(books.articles) - 1
    assert not [line for line in named if "en/anger " in line]


def test_it_quotes_the_figures_that_are_to_be_looked_up() -> None:
    [line] = [line for line in release.never_read(checked(shelf("en"), "shame")) if "en/affection " in line]
    assert "67 couples" in line
    assert "diary" in line


def test_figures_that_were_read_in_abstracts_are_not_quoted_again() -> None:
    [line] = [line for line in release.never_read(shelf("en")) if "en/affection " in line]
    assert "Its figures were read in abstracts on 2026-11-21." in line
    assert "67 couples" not in line
    unread = [a.slug for a in shelf("en").articles if release.figures_of(a) and not a.figures_read]
    assert not unread, "figures that nobody has looked up"


def test_it_ends_with_one_while_something_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    left = [a for a in shelf("en").articles if a.checked is None]
    assert release.main() == (1 if left else 0)
    assert len(capsys.readouterr().out.splitlines()) == len(left) + 1


@pytest.mark.django_db
@pytest.mark.parametrize(("read", "says"), [("anger", False), ("shame", True)])
def test_the_page_says_so_until_somebody_has(read: str, says: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    books = checked(shelf("en"), read)
    monkeypatch.setattr(views, "shelf", lambda _language: books)
    page = Client().get(reverse("learning:article", args=(books.by_slug["anger"].code,))).content.decode()
    assert (NOT_YET in page) is says
