"""Pages for what went wrong: calm, alike for everybody in the same state, and with a way on."""

import pytest
from django.template import Template
from django.test import Client, RequestFactory

from stepwell.ground.ui import errors
from stepwell.ground.ui.api import too_many

OWN_PAGE = {"sec-fetch-site": "same-origin"}


def test_not_there_and_not_yours_are_the_same_bytes(house: Client) -> None:
    for who in ("", "?alma&key=abc"):
        pages = [house.get(f"/missing/{what}/{who}").content for what in ("of-ben", "of-chidi", "of-nobody")]
        pages.append(house.get(f"/never/heard-of/{who}").content)
        assert len(set(pages)) == 1
        assert b"There is nothing here" in pages[0]
        assert b"csrf" not in pages[0]


def test_the_page_of_somebody_signed_in_keeps_the_navigation(house: Client) -> None:
    assert b'<nav class="nav"' in house.get("/missing/x/?alma").content
    assert b'<nav class="nav"' not in house.get("/missing/x/").content


@pytest.mark.parametrize("address", ["/missing/x/", "/refused/", "/too-big/", "/breaks/", "/only-post/"])
def test_every_error_page_offers_a_way_on_and_a_way_out(house: Client, address: str) -> None:
    page = house.get(address).content.decode()
    assert 'action="/leave/"' in page
    assert '<a class="button" href="/">' in page
    assert 'href="/help/"' in page
    assert "<title>Page – Stepwell</title>" in page


def test_a_breakage_tells_nothing_and_needs_no_person(house: Client) -> None:
    answer = house.get("/breaks/?alma")
    page = answer.content.decode()
    assert answer.status_code == 500
    assert "nobody may read" not in page
    assert "Alma" not in page
    assert "Something broke on our side" in page


def test_even_broken_templates_leave_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Template, "render", refuse)
    answer = errors.broken(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert b"kept stays kept" in answer.content
    assert b"action=/leave/" in answer.content


def test_an_address_for_forms_says_so_and_which(house: Client) -> None:
    answer = house.get("/only-post/")
    assert b"only takes a form" in answer.content
    assert answer.headers["Allow"] == "POST"
    assert answer.headers.get("Content-Length", str(len(answer.content))) == str(len(answer.content))


def test_a_limit_says_when_to_come_back(house: Client) -> None:
    answer = too_many(RequestFactory().get("/"), retry_after=90)
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "90"


STALE = {
    "noticed": "Ben rang & said so",
    "body": ["jaw", "chest"],
    "password": "15 letters long",
    "csrfmiddlewaretoken": "old",
}


def stale(sent_by: dict[str, str]) -> str:
    client = Client(enforce_csrf_checks=True, headers=sent_by)
    answer = client.post("/together/?alma", STALE)
    assert answer.status_code == 403
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.content.decode()


@pytest.mark.usefixtures("house")
def test_a_form_that_waited_too_long_gives_the_words_back() -> None:
    page = stale(OWN_PAGE)
    assert "This page waited too long" in page
    assert 'action="/together/?alma"' in page
    assert '<input type="hidden" name="noticed" value="Ben rang &amp; said so">' in page
    assert page.count('name="body"') == 2
    assert "<p>Ben rang &amp; said so</p>" in page
    assert "15 letters" not in page
    assert 'value="old"' not in page
    assert page.count("csrfmiddlewaretoken") == 1


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize(
    "sent_by",
    [
        {"sec-fetch-site": "cross-site", "origin": "http://testserver"},
        {"sec-fetch-site": "none"},
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {},
    ],
)
def test_the_words_of_a_strangers_page_get_no_fresh_token(sent_by: dict[str, str]) -> None:
    page = stale(sent_by)
    assert "Ben rang" not in page
    assert "csrfmiddlewaretoken" not in page
    assert "Open it afresh" in page


@pytest.mark.usefixtures("house")
def test_an_older_browser_is_believed_by_its_origin() -> None:
    assert "Ben rang" in stale({"origin": "http://testserver"})
    assert "Ben rang" in stale({"referer": "http://testserver/together/"})


@pytest.mark.usefixtures("house")
def test_a_form_that_finds_nothing_is_promised_nothing_about_its_words(house: Client) -> None:
    pages = [house.post("/missing/x/", {"words": "long"}).content, house.get("/missing/x/").content]
    assert pages[0] == pages[1]
    assert b"you wrote" not in pages[0].lower()
    assert b"The first page leads to everything that is yours." in pages[0]
