"""The printed way back: it waits where everybody can see it, and whoever is signed in may end it."""

import re

import pyotp
import pytest
import time_machine
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from stepwell.ground.people import accounts, factors, limits
from stepwell.ground.people.models import RecoveryWait
from stepwell.ground.people.testing import PASSWORD, Member
from stepwell.ground.people.tests.conftest import Browser
from stepwell.ground.vault.api import check_code, check_password, set_lock

pytestmark = pytest.mark.django_db
NEW = "another lantern on the pier"
NOON, LATER = "2026-03-01 12:00:00Z", "2026-03-04 12:00:01Z"
SLIP = "Somebody used your printed code"


def _come_back(client: Client, member: Member, **more: str) -> str:
    given = {"name": "Alma", "printed": member.code, "password": NEW, "again": NEW}
    response = client.post("/recover/", given | more, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def test_it_waits_three_days_and_then_opens(alma: Member, open_browser: Browser) -> None:
    with time_machine.travel(NOON, tick=False):
        page = _come_back(open_browser(), alma)
        assert "Now comes a wait" in page
        assert "Wednesday 4 March at 13:00" in page, "in her own zone"
        assert "Europe/Berlin" in page
    with time_machine.travel("2026-03-04 11:59:59Z", tick=False):
        assert "Now comes a wait" in _come_back(open_browser(), alma)
        assert check_password(alma.id, PASSWORD) is not None
    with time_machine.travel(LATER, tick=False):
        stranger = open_browser()
        page = _come_back(stranger, alma)
        new = re.search(r'class="codes">([^<]+)<', page)
        assert new is not None
        assert stranger.get("/settings/").status_code == 200
    assert check_password(alma.id, PASSWORD) is None
    assert check_password(alma.id, NEW) is not None
    assert check_code(alma.id, alma.code) is None
    assert check_code(alma.id, new.group(1)) is not None
    assert not RecoveryWait.objects.exists()


def test_with_a_code_from_the_app_it_opens_at_once(alma: Member, stranger: Client) -> None:
    seed = factors.new_seed()
    with time_machine.travel("2026-03-01 11:00:00Z", tick=False):
        factors.begin(alma.keyring, seed, pyotp.TOTP(seed).now())
    with time_machine.travel(NOON, tick=False):
        assert 'class="codes"' in _come_back(stranger, alma, code=pyotp.TOTP(seed).now())
    assert check_password(alma.id, NEW) is not None


def test_guessing_the_apps_code_slows_down_and_begins_no_wait(alma: Member, stranger: Client) -> None:
    seed = factors.new_seed()
    with time_machine.travel("2026-03-01 11:00:00Z", tick=False):
        factors.begin(alma.keyring, seed, pyotp.TOTP(seed).now())
    with time_machine.travel(NOON, tick=False):
        for _guess in range(limits.FREE):
            assert "This does not fit." in _come_back(stranger, alma, code="000000")
        assert "Wait about" in _come_back(stranger, alma, code=pyotp.TOTP(seed).now())
    assert check_password(alma.id, PASSWORD) is not None
    assert not RecoveryWait.objects.exists()


def test_a_wrong_printed_code_keeps_the_name_and_shuts_nobody_out(alma: Member, stranger: Client) -> None:
    wrong = {"printed": "0000-" * 7 + "0000"}
    with time_machine.travel(NOON, tick=False):
        for _guess in range(limits.FREE * 3):
            page = _come_back(stranger, alma, **wrong)
            assert "do not belong together" in page
        assert 'value="Alma"' in page
        assert NEW not in page
        assert not RecoveryWait.objects.exists()
        assert "Now comes a wait" in _come_back(stranger, alma)


def test_every_page_of_every_open_sign_in_shows_it(alma: Member, open_browser: Browser) -> None:
    phone, laptop = open_browser(alma), open_browser(alma)
    pages = ["/settings/", "/settings/place/", "/settings/devices/", "/today/", "/mine/", "/help/"]
    assert not [page for page in pages if SLIP in phone.get(page).content.decode()]
    _come_back(open_browser(), alma)
    for browser in (phone, laptop):
        assert not [page for page in pages if SLIP not in browser.get(page).content.decode()]
        lost = browser.get("/no/such/page/").content.decode()
        assert SLIP in lost
        assert "csrfmiddlewaretoken" not in lost
    assert SLIP not in open_browser().get("/help/").content.decode()


def test_one_button_keeps_them_out_everywhere(alma: Member, open_browser: Browser) -> None:
    with time_machine.travel(NOON, tick=False):
        hers, his = open_browser(alma), open_browser()
        _come_back(his, alma)
        page = hers.post("/settings/recovery/end/").content.decode()
        assert "They are kept out" in page
        assert SLIP not in page
        assert "/settings/known-password/" in page
        assert SLIP not in hers.get("/settings/").content.decode()
    with time_machine.travel(LATER, tick=False):
        assert "Now comes a wait" in _come_back(his, alma), "the wait begins anew"
    assert check_password(alma.id, PASSWORD) is not None


def test_one_whose_place_is_locked_sees_it_and_ends_it(alma: Member, open_browser: Browser) -> None:
    set_lock(alma.master, "seven grey geese over the weir")
    here = open_browser(alma)
    _come_back(open_browser(), alma)
    assert SLIP in here.get("/unlock/").content.decode()
    page = here.post("/settings/recovery/end/").content.decode()
    assert "They are kept out" in page
    assert not RecoveryWait.objects.exists()


def test_another_cannot_end_it(alma: Member, open_browser: Browser) -> None:
    from stepwell.ground.people.testing import make_person

    accounts.ask_to_recover(alma.id)
    ben = open_browser(make_person("Ben"))
    assert SLIP not in ben.get("/settings/").content.decode()
    ben.post("/settings/recovery/end/")
    assert RecoveryWait.objects.filter(pk=alma.id).exists()


def test_new_keys_end_the_wait_of_the_old_code(alma: Member, here: Client) -> None:
    accounts.ask_to_recover(alma.id)
    here.post("/settings/known-password/", {"old": PASSWORD, "password": NEW, "again": NEW})
    assert not RecoveryWait.objects.exists()


def test_the_slip_costs_a_query_only_while_somebody_waits(alma: Member, here: Client) -> None:
    here.get("/settings/")
    counts = []
    for waits in (False, True):
        if waits:
            accounts.ask_to_recover(alma.id)
        with (
            CaptureQueriesContext(connections["default"]) as rows,
            CaptureQueriesContext(connections["sessions"]) as sessions,
        ):
            here.get("/settings/")
        counts.append(len(rows) + len(sessions))
    assert counts[1] == counts[0] + 1
