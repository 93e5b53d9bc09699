"""Words that were carried go to the one who wrote them; and whoever was not first gets a calm page."""

import re
import threading
from html import unescape
from uuid import UUID

import pytest
import time_machine
from django.apps import apps
from django.db import connections
from django.test import Client

from stepwell.ground.people import factors, signins, zone_changes
from stepwell.ground.people.models import HalfSignIn, Person, SignIn
from stepwell.ground.people.profile import someone
from stepwell.ground.people.testing import PASSWORD, Member, make_person, put_on_app
from stepwell.ground.people.tests.conftest import Browser
from stepwell.ground.vault.api import CannotOpen, Conflict, keyring_for

pytestmark = pytest.mark.django_db
PLACE = "/settings/place/"
WORDS = {"name": "Alma of the hill", "zone": "Europe/Berlin"}


def _typed(page: str) -> dict[str, str]:
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page)
    return {name: unescape(value) for name, value in fields}


def _called(member: Member) -> str:
    return someone(Person.objects.get(pk=member.id), keyring_for(member.master)).name


@pytest.fixture
def hers(alma: Member, open_browser: Browser) -> Client:
    """A browser in which Alma was signed in, until its sign-in ended under her hands."""
    browser = open_browser()
    browser.post("/sign-in/", {"name": "Alma", "password": PASSWORD})
    SignIn.objects.all().delete()
    return browser


def test_her_words_do_not_go_into_another_place(alma: Member, hers: Client) -> None:
    ben = make_person("Ben")
    carried = _typed(hers.post(PLACE, WORDS).content.decode())
    assert str(alma.id) not in str(carried)
    hers.post("/sign-in/", {"name": "Ben", "password": PASSWORD})
    answer = hers.post(PLACE, carried)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Sign in as the one who wrote them" in page
    assert '<p class="typed">' not in page
    assert _called(ben) == "Ben"
    again = _typed(page)
    hers.post("/sign-in/", {"name": "Alma", "password": PASSWORD})
    assert hers.post(PLACE, again).status_code == 303
    assert _called(alma) == "Alma of the hill"


def test_what_a_lock_stopped_is_bound_to_her_too(alma: Member, here: Client) -> None:
    given = {"old": PASSWORD, "password": "seven grey geese over the weir"}
    here.post("/settings/lock/", given | {"again": given["password"]})
    SignIn.objects.update(opened=None)
    carried = _typed(here.post(PLACE, WORDS).content.decode())
    make_person("Ben")
    here.post("/sign-in/", {"name": "Ben", "password": PASSWORD})
    assert "Sign in as the one" in here.post(PLACE, carried).content.decode()


def test_in_a_browser_nobody_knows_they_are_carried_as_ever(alma: Member, stranger: Client) -> None:
    carried = _typed(stranger.post(PLACE, WORDS).content.decode())
    stranger.post("/sign-in/", {"name": "Alma", "password": PASSWORD})
    assert stranger.post(PLACE, carried).status_code == 303
    assert _called(alma) == "Alma of the hill"


