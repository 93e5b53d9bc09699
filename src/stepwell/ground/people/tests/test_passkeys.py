"""A passkey answers the one question that was put to its browser, once and soon."""

import json
from typing import Any

import pytest
import time_machine
from django.test import Client

from stepwell.ground.people import passkeys, questions, signins
from stepwell.ground.people.models import HalfSignIn, SignIn
from stepwell.ground.people.testing import PASSWORD, Member
from stepwell.ground.people.tests.conftest import Browser
from stepwell.ground.vault.api import put_state

pytestmark = pytest.mark.django_db
NOON = "2026-03-01 12:00:00Z"


@pytest.fixture(autouse=True)
def _at_a_name(settings: Any) -> None:
    settings.ORIGIN = "https://home.example"


def _row(client: Client) -> SignIn:
    visit = signins.find(client.cookies[signins.COOKIE].value)
    assert visit is not None
    return visit.row


def test_a_question_is_answered_once(here: Client) -> None:
    row = _row(here)
    questions.put(row, {"challenge": "x"})
    again = _row(here)
    assert questions.take(row) == {"challenge": "x"}
    assert questions.take(again) is None
    assert questions.take(_row(here)) is None


def test_a_question_does_not_wait_for_long(here: Client) -> None:
    with time_machine.travel(NOON, tick=False):
        row = _row(here)
        questions.put(row, {"challenge": "x"})
    with time_machine.travel("2026-03-01 12:10:00Z", tick=False):
        assert questions.take(row) is None


def test_another_sign_in_cannot_answer_or_replace_it(
    alma: Member, here: Client, open_browser: Browser
) -> None:
    other = open_browser(alma)
    questions.put(_row(here), {"challenge": "hers"})
    questions.put(_row(other), {"challenge": "theirs"})
    assert questions.take(_row(here)) == {"challenge": "hers"}


def test_a_question_from_another_hand_is_none(here: Client) -> None:
    row = _row(here)
    SignIn.objects.update(asked=b"not sealed by this server")
    row.refresh_from_db()
    assert questions.take(row) is None


@pytest.mark.parametrize(
    "answer", ["", "{}", "[]", "null", "x", '{"id": 7}', '{"rawId": "AA", "response": {}}']
)
def test_what_is_no_passkey_adds_none(alma: Member, here: Client, answer: str) -> None:
    assert here.get("/settings/factor/").status_code == 200
    assert _row(here).asked is not None
    assert here.post("/settings/passkey/", {"credential": answer, "password": PASSWORD}).status_code == 303
    assert not passkeys.has_any(alma.keyring)
    assert _row(here).asked is None


def _with_passkey(member: Member) -> None:
    """A credential of 16 bytes of id and a public key on P-256, as an authenticator would attest it."""
    point = {1: 2, 3: -7, -1: 1, -2: bytes(31) + b"\1", -3: bytes(31) + b"\2"}
    from fido2.cose import CoseKey
    from fido2.webauthn import AttestedCredentialData

    credential = AttestedCredentialData.create(bytes(16), b"i" * 16, CoseKey.parse(point))
    put_state(member.keyring, passkeys.NAME, passkeys.PasskeysV1(credentials=(bytes(credential),)))


def test_with_a_passkey_the_password_is_half_the_way(alma: Member, open_browser: Browser) -> None:
    _with_passkey(alma)
    hers, his = open_browser(), open_browser()
    for browser in (hers, his):
        response = browser.post("/sign-in/", {"name": "Alma", "password": PASSWORD})
        assert response.headers["Location"].startswith("/sign-in/code/")
    page = hers.get("/sign-in/code/").content.decode()
    assert 'data-passkey="get"' in page
    assert "code from your app" not in page
    before = {bytes(row.asked or b"") for row in HalfSignIn.objects.all()}
    his.get("/sign-in/code/")
    after = {bytes(row.asked or b"") for row in HalfSignIn.objects.all()}
    assert len(before & after) == 1, "his question took the place of hers"
    wrong = hers.post("/sign-in/code/", {"credential": json.dumps({"id": "aWlp"})})
    assert "does not fit" in wrong.content.decode()
    assert not SignIn.objects.exists()


def test_a_passkey_alone_can_be_ended(alma: Member, here: Client) -> None:
    _with_passkey(alma)
    page = here.get("/settings/factor/").content.decode()
    assert "The second step is on" in page
    assert "One is here." in page
    assert here.post("/settings/factor/end/", {"password": PASSWORD}).status_code == 303
    assert not passkeys.has_any(alma.keyring)
