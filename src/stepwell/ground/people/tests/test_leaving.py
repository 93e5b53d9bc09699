"""Leaving at once, signing out, and half-written words that wait for their writer."""

import re

import pytest
from django.db import OperationalError
from django.test import Client, override_settings

from stepwell.ground.people import drafts, signins
from stepwell.ground.people.left import MARK
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
    assert (response.status_code, response.headers["Location"]) == (303, "/sign-in/")
    _gone(response, signins.COOKIE, signins.HALF)
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
        {"draft:" + "n" * 81: "AAAA"},
        {"draft:note": ""},
        {"draft:note": "é"},
        {"draft:note": "A"},
        {"draft:note": "A" * 360_000},
        {"draft:no\0te": "AAAA"},
    ],
)
def test_what_is_no_draft_is_not_kept_and_leaving_works(here: Client, given: dict[str, str]) -> None:
    answer = here.post("/leave/", given)
    assert answer.status_code == 303
    assert "storage" not in answer.headers["Clear-Site-Data"]
    assert not KeptDraft.objects.exists()
    assert not SignIn.objects.exists()


def test_one_leaving_brings_a_few_drafts_at_most(here: Client) -> None:
    here.post("/leave/", {f"draft:n{number}": "AAAA" for number in range(40)})
    assert KeptDraft.objects.count() == drafts.MOST


def test_a_long_name_and_long_words_wait_for_her_too(alma: Member, here: Client) -> None:
    name = f"check-in-{alma.id}"
    answer = here.post(
        "/leave/", {f"draft:{name}": sealed(_key(here), name, FIELDS), "draft:a": "A" * 340_000}
    )
    assert "storage" in answer.headers["Clear-Site-Data"]
    assert drafts.kept_draft(alma.keyring, name) == FIELDS
    drafts.drop_draft(alma.keyring, name)
    assert [len(row.blob) for row in KeptDraft.objects.all()] == [255_000]


def test_words_that_nobody_here_can_keep_stay_in_the_browser(here: Client, stranger: Client) -> None:
    assert "storage" not in stranger.post("/leave/", {"draft:note": "AAAA"}).headers["Clear-Site-Data"]
    assert "storage" not in here.post("/leave/", {"more": "1"}).headers["Clear-Site-Data"]
    assert "storage" in here.post("/leave/").headers["Clear-Site-Data"]


URLENCODED = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("kind", "body", "more"),
    [
        (URLENCODED, b"draft:note=" + b"A" * 600_000, {}),
        (URLENCODED, b"draft:note=A", {"CONTENT_LENGTH": "many"}),
        (URLENCODED, b"&".join(b"a=b" for _ in range(2000)), {}),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disp", {}),
        ("multipart/form-data", b"--x", {}),
        ("application/x-www-form-urlencoded; charset=utf-16", b"draft:note=A", {}),
    ],
)
def test_leaving_ends_the_sign_in_whatever_is_sent_along(
    alma: Member, here: Client, kind: str, body: bytes, more: dict[str, str]
) -> None:
    answer = here.generic("POST", "/leave/", body, content_type=kind, **more)
    assert answer.status_code == 303
    _gone(answer, signins.COOKIE, signins.HALF, signins.KNOWN, MARK)
    assert not SignIn.objects.exists()


@pytest.mark.parametrize("broken", ["keep_all", "end"])
def test_leaving_takes_the_cookies_when_the_store_does_not_answer(
    here: Client, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def busy(*_: object, **__: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(drafts if broken == "keep_all" else signins, broken, busy)
    answer = here.post("/leave/", {"draft:note": "AAAA"})
    assert answer.status_code == 303
    _gone(answer, signins.COOKIE)
    assert ("storage" in answer.headers["Clear-Site-Data"]) == (broken == "end")


@pytest.mark.parametrize(
    ("sender", "cleared"),
    [("same-origin", True), ("none", True), ("cross-site", False), ("same-site", False)],
)
def test_a_page_of_somebody_else_clears_nothing(here: Client, sender: str, cleared: bool) -> None:
    answer = here.post("/leave/", headers={"Sec-Fetch-Site": sender})
    assert ("Clear-Site-Data" in answer.headers) == cleared
    assert (signins.KNOWN in answer.cookies) == cleared
    _gone(answer, signins.COOKIE)


@pytest.mark.parametrize("page", ["/settings/", "/today/", "/sign-in/", "/"])
def test_who_left_without_a_connection_is_gone_at_the_next_request(
    alma: Member, here: Client, page: str
) -> None:
    here.cookies[MARK] = "1"
    answer = here.get(page)
    assert alma.name not in answer.content.decode()
    assert answer.headers.get("Location", "").startswith("/sign-in/") or answer.status_code == 200
    _gone(answer, signins.COOKIE, MARK)
    assert not SignIn.objects.exists()
    assert "storage" not in answer.headers["Clear-Site-Data"]


def test_the_mark_does_not_come_before_the_words_on_their_way(alma: Member, here: Client) -> None:
    given = {"draft:check-in": sealed(_key(here), "check-in", FIELDS)}
    here.cookies[MARK] = "1"
    assert here.get("/blank/").status_code == 200
    _gone(here.post("/leave/", given), MARK)
    assert drafts.kept_draft(alma.keyring, "check-in") == FIELDS


def test_a_sign_in_that_carries_the_mark_still_signs_in(alma: Member, stranger: Client) -> None:
    stranger.cookies[MARK] = "1"
    answer = stranger.post("/sign-in/", {"name": "Alma", "password": alma.password})
    _gone(answer, MARK)
    assert signins.find(answer.cookies[signins.COOKIE].value) is not None


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
