"""The second passphrase: what is Alma's alone closes after five quiet minutes."""

from uuid import uuid4

import pytest
import time_machine
from django.test import Client

from stepwell.ground.people import accounts, limits
from stepwell.ground.people.models import Failure, SignIn
from stepwell.ground.people.sweeping import sweep
from stepwell.ground.people.testing import PASSWORD, Member, make_person
from stepwell.ground.people.tests.conftest import Browser
from stepwell.ground.vault.api import has_lock

pytestmark = pytest.mark.django_db
WORDS = "seven grey geese over the weir"


@pytest.fixture
def noon() -> object:
    with time_machine.travel("2026-03-01 12:00:00Z", tick=False) as clock:
        yield clock


@pytest.fixture
def at_home(noon: object, alma: Member, open_browser: Browser) -> Client:
    """Her browser, which just put the passphrase on."""
    here = open_browser(alma)
    assert (
        here.post("/settings/lock/", {"old": PASSWORD, "password": WORDS, "again": WORDS}).status_code == 303
    )
    return here


def _open(client: Client, words: str = WORDS) -> str:
    response = client.post("/unlock/", {"passphrase": words, "next": "/settings/devices/"})
    return response.headers.get("Location", response.content.decode())


def test_this_browser_stays_open_and_others_are_locked(
    alma: Member, at_home: Client, open_browser: Browser
) -> None:
    other = open_browser(alma)
    assert at_home.get("/settings/").status_code == 200
    assert other.get("/settings/").headers["Location"] == "/unlock/?next=%2Fsettings%2F"
    assert "This is locked" in other.get("/unlock/").content.decode()


def test_it_closes_after_five_quiet_minutes_and_not_while_she_reads(noon: object, at_home: Client) -> None:
    for _page in range(4):
        noon.shift(4 * 60)
        assert at_home.get("/settings/").status_code == 200
    noon.shift(5 * 60 + 61)
    assert at_home.get("/settings/").status_code == 303
    assert SignIn.objects.get().opened is None
    assert _open(at_home) == "/settings/devices/"
    assert at_home.get("/settings/").status_code == 200


def test_the_clock_closes_it_even_when_nobody_comes_back(noon: object, at_home: Client) -> None:
    sweep()
    assert SignIn.objects.get().opened is not None
    noon.shift(5 * 60 + 1)
    sweep()
    assert SignIn.objects.get().opened is None


def test_wrong_words_are_told_and_slow_down(alma: Member, at_home: Client, open_browser: Browser) -> None:
    other = open_browser(alma)
    for _guess in range(limits.FREE):
        assert "That is neither the passphrase" in _open(other, PASSWORD)
    assert "Wait about" in _open(other)


def test_what_was_typed_survives_the_lock(noon: object, at_home: Client) -> None:
    noon.shift(20 * 60)
    response = at_home.post("/settings/place/", {"name": "Alma of the hill", "zone": "Europe/Berlin"})
    assert response.status_code == 403
    assert 'value="Alma of the hill"' in response.content.decode()


def test_it_can_be_taken_away(alma: Member, at_home: Client, open_browser: Browser) -> None:
    assert "This is needed" in at_home.post("/settings/lock/end/").content.decode()
    wrong = at_home.post("/settings/lock/end/", {"password": WORDS}).content.decode()
    assert "That does not fit." in wrong
    assert has_lock(alma.id)
    assert at_home.post("/settings/lock/end/", {"password": PASSWORD}).status_code == 303
    assert not has_lock(alma.id)
    assert open_browser(alma).get("/settings/").status_code == 200


def test_an_open_place_needs_no_unlocking(here: Client) -> None:
    assert here.get("/unlock/?next=/settings/devices/").headers["Location"] == "/settings/devices/"


def test_the_printed_code_opens_it_and_she_may_choose_another(alma: Member, at_home: Client) -> None:
    SignIn.objects.update(opened=None)
    page = at_home.get("/unlock/").content.decode()
    assert "printed code" in page
    for _guess in range(limits.FREE + 1):
        _open(at_home, "words she no longer knows")
    assert "Wait about" in _open(at_home)
    assert _open(at_home, alma.code.lower().replace("-", " ")) == "/settings/devices/"
    assert at_home.get("/settings/").status_code == 200
    other = "eight brown hens under the elder"
    given = {"old": PASSWORD, "password": other, "again": other}
    assert at_home.post("/settings/lock/", given).status_code == 303
    SignIn.objects.update(opened=None)
    assert _open(at_home, other) != "/settings/devices/", "it waits until the guesses are forgotten"
    Failure.objects.all().delete()
    assert _open(at_home, other) == "/settings/devices/"
    assert at_home.post("/settings/lock/end/", {"password": PASSWORD}).status_code == 303
    assert not has_lock(alma.id)


def test_bens_printed_code_opens_nothing_of_hers(at_home: Client) -> None:
    SignIn.objects.update(opened=None)
    assert "neither the passphrase nor the printed code" in _open(at_home, make_person("Ben").code)


def test_after_the_way_back_everything_is_in_reach(
    noon: object, alma: Member, at_home: Client, open_browser: Browser
) -> None:
    at_home.post("/check-ins/new/", {"form_id": str(uuid4()), "noticed": "The evening was quiet."})
    accounts.ask_to_recover(alma.id)
    noon.shift(72 * 3600 + 1)
    back, new = open_browser(), "another lantern on the pier"
    given = {"name": "Alma", "printed": alma.code, "password": new, "again": new}
    page = back.post("/recover/", given, follow=True)
    assert 'class="codes"' in page.content.decode()
    back.post("/settings/code/")
    assert has_lock(alma.id)
    assert "The evening was quiet." in back.get("/check-ins/").content.decode()
    assert back.post("/settings/lock/end/", {"password": new}).status_code == 303
    assert "The evening was quiet." in back.get("/check-ins/").content.decode()


def test_new_keys_leave_her_circle_open(at_home: Client) -> None:
    new = "another lantern on the pier"
    at_home.post("/settings/known-password/", {"old": PASSWORD, "password": new, "again": new})
    assert at_home.get("/settings/").status_code == 200


def test_kept_out_leads_through_the_lock(alma: Member, at_home: Client, open_browser: Browser) -> None:
    accounts.ask_to_recover(alma.id)
    page = open_browser(alma).post("/settings/recovery/end/").content.decode()
    assert 'href="/unlock/?next=%2Fsettings%2Fknown-password%2F"' in page
    assert 'href="/unlock/?next=%2F"' in page
    assert "/unlock/" not in at_home.post("/settings/recovery/end/").content.decode()
