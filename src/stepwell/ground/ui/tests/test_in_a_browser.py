"""Chromium runs our scripts under our own policy. The test client gives every answer, no network does."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.test import Client

from stepwell.ground.ui.tests.wire import from_text, length_prefixed, padme, to_text

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

STATIC = Path(__file__).parent.parent / "static"
HOST = "http://127.0.0.1:9"  # nothing listens there; a secure context all the same
ALMA = X25519PrivateKey.from_private_bytes(bytes(range(32)))
KEY = ALMA.public_key().public_bytes_raw()
PAGE = f"{HOST}/?alma&key={to_text(KEY)}"
Open = Callable[..., "Page"]


def opened(name: str, blob: str) -> tuple[bytes, int]:
    """The payload as the vault's description says to open it, and the padded size it had."""
    data = from_text(blob)
    assert data[0] == 1
    eph, nonce, sealed = data[1:33], data[33:45], data[45:]
    shared = ALMA.exchange(X25519PublicKey.from_public_bytes(eph))
    key = HKDF(SHA256(), 32, salt=eph + KEY, info=b"stepwell draft 1").derive(shared)
    whole = AESGCM(key).decrypt(nonce, sealed, length_prefixed(b"draft1", eph, KEY, name.encode()))
    length = int.from_bytes(whole[:4], "big")
    assert not any(whole[4 + length :])
    return whole[4 : 4 + length], len(whole)


class Site:
    """Answers the browser. Remembers what was posted to it."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.left: list[dict[str, list[str]]] = []
        self.opened: list[str] = []
        self.said: list[str] = []

    def __call__(self, route: "Route") -> None:
        parts = urlsplit(route.request.url)
        if parts.path.startswith("/static/"):
            kinds = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}
            file = STATIC / parts.path.removeprefix("/static/")
            kind = kinds.get(file.suffix.removeprefix("."), "application/octet-stream")
            route.fulfill(body=file.read_bytes(), content_type=kind)
        elif parts.path == "/leave/":
            self.left.append(parse_qs(route.request.post_data or ""))
            route.fulfill(status=200, body="")
        elif parts.path == "/drafts/open/":
            asked = json.loads(route.request.post_data or "{}")
            assert route.request.headers["x-csrftoken"]
            self.opened.append(asked["name"])
            if to_text(KEY) not in route.request.headers["referer"]:
                route.fulfill(status=404, body="")  # Ben's keyring does not open what is Alma's
                return
            payload = opened(asked["name"], asked["blob"])[0]
            route.fulfill(json={"fields": json.loads(payload)})
        else:
            answer = self.client.get(f"{parts.path}?{parts.query}")
            headers = {name: value for name, value in answer.headers.items() if name != "Content-Length"}
            route.fulfill(status=answer.status_code, body=answer.content, headers=headers)


@pytest.fixture
def site(house: Client) -> Site:
    return Site(house)


@pytest.fixture
def page(browser: "Browser", site: Site) -> Iterator["Page"]:
    context = browser.new_context(viewport={"width": 1000, "height": 800}, service_workers="block")
    page = context.new_page()
    page.on("console", lambda message: site.said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: site.said.append(f"error: {error}"))
    page.route("**/*", site)
    page.goto(PAGE)
    yield page
    context.close()


def kept(page: "Page") -> dict[str, str]:
    found: dict[str, str] = page.evaluate("Object.fromEntries(Object.entries(localStorage))")
    return found


def write(page: "Page", words: str) -> None:
    page.fill("textarea[name=noticed]", words)
    page.locator("[data-kept]:not(:empty)").wait_for()


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
    page.goto(f"{PAGE}&saved=note")
    assert kept(page) == {}


def test_escape_twice_empties_the_page_and_takes_the_draft_along(page: "Page", site: Site) -> None:
    page.fill("textarea[name=noticed]", "The last words")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_url(f"{HOST}/blank/")
    assert page.title() == "New page"
    (sent,) = site.left
    assert json.loads(opened("note", sent["draft:note"][0])[0])["noticed"] == ["The last words"]


def test_the_words_are_gone_from_sight_before_anything_is_sent(page: "Page", site: Site) -> None:
    page.fill("textarea[name=noticed]", "Nobody sees this")
    seen: list[str] = []
    page.unroute("**/*")
    page.route("**/*", lambda route: (seen.append(page_text(page, route)), site(route)))
    page.click("button.leave")
    page.wait_for_url(f"{HOST}/blank/")
    assert seen[0] == "/leave/ 0"


def page_text(page: "Page", route: "Route") -> str:
    path = urlsplit(route.request.url).path
    return (
        f"{path} {page.evaluate('document.documentElement.childNodes.length')}" if path == "/leave/" else path
    )


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
