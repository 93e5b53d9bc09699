"""The second step: an app that shows codes, kept seeds, and guesses that slow down."""

import re
from uuid import UUID

import pyotp
import pytest
import time_machine
from django.test import Client

from stepwell.ground.people import factors, limits, signins
from stepwell.ground.people.models import HalfSignIn, SignIn
from stepwell.ground.people.testing import PASSWORD, Member, make_person
from stepwell.ground.people.tests.conftest import Browser

pytestmark = pytest.mark.django_db
NOON = "2026-03-01 12:00:00Z"
PAGE = "/settings/factor/"


def _shown(client: Client) -> str:
    found = re.search(r'class="fingerprint">([A-Z2-7 ]+)<', client.get(PAGE).content.decode())
    assert found is not None
    return found.group(1).replace(" ", "")


def _now(seed: str) -> str:
    return pyotp.TOTP(seed).now()


def _begin(seed: str) -> dict[str, str]:
    return {"code": _now(seed), "password": PASSWORD}


@pytest.fixture
def seed(alma: Member) -> str:
    """Alma's app, put on an hour before noon."""
    seed = factors.new_seed()
    with time_machine.travel("2026-03-01 11:00:00Z", tick=False):
        assert factors.begin(alma.keyring, seed, _now(seed))
    return seed


def _half(client: Client) -> None:
    response = client.post("/sign-in/", {"name": "Alma", "password": PASSWORD, "next": "/together/"})
    assert response.headers["Location"] == "/sign-in/code/?next=%2Ftogether%2F"
    assert signins.COOKIE not in response.cookies


def _sent(client: Client, code: str) -> str:
    return client.post("/sign-in/code/", {"code": code, "next": "/together/"}).content.decode()


def test_she_puts_it_on_with_the_seed_the_page_showed(
    alma: Member, here: Client, open_browser: Browser
) -> None:
    other = open_browser(alma)
    seed = _shown(here)
    assert _shown(here) == seed
    response = here.post(PAGE, _begin(seed))
    assert response.headers["Location"] == "/settings/"
    assert factors.has_app(alma.keyring)
    assert other.get("/settings/").status_code == 303
    assert seed not in here.get(PAGE).content.decode().replace(" ", "")


def test_a_seed_that_somebody_else_chose_does_nothing(alma: Member, here: Client) -> None:
    theirs = factors.new_seed()
    hers = _shown(here)
    page = here.post(PAGE, {"code": _now(theirs), "seed": theirs, "password": PASSWORD}).content.decode()
    assert "This code does not fit." in page
    assert theirs not in page.replace(" ", "")
    assert hers in page.replace(" ", "")
    assert not factors.has_app(alma.keyring)


def test_a_seed_shown_in_another_browser_does_nothing_here(
    alma: Member, here: Client, open_browser: Browser
) -> None:
    other = open_browser(alma)
    theirs = _shown(other)
    hers = _shown(here)
    assert hers != theirs
    assert "does not fit" in here.post(PAGE, _begin(theirs)).content.decode()
    assert "does not fit" in other.post(PAGE, _begin(theirs)).content.decode()
    assert not factors.has_app(alma.keyring)


def test_a_seed_waits_half_an_hour_and_begins_once(alma: Member, open_browser: Browser) -> None:
    with time_machine.travel(NOON, tick=False):
        here = open_browser(alma)
        early = _shown(here)
    with time_machine.travel("2026-03-01 12:30:00Z", tick=False):
        assert "does not fit" in here.post(PAGE, _begin(early)).content.decode()
        late = _shown(here)
        assert late != early
        assert here.post(PAGE, _begin(late)).status_code == 303
        assert not factors.confirm(alma.keyring, SignIn.objects.get().pk, _now(late))


def test_the_code_of_now_opens_and_leads_on(alma: Member, seed: str, stranger: Client) -> None:
    with time_machine.travel(NOON, tick=False):
        _half(stranger)
        response = stranger.post("/sign-in/code/", {"code": _now(seed), "next": "/together/"})
        assert (response.status_code, response.headers["Location"]) == (303, "/together/")
        assert stranger.get("/settings/").status_code == 200
    assert not HalfSignIn.objects.exists()


def test_a_code_read_over_a_shoulder_is_used_up(alma: Member, seed: str, open_browser: Browser) -> None:
    with time_machine.travel(NOON, tick=False):
        hers, his = open_browser(), open_browser()
        _half(hers)
        _half(his)
        code = _now(seed)
        assert hers.post("/sign-in/code/", {"code": code}).status_code == 303
        assert "This does not fit." in _sent(his, code)


@pytest.mark.parametrize("code", ["", "000000", "abcdef", "１２３４５６", "0" * 13, "\0\0", "-1"])
def test_what_is_no_code_is_said_in_words(alma: Member, seed: str, stranger: Client, code: str) -> None:
    with time_machine.travel(NOON, tick=False):
        _half(stranger)
        assert "This does not fit." in _sent(stranger, code)
    assert not SignIn.objects.exists()


def test_wrong_codes_slow_down_but_not_in_a_browser_she_knows(
    alma: Member, seed: str, open_browser: Browser
) -> None:
    with time_machine.travel(NOON, tick=False):
        hers, his = open_browser(), open_browser()
        _half(hers)
        hers.post("/sign-in/code/", {"code": _now(seed)})
        hers.post("/sign-out/")
    with time_machine.travel("2026-03-01 12:01:00Z", tick=False):
        _half(his)
        for _guess in range(limits.FREE):
            _sent(his, "000000")
        assert "Wait about" in _sent(his, _now(seed))
        _half(hers)
        assert hers.post("/sign-in/code/", {"code": _now(seed)}).status_code == 303


def test_half_a_sign_in_opens_nothing_and_ends_by_itself(alma: Member, seed: str, stranger: Client) -> None:
    with time_machine.travel(NOON, tick=False):
        _half(stranger)
        assert stranger.get("/settings/").status_code == 303
    with time_machine.travel("2026-03-01 12:10:01Z", tick=False):
        response = stranger.post("/sign-in/code/", {"code": _now(seed)})
        assert response.headers["Location"] == "/sign-in/"


def test_ending_it_takes_the_password_and_signs_others_out(
    alma: Member, seed: str, here: Client, open_browser: Browser
) -> None:
    other = open_browser(alma)
    wrong = here.post(f"{PAGE}end/", {"password": "not her words at all"}).content.decode()
    assert "That does not fit." in wrong
    assert factors.has_app(alma.keyring)
    assert here.post(f"{PAGE}end/", {"password": PASSWORD}).status_code == 303
    assert not factors.has_any(alma.keyring)
    assert other.get("/settings/").status_code == 303


def test_the_seed_of_one_is_not_for_another(alma: Member) -> None:
    ben = make_person("Ben")
    sign_in = UUID(int=7)
    hers = factors.seed_to_show(alma.keyring, sign_in)
    assert not factors.confirm(ben.keyring, sign_in, _now(hers))
