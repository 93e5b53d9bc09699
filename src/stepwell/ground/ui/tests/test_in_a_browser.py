"""Half-written words in Chromium, under our own policy. The test client answers, no network does."""

import json
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from stepwell.ground.ui.tests.browsing import HOST, KEY, PAGE, Site, kept, opened, send, write
from stepwell.ground.ui.tests.wire import padme, to_text

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.surface


def test_half_written_words_lie_sealed_and_only_the_owner_opens_them(page: "Page", site: Site) -> None:
    write(page, "Ben told me before I asked. Grüße, 你好.")
    page.click("label:has(> #id_safety_6)")
    page.wait_for_timeout(900)
    ((key, value),) = kept(page).items()
    assert key == f"n.{to_text(KEY)[:10]}.note"
    assert "Ben" not in value
    payload, size = opened("note", value.split(".")[1])
    assert json.loads(payload) == {"noticed": ["Ben told me before I asked. Grüße, 你好."], "safety": ["6"]}
    assert size == padme(max(64, len(payload) + 4))
    assert page.inner_text("[data-kept]").startswith("Kept as you write. Last kept at ")
    assert [words for words in site.said if words.startswith("error")] == []


def test_sealing_agrees_with_the_description_at_every_size(page: "Page") -> None:
    for length in (0, 1, 59, 60, 61, 124, 125, 1000, 5000):
        blob = page.evaluate(
            """async ([owner, length]) => {
                const drafts = await import('/static/ui/drafts.js');
                const payload = new Uint8Array(length).fill(7);
                return drafts.toText(await drafts.seal(drafts.toBytes(owner), 'näme', payload));
            }""",
            [to_text(KEY), length],
        )
        payload, size = opened("näme", blob)
        assert payload == bytes([7]) * length
        assert size == padme(max(64, length + 4))


def test_words_come_back_after_the_tab_was_closed(page: "Page", site: Site) -> None:
    write(page, "Half a sen")
    page.goto(f"{HOST}/blank/")
    page.goto(PAGE)
    page.wait_for_selector(".returned")
    assert page.input_value("textarea[name=noticed]") == "Half a sen"
    assert "Your words from" in page.inner_text(".returned")
    page.click(".returned button")
    assert page.input_value("textarea[name=noticed]") == ""
    assert kept(page) == {}
    assert site.opened == ["note"]


def test_words_under_an_earlier_key_are_taken_over(page: "Page") -> None:
    write(page, "Before the new password")
    page.evaluate(
        "([[key, value]]) => { localStorage.clear(); localStorage.setItem('n.abcdefghij.note', value); }",
        list(kept(page).items()),
    )
    page.goto(PAGE)
    page.wait_for_selector(".returned")
    page.locator("[data-kept]:not(:empty)").wait_for()
    page.wait_for_timeout(100)
    assert page.input_value("textarea[name=noticed]") == "Before the new password"
    assert list(kept(page)) == [f"n.{to_text(KEY)[:10]}.note"]


def test_a_saved_form_leaves_no_draft(page: "Page") -> None:
    write(page, "Kept on the server by now")
    send(page)
    assert kept(page) == {}


def test_a_form_sent_in_the_middle_of_a_word_leaves_no_draft(page: "Page") -> None:
    write(page, "Kept on the")
    page.locator("textarea").press_sequentially(" server")
    send(page)
    assert kept(page) == {}


def test_what_came_back_and_was_sent_as_it_stood_leaves_no_draft(page: "Page") -> None:
    write(page, "Whole after all")
    page.goto(PAGE)
    page.wait_for_selector(".returned")
    send(page)
    assert kept(page) == {}


def test_a_page_that_says_kept_takes_no_newer_draft(page: "Page", site: Site) -> None:
    write(page, "The first")
    other = page.context.new_page()
    other.route("**/*", site)
    other.goto(PAGE)
    other.wait_for_selector(".returned")
    write(other, "The second, in another tab")
    newer = kept(page)
    send(page)
    page.goto(f"{PAGE}&saved=note&kept=new")
    assert "kept=" not in page.url
    page.reload()
    assert kept(page) == newer


def test_words_too_long_to_keep_are_said_to_be(page: "Page") -> None:
    write(page, "Short")
    before = kept(page)
    page.fill("textarea[name=noticed]", "word " * 55_000)
    page.locator("[data-kept]", has_text="too long to be kept").wait_for()
    assert kept(page) == before
    page.fill("textarea[name=noticed]", "word " * 40_000)
    page.locator("[data-kept]", has_text="Last kept").wait_for()
    assert kept(page) != before


def test_two_accounts_in_one_browser_keep_their_words_apart(page: "Page") -> None:
    write(page, "Alma's")
    ben = X25519PrivateKey.from_private_bytes(bytes(32)).public_key().public_bytes_raw()
    page.goto(f"{HOST}/?alma&key={to_text(ben)}")
    page.wait_for_timeout(300)
    assert page.input_value("textarea[name=noticed]") == ""
    write(page, "Ben's")
    assert len(kept(page)) == 2


def test_without_x25519_the_page_works_and_says_nothing(page: "Page", site: Site) -> None:
    page.add_init_script("SubtleCrypto.prototype.generateKey = () => Promise.reject(new Error('no X25519'))")
    page.goto(PAGE)
    page.fill("textarea[name=noticed]", "Only here")
    page.wait_for_timeout(900)
    assert page.inner_text("[data-kept]") == ""
    assert kept(page) == {}
    assert [words for words in site.said if words.startswith("error")] == []
