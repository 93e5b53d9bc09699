"""Half a minute with her unlocked phone: he reads what stands there, and changes nothing."""

import threading

import pyotp
import pytest
from django.db import connections
from django.test import Client

from stepwell.ground.people import factors, limits, passkeys, signins
from stepwell.ground.people.models import Failure, Person
from stepwell.ground.people.testing import PASSWORD, Member
from stepwell.ground.people.tests.conftest import Browser
from stepwell.ground.vault.api import has_lock

pytestmark = pytest.mark.django_db
WORDS = "seven grey geese over the weir"


def _begin(here: Client, password: str) -> dict[str, str]:
    visit = signins.find(here.cookies[signins.COOKIE].value)
    assert visit is not None
    seed = factors.seed_to_show(visit.keyring, visit.row.pk)
    return {"code": pyotp.TOTP(seed).now(), "password": password}


@pytest.mark.parametrize("password", ["", "not her words at all"])
def test_without_the_password_nothing_is_put_on_taken_off_or_taken_along(
    alma: Member, here: Client, password: str
) -> None:
    tries = {
        "/settings/lock/": {"old": password, "password": WORDS, "again": WORDS},
        "/settings/factor/": _begin(here, password),
        "/settings/passkey/": {"credential": "{}", "password": password},
        "/settings/export/": {"password": password},
        "/settings/delete/": {"password": password},
    }
    for page, given in tries.items():
        answer = here.post(page, given)
        assert answer.status_code == 200, page
        assert 'role="alert"' in answer.content.decode(), page
        assert answer.headers["Content-Type"].startswith("text/html"), page
        Failure.objects.all().delete()
    assert not has_lock(alma.id)
    assert not factors.has_app(alma.keyring)
    assert Person.objects.exists()


def test_a_passphrase_is_changed_and_taken_away_only_with_it(alma: Member, here: Client) -> None:
    given = {"old": PASSWORD, "password": WORDS, "again": WORDS}
    assert here.post("/settings/lock/", given).status_code == 303
    other = {"password": WORDS[::-1], "again": WORDS[::-1]}
    assert here.post("/settings/lock/", other).status_code == 200
    assert here.post("/settings/lock/end/").status_code == 200
    assert here.post("/settings/lock/end/", {"password": WORDS}).status_code == 200
    assert has_lock(alma.id)
    assert here.post("/settings/lock/", other | {"old": PASSWORD}).status_code == 303
    assert here.post("/settings/lock/end/", {"password": alma.code}).status_code == 303, "or the printed code"
    assert not has_lock(alma.id)


def test_a_wrong_password_leaves_the_question_to_the_passkey_open(
    settings: object, alma: Member, here: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.ORIGIN = "https://home.example"
    asked: list[str] = []
    monkeypatch.setattr(passkeys, "add", lambda _holder, _row, answer: asked.append(answer) is None)
    here.post("/settings/passkey/", {"credential": "made", "password": "not her words at all"})
    assert not asked
    assert here.post("/settings/passkey/", {"credential": "made", "password": PASSWORD}).status_code == 303
    assert asked == ["made"]


def test_the_file_comes_to_a_form_and_to_no_link(here: Client) -> None:
    page = here.get("/settings/export/")
    assert page.headers["Content-Type"].startswith("text/html")
    assert "Content-Disposition" not in page.headers
    taken = here.post("/settings/export/", {"password": PASSWORD})
    assert taken.headers["Content-Type"] == "application/json"


@pytest.mark.django_db(transaction=True)
def test_of_many_guesses_at_once_no_more_are_heard_than_of_many_in_a_row(
    alma: Member, open_browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed = factors.new_seed()
    assert factors.begin(alma.keyring, seed, pyotp.TOTP(seed).now())
    browser, heard, gate = open_browser(), [], threading.Barrier(24)
    browser.post("/sign-in/", {"name": "Alma", "password": PASSWORD})
    half = browser.cookies[signins.HALF].value

    def check(_holder: object, code: str) -> bool:
        heard.append(code)
        return False

    monkeypatch.setattr(factors, "check_code", check)

    def guess(number: int) -> None:
        client = Client(raise_request_exception=False)
        client.cookies[signins.HALF] = half
        gate.wait(20)
        try:
            client.post("/sign-in/code/", {"code": f"{number:06}"})
        finally:
            connections.close_all()

    guesses = [threading.Thread(target=guess, args=(number,)) for number in range(24)]
    for each in guesses:
        each.start()
    for each in guesses:
        each.join(60)
    assert len(heard) <= limits.FREE


def test_the_right_code_of_paper_is_heard_whatever_was_guessed(alma: Member, here: Client) -> None:
    for _guess in range(limits.FREE + 2):
        page = here.post("/settings/export/", {"password": "not her words at all"}).content.decode()
    assert "Wait about" in page
    assert "Wait about" in here.post("/settings/export/", {"password": PASSWORD}).content.decode()
    assert (
        here.post("/settings/export/", {"password": alma.code}).headers["Content-Type"] == "application/json"
    )
