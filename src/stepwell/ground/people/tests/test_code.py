"""The printed code waits until it is on paper: no second tap, lost answer or closed page takes it away."""

import re
import threading
from uuid import uuid4

import pytest
import time_machine
from django.apps import apps
from django.db import connections
from django.test import Client

from stepwell.ground.people import accounts, codes, signins
from stepwell.ground.people.models import Person, SignIn
from stepwell.ground.people.testing import PASSWORD, Member
from stepwell.ground.people.tests.conftest import Browser
from stepwell.ground.vault.api import check_code, check_password, keyring_for

pytestmark = pytest.mark.django_db
NEW = "another lantern on the pier"
WORDS = "seven grey geese over the weir"
PAGE = "/settings/code/"
NOON, LATER = "2026-03-01 12:00:00Z", "2026-03-04 12:00:01Z"


def _shown(client: Client, where: str = PAGE) -> str:
    found = re.search(r'class="codes">([^<]+)<', client.get(where).content.decode())
    return found.group(1) if found else ""


def _begin(**changed: str) -> dict[str, str]:
    return {
        "form_id": str(uuid4()), "name": "Dara", "password": NEW, "again": NEW, "zone": "UTC"
    } | changed  # fmt: skip


def _new_keys(old: str = PASSWORD) -> dict[str, str]:
    return {"form_id": str(uuid4()), "old": old, "password": NEW, "again": NEW}


def _way_back(member: Member) -> dict[str, str]:
    return {
        "form_id": str(uuid4()),
        "name": member.name,
        "printed": member.code,
        "password": NEW,
        "again": NEW,
    }


