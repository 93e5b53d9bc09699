"""What a browser is given in place of a network, and what a hand does there."""

import json
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.test import Client

from stepwell.ground.ui.tests.wire import from_text, length_prefixed, to_text

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

STATIC = Path(__file__).parent.parent / "static"
HOST = "http://127.0.0.1:9"  # nothing listens there; a secure context all the same
ALMA = X25519PrivateKey.from_private_bytes(bytes(range(32)))
KEY = ALMA.public_key().public_bytes_raw()
PAGE = f"{HOST}/?alma&key={to_text(KEY)}"


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
        self.leaving = 200

    def __call__(self, route: "Route") -> None:
        parts = urlsplit(route.request.url)
        if parts.path.startswith("/static/"):
            kinds = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}
            file = STATIC / parts.path.removeprefix("/static/")
            kind = kinds.get(file.suffix.removeprefix("."), "application/octet-stream")
            route.fulfill(body=file.read_bytes(), content_type=kind)
        elif parts.path == "/leave/":
            self.left.append(parse_qs(route.request.post_data or ""))
            route.fulfill(status=self.leaving, body="")
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
            # A form that was sent is kept: what follows is the page that says so.
            saved = "&saved=note" if route.request.method == "POST" else ""
            answer = self.client.get(f"{parts.path}?{parts.query}{saved}")
            headers = {name: value for name, value in answer.headers.items() if name != "Content-Length"}
            route.fulfill(status=answer.status_code, body=answer.content, headers=headers)


def kept(page: "Page") -> dict[str, str]:
    found: dict[str, str] = page.evaluate("Object.fromEntries(Object.entries(localStorage))")
    return found


def write(page: "Page", words: str) -> None:
    page.fill("textarea[name=noticed]", words)
    page.locator("[data-kept]:not(:empty)").wait_for()


def send(page: "Page") -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="Keep this").click()
