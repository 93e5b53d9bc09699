"""What was typed is never lost: not to a wrong answer beside it, a form that waited, or a sign-in that ended.

And no form of somebody else's page is heard.
"""

import json
from base64 import urlsafe_b64encode
from html import escape
from typing import Any

import pytest
from django.test import Client

from stepwell.ground.people.testing import sign_in
from stepwell.ground.vault.api import draft_public
from stepwell.ground.vault.tests.seal_draft import seal_draft
from tests.house.matrix import odd
from tests.house.matrix.addresses import address
from tests.house.matrix.asking import ask, undone
from tests.house.matrix.cast import Cast
from tests.house.matrix.sending import form_for
from tests.house.matrix.table import TABLE

pytestmark = pytest.mark.django_db

FORMS = [name for name, row in TABLE.items() if row.cells["POST", "alma"] != "405"]
TEXT = 'Words with <marks>, "signs" & \u00fcmlauts; three of them.'
OURS = {"origin": "http://testserver"}
# Their own token opens them, or nothing is lost by them: a mail program, a browser in a hurry, a search
WITHOUT_TOKEN = {"people:leave", "notices:stop", "learning:library"}
SECRETS = ("password", "again", "old", "passphrase", "printed", "code", "credential", "draft:check-in")

# name: who sends it, what does not fit, and which of it stands on the page afterwards
SHORT = {"password": "short one", "again": "b"}
DOES_NOT_FIT: dict[str, tuple[str, dict[str, Any], tuple[str, ...]]] = {
    "people:sign-up": ("nobody", {"name": TEXT, **SHORT, "zone": "UTC"}, ("name",)),
    "people:sign-in": ("nobody", {"name": TEXT, "password": "a password of nobody"}, ("name",)),
    "people:recover": ("nobody", {"name": TEXT, "printed": "A", **SHORT}, ("name",)),
    "people:place": ("alma", {"name": TEXT, "zone": "Mars/North"}, ("name",)),
    "notices:address": ("alma", {"address": TEXT}, ("address",)),
    "notices:quiet": ("alma", {"begins": "half past nine", "ends": ""}, ("begins",)),
    "spaces:code": ("femi", {"code": "A-CODE WITH words"}, ("code",)),
    "checkins:write": (
        "alma",
        {"noticed": TEXT, "intend": TEXT[::-1], "new_hard": "a b c", "safety": "99"},
        ("noticed", "intend", "new_hard"),
    ),
    "checkins:correct": (
        "alma",
        {"noticed": "n" * 3000, "intend": TEXT, "revision": "1"},
        ("noticed", "intend"),
    ),
    "pathway:ask": ("alma", {"note": TEXT, "understood": "perhaps"}, ("note",)),
    "checkins:times-add": ("alma", {"at": "half past nine"}, ("at",)),
    "checkins:times-suggest": ("alma", {"two-at": "half past nine"}, ("two-at",)),
}


@pytest.mark.parametrize("name", DOES_NOT_FIT)
def test_what_was_typed_stays_beside_what_does_not_fit(
    name: str, cast: Cast, before: dict[str, Any], settings: Any
) -> None:
    settings.MAIL_IS_SENT = True
    visitor, typed, stays = DOES_NOT_FIT[name]
    answer = ask(cast.browser(visitor), "POST", address(name, cast, "alma")[0], typed, before)
    page = answer.body.decode()
    assert answer.status in {200, 422}
    for field in stays:
        assert escape(typed[field]) in page, field
    for field in {"password", "again", "passphrase"} & set(typed):
        assert f'value="{typed[field]}"' not in page
    # A wrong password is counted; nothing else is written for a form that did not fit.
    assert not {row for row in answer.changed if not row.startswith("people.Failure")}


