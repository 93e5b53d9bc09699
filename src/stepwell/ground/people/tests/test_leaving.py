"""Leaving at once, signing out, and half-written words that wait for their writer."""

import re

import pytest
from django.test import Client, override_settings

from stepwell.ground.people import drafts, signins
from stepwell.ground.people.models import KeptDraft, SignIn
from stepwell.ground.people.testing import Member, make_person, put_on_app
from stepwell.ground.people.tests.conftest import Browser
from stepwell.ground.people.tests.drafting import sealed

pytestmark = pytest.mark.django_db
FIELDS = {"noticed": ["Half a sen"], "hard": ["late"]}


def _key(client: Client) -> str:
    found = re.search(r'data-draft-key="([\w-]+)"', client.get("/settings/").content.decode())
    assert found is not None
    return found.group(1)


def _gone(response: object, *cookies: str) -> None:
    for name in cookies:
        assert (response.cookies[name].value, response.cookies[name]["max-age"]) == ("", 0)


def test_leaving_ends_the_sign_in_and_leaves_nothing_in_the_browser(alma: Member, here: Client) -> None:
    response = here.post("/leave/")
    assert (response.status_code, response.headers["Location"]) == (303, "/blank/")
    assert response.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert response.headers["Cache-Control"] == "no-store"
    _gone(response, signins.COOKIE, signins.HALF, signins.KNOWN)
    assert not SignIn.objects.exists()


def test_a_stolen_cookie_opens_nothing_after_leaving(here: Client, stranger: Client) -> None:
    stranger.cookies[signins.COOKIE] = here.cookies[signins.COOKIE].value
    here.post("/leave/")
    assert stranger.get("/settings/").status_code == 303


def test_leaving_between_two_steps_ends_what_was_begun(alma: Member, stranger: Client) -> None:
    put_on_app(alma)
    stranger.post("/sign-in/", {"name": "Alma", "password": alma.password})
    half = stranger.cookies[signins.HALF].value
    assert signins.find_half(half) is not None
    stranger.post("/leave/")
    assert signins.find_half(half) is None


def test_leaving_needs_no_token_and_no_sign_in(alma: Member, open_browser: Browser) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/leave/").status_code == 303
    assert strict.post("/sign-out/").status_code == 403
    with override_settings(LEAVE_TO="https://weather.example/"):
        assert strict.post("/leave/").headers["Location"] == "https://weather.example/"


def test_signing_out_keeps_this_browser_known(alma: Member, stranger: Client) -> None:
    stranger.post("/sign-in/", {"name": "Alma", "password": alma.password})
    response = stranger.post("/sign-out/")
    assert (response.status_code, response.headers["Location"]) == (303, "/")
    _gone(response, signins.COOKIE)
    assert signins.known(stranger.cookies[signins.KNOWN].value, alma.id)
    assert stranger.get("/settings/").status_code == 303


def test_half_written_words_wait_for_her_and_go_once_kept(alma: Member, here: Client) -> None:
    here.post("/leave/", {"draft:check-in": sealed(_key(here), "check-in", FIELDS)})
    row = KeptDraft.objects.get()
    assert b"Half a sen" not in bytes(row.blob)
    assert drafts.kept_draft(alma.keyring, "check-in") == FIELDS
    assert drafts.kept_draft(alma.keyring, "another") is None
    assert drafts.kept_draft(make_person("Ben").keyring, "check-in") is None
    drafts.drop_draft(alma.keyring, "check-in")
    assert drafts.kept_draft(alma.keyring, "check-in") is None


def test_the_page_offers_them_and_keeping_drops_them(alma: Member, open_browser: Browser) -> None:
    first = open_browser(alma)
    first.post("/leave/", {"draft:check-in": sealed(_key(first), "check-in", {"noticed": ["Half a sen"]})})
    later = open_browser(alma)
    page = later.get("/check-ins/new/").content.decode()
    assert "Half a sen" in page
    form_id = re.search(r'<input[^>]*name="form_id"[^>]*>', page)
    assert form_id is not None
    given = {"form_id": form_id.group().split('value="')[1].split('"')[0], "noticed": "Whole."}
    assert later.post("/check-ins/new/", given).status_code == 303
    assert not KeptDraft.objects.exists()
    assert "Half a sen" not in later.get("/check-ins/new/").content.decode()


def test_the_newest_words_are_the_ones_that_wait(alma: Member, open_browser: Browser) -> None:
    for words in ("first", "second"):
        here = open_browser(alma)
        here.post("/leave/", {"draft:check-in": sealed(_key(here), "check-in", {"noticed": [words]})})
    assert drafts.kept_draft(alma.keyring, "check-in") == {"noticed": ["second"]}


@pytest.mark.parametrize(
    "given",
    [
        {"draft:": "AAAA"},
        {"draft:a name with spaces": "AAAA"},
        {"draft:" + "n" * 41: "AAAA"},
        {"draft:note": ""},
        {"draft:note": "é"},
        {"draft:note": "A"},
        {"draft:note": "A" * 90_000},
        {"draft:no\0te": "AAAA"},
    ],
)
def test_what_is_no_draft_is_not_kept_and_leaving_works(here: Client, given: dict[str, str]) -> None:
    assert here.post("/leave/", given).status_code == 303
    assert not KeptDraft.objects.exists()
    assert not SignIn.objects.exists()


def test_one_leaving_brings_a_few_drafts_at_most(here: Client) -> None:
    here.post("/leave/", {f"draft:n{number}": "AAAA" for number in range(40)})
    assert KeptDraft.objects.count() == drafts.MOST


def test_her_browsers_draft_is_opened_for_her_alone(
    alma: Member, here: Client, open_browser: Browser
) -> None:
    sent = {"name": "check-in", "blob": sealed(_key(here), "check-in", FIELDS)}
    answer = here.post("/drafts/open/", sent, content_type="application/json")
    assert answer.json() == {"fields": FIELDS}
    assert here.post("/drafts/open/", sent).json() == {"fields": FIELDS}
    ben = open_browser(make_person("Ben"))
    assert ben.post("/drafts/open/", sent, content_type="application/json").status_code == 404
    other = sent | {"name": "another"}
    assert here.post("/drafts/open/", other, content_type="application/json").status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{",
        b'{"name": 7}',
        b'{"name": "a", "blob": null}',
        b'{"name": "\\ud800", "blob": "A"}',
        b'{"name": "a", "blob": "\\ud800"}',
        b"\xff",
        b"[" * 100_000,
    ],
)
def test_a_body_that_is_no_draft_is_not_there(here: Client, body: bytes) -> None:
    assert here.post("/drafts/open/", body, content_type="application/json").status_code == 404


def test_a_draft_that_holds_something_else_is_not_there(here: Client) -> None:
    for fields in ([], {"a": "b"}, {"a": [1]}, None):
        sent = {"name": "note", "blob": sealed(_key(here), "note", fields)}
        assert here.post("/drafts/open/", sent, content_type="application/json").status_code == 404
