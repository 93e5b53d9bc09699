"""The frame around every page: leaving comes first, and nothing names what this is about."""

import json
import re

from django.test import Client
from django.utils import translation
from pytest_django import Settings


def test_leave_is_the_first_thing_that_the_tab_key_finds(house: Client) -> None:
    for address in ("/", "/?alma", "/missing/x/", "/offline/", "/breaks/"):
        body = house.get(address).content.decode().split("<body", 1)[1]
        first = re.search(r"<(a|button|input|select|textarea|summary)\b[^>]*>", body)
        assert first is not None
        assert first.group() == '<button class="leave" type="submit">'
        form = body[: first.start()].rsplit("<form", 1)[1]
        assert 'method="post" action="/leave/" data-to="/blank/"' in form
        assert "csrf" not in form


def test_signed_in_has_the_areas_and_signed_out_has_help(house: Client) -> None:
    inside, outside = (house.get(address).content.decode() for address in ("/?alma", "/"))
    assert '<a href="/" aria-current="page">' in inside
    assert '<a href="/together/">' in inside
    assert 'class="beside"' not in inside
    assert '<a class="beside" href="/help/">Help</a>' in outside
    assert "<nav" not in outside


def test_theme_language_and_draft_key_are_the_persons(house: Client) -> None:
    inside = house.get("/?alma&key=abc_-").content.decode()
    assert '<html lang="en" dir="ltr" data-theme="dark">' in inside
    assert 'data-draft-key="abc_-"' in inside
    assert "drafts.js" in inside
    outside = house.get("/").content.decode()
    assert "data-theme" not in outside
    assert "drafts.js" not in outside
    assert "offline.js" not in outside
    with translation.override("ar"):
        assert '<html lang="ar" dir="rtl">' in house.get("/offline/").content.decode()


def test_a_saved_form_tells_the_browser_to_drop_its_draft(house: Client) -> None:
    assert ' data-saved="note"' in house.get("/?alma&key=abc&saved=note").content.decode()
    assert "data-saved" not in house.get("/?alma&key=abc").content.decode()


def test_the_blank_page_has_no_name_and_no_sign_of_ours(house: Client) -> None:
    page = house.get("/blank/?alma").content.decode()
    assert "<title>New page</title>" in page
    assert "stepwell" not in page.lower()
    assert "<body></body>" in page
    assert "script" not in page


def test_the_offline_page_is_nobodys(house: Client) -> None:
    assert house.get("/offline/?alma&key=abc").content == house.get("/offline/").content


def test_the_worker_keeps_only_what_is_the_same_for_everybody(house: Client) -> None:
    answer = house.get("/sw.js")
    assert answer.headers["Service-Worker-Allowed"] == "/"
    assert answer.headers["Content-Type"].startswith("text/javascript")
    found = re.search(r"KEPT = (\[.*\]);", answer.content.decode())
    assert found is not None
    kept = json.loads(found.group(1))
    assert kept[:2] == ["/offline/", "/blank/"]
    assert kept[2] == "/kept/"
    assert all(address.startswith("/static/") for address in kept[3:])
    assert "put here" not in answer.content.decode().split("\n", 4)[4]


def test_the_installed_name_says_nothing(house: Client) -> None:
    content = house.get("/manifest.webmanifest").json()
    assert content["name"] == content["short_name"] == "Stepwell"
    assert content["background_color"] == "#f7f4ec"
    words = json.dumps(content).lower()
    assert not any(word in words for word in ("couple", "trust", "affair", "therap", "partner", "intima"))


def test_the_parts_are_shown_in_development_only(house: Client, settings: Settings) -> None:
    assert house.get("/components/").status_code == 404
    settings.DEBUG = True
    for state in ("", "?state=wrong", "?state=out", "?alma"):
        assert house.get(f"/components/{state}").status_code == 200