def test_it_stands_there_until_she_has_kept_it_and_then_never_again(stranger: Client) -> None:
    stranger.post("/sign-up/", _begin())
    first = _shown(stranger)
    assert check_code(Person.objects.get().id, first) is not None
    assert _shown(stranger) == first
    assert PAGE in stranger.get("/settings/").content.decode()
    answer = stranger.post(PAGE, {"next": "/together/"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/together/")
    assert stranger.get(PAGE).headers["Location"] == "/settings/"
    assert PAGE not in stranger.get("/settings/").content.decode()
    assert first not in stranger.get("/settings/").content.decode()


def test_the_page_of_the_code_leads_only_to_pages_of_ours(stranger: Client) -> None:
    stranger.post("/sign-up/", _begin())
    assert stranger.post(PAGE, {"next": "//evil.example/"}).headers["Location"] == "/"


def test_a_sign_up_sent_twice_ends_on_the_same_code(open_browser: Browser) -> None:
    form = _begin()
    for browser in (open_browser(), open_browser()):
        answer = browser.post("/sign-up/", form)
        assert answer.headers["Location"] == f"{PAGE}?next=%2F"
        assert check_code(Person.objects.get().id, _shown(browser)) is not None
    assert Person.objects.count() == 1


@pytest.mark.parametrize("changed", [{"form_id": str(uuid4())}, {"password": WORDS, "again": WORDS}])
def test_another_form_or_password_is_somebody_else(open_browser: Browser, changed: dict[str, str]) -> None:
    form = _begin()
    open_browser().post("/sign-up/", form)
    other = open_browser()
    assert (
        "Somebody signs in with this name already."
        in other.post("/sign-up/", form | changed).content.decode()
    )
    assert signins.COOKIE not in other.cookies


def test_after_a_while_or_once_it_is_kept_the_form_opens_nothing(open_browser: Browser) -> None:
    form, name = _begin(), "Somebody signs in with this name already."
    with time_machine.travel(NOON, tick=False):
        hers = open_browser()
        hers.post("/sign-up/", form)
    with time_machine.travel("2026-03-01 12:10:01Z", tick=False):
        assert name in open_browser().post("/sign-up/", form).content.decode()
        hers.post(PAGE)
    with time_machine.travel("2026-03-01 12:00:30Z", tick=False):
        assert name in open_browser().post("/sign-up/", form).content.decode()


def test_a_way_back_sent_twice_ends_on_the_same_code(alma: Member, open_browser: Browser) -> None:
    with time_machine.travel(NOON, tick=False):
        accounts.ask_to_recover(alma.id)
    with time_machine.travel(LATER, tick=False):
        form, codes_seen = _way_back(alma), set()
        for browser in (open_browser(), open_browser()):
            assert browser.post("/recover/", form).headers["Location"] == f"{PAGE}?next=%2F"
            codes_seen.add(_shown(browser))
    assert len(codes_seen) == 1
    assert check_code(alma.id, codes_seen.pop()) is not None


def test_new_keys_asked_twice_one_after_the_other_lead_to_the_sign_in(alma: Member, here: Client) -> None:
    second = Client()
    second.cookies[signins.COOKIE] = here.cookies[signins.COOKIE].value
    form = _new_keys()
    assert here.post("/settings/known-password/", form).headers["Location"] == f"{PAGE}?next=%2F"
    assert second.post("/settings/known-password/", form).status_code == 403
    assert second.post("/sign-in/", {"name": "Alma", "password": NEW}).status_code == 303
    assert check_code(alma.id, _shown(second)) is not None, "the code still waits for her"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("page", ["/sign-up/", "/recover/", "/settings/known-password/"])
def test_two_at_once_end_on_one_code(page: str, alma: Member, open_browser: Browser) -> None:
    accounts.ask_to_recover(alma.id)
    here, told = open_browser(alma), []
    form = {"/sign-up/": _begin(), "/recover/": _way_back(alma), "/settings/known-password/": _new_keys()}[
        page
    ]
    gate = threading.Barrier(2)

    def tap() -> None:
        browser = Client(raise_request_exception=False)
        if page.startswith("/settings/"):
            browser.cookies[signins.COOKIE] = here.cookies[signins.COOKIE].value
        gate.wait(20)
        try:
            answer = browser.post(page, form)
            told.append((answer.status_code, answer.headers.get("Location", ""), browser))
        finally:
            connections.close_all()

    moment = LATER if page == "/recover/" else NOON
    with time_machine.travel(moment, tick=True):
        if page == "/recover/":
            accounts.RecoveryWait.objects.update(opens_at="2026-03-04 12:00:00Z")
        if page.startswith("/settings/"):
            here = open_browser(alma)
        taps = [threading.Thread(target=tap) for _tap in range(2)]
        for each in taps:
            each.start()
        for each in taps:
            each.join(20)
        ended = [(status, where) for status, where, _browser in told]
        assert len(ended) == 2
        assert (303, f"{PAGE}?next=%2F") in ended
        fine = {(303, f"{PAGE}?next=%2F")} | (
            {(303, "/sign-in/"), (403, "")} if "settings" in page else set()
        )
        assert set(ended) <= fine
        person = Person.objects.exclude(pk=alma.id).get().id if page == "/sign-up/" else alma.id
        master = check_password(person, NEW)
        assert master is not None
        kept = codes.waiting(master)
        assert kept is not None
        assert check_code(person, kept.code) is not None


def test_behind_the_passphrase_only_the_browser_that_made_it_reads_it(
    alma: Member, here: Client, open_browser: Browser
) -> None:
    """Whoever has the password alone would otherwise find there what opens the lock."""
    here.post("/settings/lock/", {"old": PASSWORD, "password": WORDS, "again": WORDS})
    here.post("/settings/known-password/", _new_keys())
    fresh = _shown(here)
    assert fresh
    thief = open_browser()
    thief.post("/sign-in/", {"name": "Alma", "password": NEW})
    assert thief.get(PAGE).status_code == 303
    thief.post(PAGE)
    SignIn.objects.update(opened=None)
    assert here.get("/settings/").headers["Location"].startswith("/unlock/")
    assert _shown(here) == fresh, "locked or not, she gets it onto paper"


def test_a_passphrase_comes_after_the_paper(stranger: Client) -> None:
    stranger.post("/sign-up/", _begin())
    given = {"old": NEW, "password": WORDS, "again": WORDS}
    assert stranger.get("/settings/lock/").headers["Location"].startswith(PAGE)
    assert stranger.post("/settings/lock/", given).headers["Location"].startswith(PAGE)
    stranger.post(PAGE)
    assert stranger.post("/settings/lock/", given).headers["Location"] == "/settings/"


def test_nothing_of_it_lies_in_clear(stranger: Client) -> None:
    stranger.post("/sign-up/", _begin())
    states, code = apps.get_model("vault.State").objects, _shown(stranger).encode()
    rows = b"".join(bytes(row.sealed) for row in states.all())
    assert states.filter(name=codes.NAME).count() == 1
    assert code not in rows
    master = check_password(Person.objects.get().id, NEW)
    assert master is not None
    assert codes.readable(keyring_for(master), uuid4()) == code.decode()
