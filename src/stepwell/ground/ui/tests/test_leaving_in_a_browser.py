"""Leaving in Chromium: what is seen, what is sent, and in which order."""

import json
from typing import TYPE_CHECKING

import pytest

from stepwell.ground.ui.tests.browsing import HOST, KEY, PAGE, Site, opened, write
from stepwell.ground.ui.tests.wire import to_text

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.surface


def test_escape_twice_empties_the_page_and_takes_the_draft_along(page: "Page", site: Site) -> None:
    page.fill("textarea[name=noticed]", "The last words")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_url(f"{HOST}/blank/")
    assert page.title() == "New page"
    (sent,) = site.left
    assert json.loads(opened("note", sent["draft:note"][0])[0])["noticed"] == ["The last words"]


def left_twice(page: "Page", site: Site) -> list[dict[str, list[str]]]:
    page.click("button.leave")
    page.wait_for_url(f"{HOST}/blank/")
    page.wait_for_timeout(200)
    return site.left


def test_great_drafts_go_ahead_and_the_sign_in_ends(page: "Page", site: Site) -> None:
    write(page, "word " * 40_000)
    (sent,) = left_twice(page, site)
    assert len(json.loads(opened("note", sent["draft:note"][0])[0])["noticed"][0]) == 200_000


def test_a_server_that_refuses_the_words_is_told_once_more_without_them(page: "Page", site: Site) -> None:
    write(page, "word " * 40_000)
    site.leaving = 413
    sent = left_twice(page, site)
    assert [sorted(each) for each in sent] == [["draft:note"], ["more"]]


def test_what_does_not_fit_into_one_request_stays_behind(page: "Page", site: Site) -> None:
    write(page, "The newest")
    page.evaluate(
        """key => [1, 2].forEach((at) =>
            localStorage.setItem(`n.${key}.old${at}`, `${at}.${'A'.repeat(300_000)}`))""",
        to_text(KEY)[:10],
    )
    (sent,) = left_twice(page, site)
    assert sorted(sent) == ["draft:note", "draft:old2", "more"]


def test_the_mark_stands_before_the_server_is_told(page: "Page", site: Site) -> None:
    page.route("**/leave/", lambda route: route.abort())
    page.click("button.leave")
    page.wait_for_url(f"{HOST}/blank/")
    assert [each["name"] for each in page.context.cookies()] == ["__Host-left"]


def test_the_words_are_gone_from_sight_before_anything_is_sent(page: "Page", site: Site) -> None:
    page.fill("textarea[name=noticed]", "Nobody sees this")
    # Noted by the page itself: a question asked from outside may come after it has gone.
    page.evaluate("""() => {
        const sends = window.fetch;
        window.fetch = (...what) => {
            const left = document.documentElement.childNodes.length;
            if (!sessionStorage.getItem("left")) sessionStorage.setItem("left", `${what[0]} ${left}`);
            return sends(...what);
        };
    }""")
    page.click("button.leave")
    page.wait_for_url(f"{HOST}/blank/")
    assert page.evaluate("sessionStorage.getItem('left')").endswith("/leave/ 0")


def test_escape_once_or_slowly_stays(page: "Page", site: Site) -> None:
    page.keyboard.press("Escape")
    page.wait_for_timeout(1100)
    page.keyboard.press("Escape")
    page.wait_for_timeout(200)
    assert page.url == PAGE
    assert site.left == []


def test_leaving_is_the_first_stop_of_the_tab_key(page: "Page") -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "leave"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
