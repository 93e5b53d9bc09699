"""What every article keeps to."""

import re
import statistics

import pytest
from django.test import Client
from django.urls import reverse

from stepwell.ground.people.testing import make_person, sign_in
from stepwell.own.learning.article import LANDINGS, Article
from stepwell.own.learning.follows import WAYS, is_known, what_follows
from stepwell.own.learning.readability import HARDEST, MEDIAN, measure
from stepwell.own.learning.shelf import ARTICLES, ORDER, shelf
from stepwell.own.learning.wording import remarks

ALL = shelf("en").articles
each = pytest.mark.parametrize("article", ALL, ids=[article.slug for article in ALL])
# Pressing, and words that decide who somebody is; beyond what `wording.py` looks for.
PRESSING = re.compile(r"\byou(?:’|')?(?:ve| need| are)? (?:got to|had better|are obliged)\b", re.IGNORECASE)
# Who wrote of it may be a she or a he; who lives it may be anybody.
OF_AN_AUTHOR = {("validation", "She"), ("four-horsemen", "he")}
GENDERED = re.compile(r"\b(?:he|she|his|hers|him|husband|wife|boyfriend|girlfriend)\b", re.IGNORECASE)


def test_the_library_is_whole() -> None:
    assert len(ALL) >= 30
    assert shelf("en").broken == ()
    assert {article.slug for article in ALL} == set(ORDER)


@each
def test_it_reads_easily(article: Article) -> None:
    assert measure(article.body).grade <= HARDEST


def test_the_middle_of_all_reads_easily() -> None:
    assert statistics.median(measure(article.body).grade for article in ALL) <= MEDIAN


@each
def test_it_keeps_the_tone_and_the_length(article: Article) -> None:
    assert remarks(article) == []
    assert not PRESSING.search(article.body)


@each
def test_its_quotation_marks_are_those_of_a_book(article: Article) -> None:
    assert not re.search(r"[\"']", article.title + article.summary + article.note + article.body)


@each
def test_it_gives_no_role_a_gender(article: Article) -> None:
    found = GENDERED.findall(article.title + article.summary + article.body)
    assert {(article.slug, word) for word in found} <= OF_AN_AUTHOR


@each
def test_it_names_its_sources_with_a_year(article: Article) -> None:
    assert 2 <= len(article.sources) <= 5
    assert all(re.search(r"\((?:19|20)\d\d\)", source) for source in article.sources)
    assert not [source for source in article.sources if "http" in source]


@each
def test_something_follows_from_it(article: Article) -> None:
    assert 1 <= len(article.follows) <= 4
    assert [key for key in article.follows if not is_known(key)] == []
    assert f"article:{article.slug}" not in article.follows


@each
def test_what_calls_itself_small_evidence_is_not_called_more(article: Article) -> None:
    assert not re.search(r"\b(?:research shows|studies show|science says|evidence-based)\b", article.body)


def test_each_landing_has_enough_to_read() -> None:
    assert all(len(shelf("en").fitting(number)) >= 4 for number in LANDINGS)
    assert all(len(shelf("en").standing_on(number)) >= 3 for number in LANDINGS)


def test_two_articles_have_two_addresses_which_say_nothing() -> None:
    assert len(shelf("en").by_code) == len(ALL)
    assert all(re.fullmatch(r"[0-9a-f]{6}", article.code) for article in ALL)


def test_an_address_stays_for_ever() -> None:
    assert shelf("en").by_slug["what-betrayal-trauma-is"].code == "86e759"


@pytest.mark.parametrize("key", WAYS)
@pytest.mark.django_db
def test_what_follows_is_there(key: str) -> None:
    """From each key one comes to a page, whether or not an article names it today."""
    alma = make_person("Alma")
    client = Client()
    sign_in(client, alma)
    (way,) = what_follows((key,), "en")
    assert client.get(way.url).status_code == 200, way


def test_a_room_that_is_not_there_is_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    from stepwell.own.learning import follows

    monkeypatch.setitem(WAYS, "tool:check-in", follows.Way("Gone", "no-such-room:page"))
    kept = what_follows(("tool:check-in", "tool:help", "tool:never-was"), "en")
    assert [way.url for way in kept] == [reverse("help")]


def test_only_the_measure_of_a_file_says_that_it_is_an_article() -> None:
    assert {path.suffix for path in ARTICLES.rglob("*") if path.is_file()} == {".md"}