def test_whoever_was_not_first_is_told_and_keeps_the_words(
    alma: Member, here: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def beaten(*_asked: object) -> None:
        raise Conflict

    monkeypatch.setattr("stepwell.ground.people.views.account.call", beaten)
    answer = here.post(PLACE, WORDS | {"password": "a secret thing"})
    page = answer.content.decode()
    assert (answer.status_code, answer.headers["Cache-Control"]) == (409, "no-store")
    assert 'value="Alma of the hill"' in page
    assert "a secret thing" not in page
    monkeypatch.undo()
    assert here.post(PLACE, _typed(page)).status_code == 303


def test_a_page_that_could_not_be_drawn_may_be_opened_again(
    here: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def beaten(*_asked: object) -> None:
        raise Conflict

    monkeypatch.setattr(factors, "seed_to_show", beaten)
    answer = here.get("/settings/factor/")
    assert answer.status_code == 409
    assert '<a class="button" href="/settings/factor/">' in answer.content.decode()


def test_what_cannot_be_opened_is_a_fault_while_the_sign_in_stands(
    alma: Member, here: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_asked: object) -> None:
        raise CannotOpen

    monkeypatch.setattr("stepwell.ground.people.views.account.call", closed)
    with pytest.raises(CannotOpen):
        here.post(PLACE, WORDS)

    def ended(*_asked: object) -> None:
        SignIn.objects.all().delete()
        raise CannotOpen

    monkeypatch.setattr("stepwell.ground.people.views.account.call", ended)
    assert here.post(PLACE, WORDS).status_code == 403


def _at_once(number: int, cookie: str, ask: object) -> list[int]:
    told: list[int] = []
    gate = threading.Barrier(number)

    def one() -> None:
        client = Client(raise_request_exception=False)
        client.cookies[signins.COOKIE] = cookie
        gate.wait(20)
        try:
            told.append(ask(client).status_code)
        finally:
            connections.close_all()

    asked = [threading.Thread(target=one) for _one in range(number)]
    for each in asked:
        each.start()
    for each in asked:
        each.join(60)
    return told


@pytest.mark.django_db(transaction=True)
def test_many_at_once_are_answered(alma: Member, here: Client) -> None:
    cookie = here.cookies[signins.COOKIE].value
    for _time in range(3):
        placed = _at_once(4, cookie, lambda client: client.post(PLACE, WORDS))
        assert set(placed) <= {303, 409}
        assert 303 in placed
        assert set(_at_once(8, cookie, lambda client: client.get("/settings/factor/"))) <= {200, 409}


def test_looking_at_the_second_step_again_writes_nothing(here: Client) -> None:
    rows = apps.get_model("vault.State").objects.values_list("name", "version")
    here.get("/settings/factor/")
    before = list(rows.all())
    here.get("/settings/factor/")
    assert list(rows.all()) == before


def test_signing_in_again_ends_what_the_browser_still_held(alma: Member, open_browser: Browser) -> None:
    make_person("Ben")
    browser = open_browser()
    browser.post("/sign-in/", {"name": "Alma", "password": PASSWORD})
    hers = browser.cookies[signins.COOKIE].value
    browser.post("/sign-in/", {"name": "Ben", "password": PASSWORD})
    assert signins.find(hers) is None
    assert SignIn.objects.count() == 1


def test_signing_out_ends_half_a_sign_in(alma: Member, stranger: Client) -> None:
    with time_machine.travel("2026-03-01 11:00:00Z", tick=False):
        put_on_app(alma)
        stranger.post("/sign-in/", {"name": "Alma", "password": PASSWORD})
        first = stranger.cookies[signins.HALF].value
        stranger.post("/sign-in/", {"name": "Alma", "password": PASSWORD})
        assert signins.find_half(first) is None, "one browser, one way in"
        assert HalfSignIn.objects.count() == 1
        assert stranger.post("/sign-out/").headers["Location"] == "/sign-in/"
    assert not HalfSignIn.objects.exists()
    assert not stranger.cookies[signins.HALF].value


def test_rooms_above_hear_of_another_time_zone(
    alma: Member, here: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[UUID] = []
    monkeypatch.setattr(zone_changes, "_listeners", [])
    zone_changes.on_zone_change(heard.append)
    zone_changes.on_zone_change(heard.append)
    here.post(PLACE, WORDS)
    assert heard == []
    here.post(PLACE, WORDS | {"zone": "Asia/Kolkata"})
    assert heard == [alma.id]


def test_new_keys_made_while_a_page_is_asked_for_end_the_sign_in(
    alma: Member, here: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*_asked: object) -> None:
        SignIn.objects.all().delete()
        raise CannotOpen

    monkeypatch.setattr("stepwell.ground.people.visitors.someone", ended)
    assert here.get("/settings/").headers["Location"].startswith("/sign-in/")
