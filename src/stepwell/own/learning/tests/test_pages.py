"""Reading as people meet it: signed out, signed in, looking for a word."""

import logging
import re

import pytest
from django.db import connections
from django.template.loader import get_template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stepwell.ground.people.testing import make_person, sign_in
from stepwell.ground.ui.api import offers
from stepwell.own.learning import api
from stepwell.own.learning.shelf import shelf

# On PostgreSQL each request begins at the wall between circles, also one that reads no row.
pytestmark = pytest.mark.django_db

LIBRARY = reverse("learning:library")
SECRET = "whether a heron forgives"


def _address(slug: str) -> str:
    found = api.reading(slug)
    assert found
    return found.url


def _search(words: str, client: Client | None = None) -> tuple[int, str]:
    answer = (client or Client()).post(LIBRARY, {"words": words})
    return answer.status_code, answer.content.decode()


def test_esi_reads_without_an_account() -> None:
    page = Client().get(LIBRARY)
    assert page.status_code == 200
    for article in shelf("en").articles:
        assert page.content.decode().count(f">{article.title}<".replace("'", "&#x27;")) == 1, article.slug
    article = Client().get(_address("boundaries"))
    assert "A boundary says where you end" in article.content.decode()


def test_a_reader_who_is_not_signed_in_gets_no_cookie_and_no_row() -> None:
    client = Client()
    for answer in (
        client.get(LIBRARY),
        client.get(_address("boundaries")),
        client.post(LIBRARY, {"words": "a"}),
    ):
        assert answer.status_code == 200
        assert not answer.cookies


def test_nothing_is_written_of_what_alma_reads() -> None:
    client = Client()
    sign_in(client, make_person("Alma"))
    client.get(LIBRARY)
    seen = [CaptureQueriesContext(connections[name]) for name in ("default", "sessions")]
    with seen[0], seen[1]:
        client.get(_address("boundaries"))
        client.post(LIBRARY, {"words": SECRET})
    said = " ".join(query["sql"] for one in seen for query in one.captured_queries)
    assert not re.search(r"\b(INSERT|UPDATE|DELETE)\b", said)
    assert "heron" not in said


def test_what_is_looked_for_is_nowhere_but_on_the_page(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        status, text = _search(SECRET)
    assert status == 200
    assert SECRET in text
    assert "heron" not in caplog.text
    assert f'action="{LIBRARY}"' in text
    assert 'method="post"' in text
    assert re.search(r'<input[^>]*autocomplete="off"[^>]*name="words"', text)


def test_a_question_in_the_address_is_not_answered() -> None:
    """Words in an address stay in the history: the page does not take them up, and makes no such link."""
    assert SECRET not in Client().get(LIBRARY, {"words": SECRET}).content.decode()


def test_the_address_and_the_title_tell_nothing() -> None:
    page = Client().get(_address("what-betrayal-trauma-is")).content.decode()
    assert "<title>Reading – Stepwell</title>" in page
    assert re.fullmatch(r"/reading/[0-9a-f]{6}/", _address("what-betrayal-trauma-is"))


def test_what_was_found_can_be_come_back_to_without_its_words() -> None:
    """The way back of a posted page: an address of the pages found, which a script puts into the history."""
    status, text = _search("boundaries fear")
    found = re.search(r'data-found="([^"]*)"', text)
    assert status == 200
    assert found
    assert re.fullmatch(r"/reading/\?of=[0-9a-f.]+", found[1])
    again = Client().get(found[1]).content.decode()
    assert re.findall(r"/reading/[0-9a-f]{6}/", again) == re.findall(r"/reading/[0-9a-f]{6}/", text)
    assert "<mark>" not in again
    assert "fear" not in re.sub(r'<span class="small">.*?</span>', "", again)


@pytest.mark.parametrize("of", ["", "000000", "x" * 9000, "86e759" * 3, "\x00", ".....", "<b>"])
def test_a_way_back_to_nothing_is_the_library(of: str) -> None:
    answer = Client().get(LIBRARY, {"of": of})
    assert answer.status_code == 200
    assert "Short pages to read" in answer.content.decode()


@pytest.mark.parametrize("code", ["000000", "boundaries", "86E759"])
def test_what_never_was_is_not_there(code: str) -> None:
    assert Client().get(reverse("learning:article", args=(code,))).status_code == 404


def test_a_note_comes_before_the_text_and_sources_after() -> None:
    page = Client().get(_address("what-betrayal-trauma-is")).content.decode()
    marks = [
        "3 minutes",
        "<h1>",
        'role="note"',
        "You find out that the person",
        "From here",
        "Sources",
        "Herman",
    ]
    places = [page.index(mark) for mark in marks]
    assert places == sorted(places)
    assert 'role="note"' not in Client().get(_address("no-big-decisions-now")).content.decode()


def test_a_search_has_a_state_for_everything() -> None:
    assert "<mark>Boundaries</mark>" in _search("boundaries")[1]
    assert "No page has these words" in _search("quasar zeppelin")[1]
    assert "These have some of them" in _search("sleep quasar")[1]
    assert "Write a word or two" in _search("   ")[1]


def test_bad_input_comes_back_with_what_was_typed() -> None:
    status, text = _search("trust " * 60)
    assert status == 422
    assert "At most 120 characters" in text
    assert "trust trust" in text
    assert _search("with a \x00 inside")[0] == 422
    assert _search("<script>alert(1)</script>")[1].count("<script>alert") == 0
    assert Client().post(LIBRARY, {}).status_code == 200


def test_a_signed_in_reader_sees_mine_marked_and_leaves_nothing_in_the_browser() -> None:
    client = Client()
    sign_in(client, make_person("Alma"))
    answer = client.get(_address("boundaries"))
    assert re.search(r'<a href="/mine/" aria-current="page"', answer.content.decode())
    assert "no-store" in answer["Cache-Control"]


def test_the_door_gives_what_fits_a_landing() -> None:
    for number in range(1, 6):
        found = api.suggest(number)
        assert len(found) == 3
        assert all(number in one.landings for one in found)
        assert [one.minutes for one in found] == sorted(one.minutes for one in found)
        assert len(api.readings(number)) >= 4
    assert len(api.readings()) == len(shelf("en").articles)
    assert api.reading("never-was") is None


def test_the_home_page_has_something_to_offer_on_each_landing() -> None:
    reads = [offer for offer in offers() if offer.key.startswith("article:")]
    for number in range(1, 6):
        assert [offer for offer in reads if number in offer.landings and offer.minutes <= 3]
    noted = {f"article:{article.slug}" for article in shelf("en").articles if article.note}
    for offer in reads:
        assert offer.states == {"inside"}
        assert Client().get(offer.url).status_code == 200
        assert (3 in offer.hours) == (offer.key not in noted)
        assert str(offer.label)


def test_what_is_handed_to_the_page_of_ones_own_pace_leads_where_it_says() -> None:
    drawn = get_template("learning/_pace.html").render()
    for slug in ("comparing", "affection"):
        assert f'<a href="{_address(slug)}">{shelf("en").by_slug[slug].title}</a>' in drawn