@pytest.mark.parametrize("visitor", ["nobody", "locked", "half"])
@pytest.mark.parametrize("name", FORMS)
def test_what_was_typed_waits_for_the_sign_in(
    name: str, visitor: str, cast: Cast, before: dict[str, Any]
) -> None:
    if TABLE[name].cells["POST", visitor] != "kept":
        return
    typed = {
        "noticed": TEXT,
        "again": "a secret of hers",
        "passphrase": "one more of them",
        "two-at": "19:15",
    }
    answer = ask(
        cast.browser(visitor), "POST", address(name, cast, TABLE[name].owner or "alma")[0], typed, before
    )
    page = answer.body.decode()
    assert escape(TEXT) in page
    assert "19:15" in page
    assert "one more of them" not in page
    assert "a secret of hers" not in page
    assert "Alma" not in page


@pytest.mark.parametrize("name", FORMS)
def test_a_form_without_our_token_changes_nothing(name: str, cast: Cast, before: dict[str, Any]) -> None:
    url, _ = address(name, cast, TABLE[name].owner or "alma")
    typed = {**form_for(name, cast), "noticed": TEXT}
    for visitor in ("alma", "nobody"):
        elsewhere = _guarded(cast, visitor, {"origin": "https://elsewhere.example"})
        bare, ours = _guarded(cast, visitor, {}), _guarded(cast, visitor, OURS)
        answers = [ask(each, "POST", url, typed, before) for each in (bare, ours, elsewhere)]
        if name in WITHOUT_TOKEN:
            assert {answer.word for answer in answers} == {TABLE[name].cells["POST", visitor].strip("*")}
            continue
        assert {answer.status for answer in answers} == {403}
        assert not any(answer.changed for answer in answers)
        # A stranger's words get no fresh token beside them; our own page's do.
        shown = [escape(TEXT) in answer.body.decode() for answer in answers]
        assert shown == [False, True, False]
        assert not [key for key in SECRETS if key in typed and str(typed[key]).encode() in answers[1].body]


@pytest.mark.parametrize("name", FORMS)
def test_the_same_form_with_our_token_is_heard(name: str, cast: Cast, before: dict[str, Any]) -> None:
    visitor = "femi" if name == "spaces:accept" else "alma"
    url, _ = address(name, cast, TABLE[name].owner or "alma")
    browser = _guarded(cast, visitor, OURS)
    browser.cookies["__Host-csrf"] = token = "a" * 32
    answer = ask(browser, "POST", url, {**form_for(name, cast), "csrfmiddlewaretoken": token}, before)
    assert answer.word + ("*" if answer.changed else "") == TABLE[name].cells["POST", visitor]


def _guarded(cast: Cast, visitor: str, headers: dict[str, str]) -> Client:
    browser = Client(enforce_csrf_checks=True, headers=headers)
    for key, value in cast.cookies[visitor].items():
        browser.cookies[key] = value
    return browser


FIELDS = (
    "safety", "window", "feelings", "more_feelings", "new_hard", "hard", "noticed", "who", "parts",
    "remember", "form_id", "revision", "no such field",
)  # fmt: skip


@pytest.mark.parametrize("value", odd.VALUES)
def test_an_odd_draft_is_drawn_or_left_out(value: str, cast: Cast) -> None:
    """Only the browser can seal one, and a browser may hold anything: the form opens all the same."""
    told = odd.VALUES[value][:4_000]
    hers = cast.members["ben"].fresh()
    check_in = cast.objects["check_in", "ben"]
    pages = {"check-in": "/check-ins/new/", f"check-in-{check_in}": f"/check-ins/{check_in}/correct/"}
    drafts = [{name: [told, told, ""] for name in FIELDS}, {name: [] for name in FIELDS}]
    payloads = [
        *(json.dumps(draft).encode() for draft in drafts),
        told.encode(),
        b'{"noticed": ["\\ud800"]}',
        b"[]",
    ]
    for name, page in pages.items():
        for payload in payloads:
            blob = seal_draft(draft_public(hers.keyring), name, payload)
            text = urlsafe_b64encode(blob).decode().rstrip("=")
            with undone():
                browser = cast.browser("ben")
                opened = browser.post("/drafts/open/", {"name": name, "blob": text})
                assert opened.status_code in {200, 404}
                assert browser.post("/leave/", {f"draft:{name}": text}).status_code == 303
                again = Client()
                sign_in(again, hers)
                assert again.get(page).status_code == 200
