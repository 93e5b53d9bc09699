"""Coming in: the right words, the wrong ones, and a partner who tries to shut her out."""

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from stepwell.ground.people import limits, signins
from stepwell.ground.people.models import Failure, KnownBrowser, SignIn
from stepwell.ground.people.testing import PASSWORD, Member
from stepwell.ground.people.tests.conftest import Browser

pytestmark = pytest.mark.django_db
NOON = "2026-03-01 12:00:00Z"


def _try(client: Client, password: str = "not her words at all", **more: str) -> str:
    return client.post("/sign-in/", {"name": "Alma", "password": password, **more}).content.decode()


def _comes_in(client: Client, **more: str) -> bool:
    response = client.post("/sign-in/", {"name": "Alma", "password": PASSWORD, **more})
    return response.status_code == 303 and bool(client.cookies[signins.COOKIE].value)


def test_the_right_words_open(alma: Member, stranger: Client) -> None:
    response = stranger.post("/sign-in/?next=/together/", {"name": "alma ", "password": PASSWORD})
    assert (response.status_code, response.headers["Location"]) == (303, "/together/")
    cookie = response.cookies[signins.COOKIE]
    assert (cookie["secure"], cookie["httponly"], cookie["path"], cookie["max-age"]) == (True, True, "/", "")
    assert stranger.get("/settings/").status_code == 200


def test_staying_lasts_thirty_days_and_else_twelve_hours(alma: Member, open_browser: Browser) -> None:
    with time_machine.travel(NOON, tick=False):
        short, long = open_browser(), open_browser()
        assert _comes_in(short)
        assert _comes_in(long, stay="on")
    with time_machine.travel("2026-03-02 00:00:01Z", tick=False):
        assert short.get("/settings/").status_code == 303
        assert long.get("/settings/").status_code == 200
    with time_machine.travel("2026-03-31 12:00:01Z", tick=False):
        assert long.get("/settings/").status_code == 303


def test_a_wrong_password_and_a_wrong_name_say_the_same(alma: Member, open_browser: Browser) -> None:
    wrong = _try(open_browser())
    nobody = open_browser().post("/sign-in/", {"name": "Nobody", "password": PASSWORD}).content.decode()
    assert "do not belong together" in wrong
    assert 'value="Alma"' in wrong
    assert PASSWORD not in nobody
    assert "do not belong together" in nobody
    assert not SignIn.objects.exists()


def test_wrong_guesses_slow_down_and_time_heals(alma: Member, stranger: Client) -> None:
    with time_machine.travel(NOON, tick=False):
        for _guess in range(limits.FREE):
            assert "do not belong together" in _try(stranger)
        assert "Wait about 10 seconds," in _try(stranger, PASSWORD)
        assert not SignIn.objects.exists()
    with time_machine.travel("2026-03-01 12:00:11Z", tick=False):
        assert _comes_in(stranger)
        assert not Failure.objects.exists()


def test_a_browser_she_used_is_not_shut_out_by_strangers(alma: Member, open_browser: Browser) -> None:
    with time_machine.travel(NOON, tick=False):
        hers = open_browser()
        assert _comes_in(hers)
        hers.post("/sign-out/")
        for _guess in range(limits.FREE + 3):
            _try(open_browser())
        assert "Wait about" in _try(open_browser(), PASSWORD)
        assert _comes_in(hers)


def test_anothers_known_browser_is_a_stranger_here(alma: Member, open_browser: Browser) -> None:
    ben = open_browser()
    ben.cookies[signins.KNOWN] = "00" * 32
    with time_machine.travel(NOON, tick=False):
        for _guess in range(limits.FREE):
            _try(open_browser())
        assert "Wait about" in _try(ben, PASSWORD)


def test_coming_back_keeps_a_browser_known_for_another_year(alma: Member, stranger: Client) -> None:
    with time_machine.travel(NOON, tick=False):
        _comes_in(stranger)
        first = stranger.cookies[signins.KNOWN].value
    with time_machine.travel("2026-09-01 12:00:00Z", tick=False):
        _comes_in(stranger)
    assert stranger.cookies[signins.KNOWN].value == first
    assert [str(row.last_used) for row in KnownBrowser.objects.all()] == ["2026-09-01"]


@pytest.mark.parametrize(
    "away",
    ["//evil.example/", "https://evil.example/", "/\\evil.example", "\\\\evil.example", "javascript:1",
     "///x", "evil.example", "/\t/evil.example", "http:/evil.example"],
)  # fmt: skip
def test_the_next_page_is_always_our_own(alma: Member, open_browser: Browser, away: str) -> None:
    for response in (
        open_browser().post("/sign-in/", {"name": "Alma", "password": PASSWORD, "next": away}),
        open_browser().post("/sign-in/", {"name": "Alma", "password": PASSWORD}, query_params={"next": away}),
    ):
        assert response.headers["Location"] == "/"


@pytest.mark.parametrize("odd", ["/\0", "/\r\nSet-Cookie: a=b", "/é/?ü=1"])
def test_an_odd_next_page_breaks_nothing(alma: Member, stranger: Client, odd: str) -> None:
    response = stranger.post("/sign-in/", {"name": "Alma", "password": PASSWORD, "next": odd})
    assert response.status_code == 303
    assert set(response.headers["Location"]) <= set(map(chr, range(33, 127)))
    assert "a" not in response.cookies


@pytest.mark.parametrize("cookie", ["", "x", "é", "A" * 86, "A" * 5000, "=" * 40])
def test_a_cookie_that_is_none_of_ours_is_nobody(alma: Member, stranger: Client, cookie: str) -> None:
    for name in (signins.COOKIE, signins.HALF, signins.KNOWN):
        stranger.cookies[name] = cookie
    assert stranger.get("/settings/").status_code == 303
    assert stranger.get("/sign-in/code/").headers["Location"] == "/sign-in/"
    assert _comes_in(stranger)


def test_head_answers_as_get_does_without_words(here: Client, stranger: Client) -> None:
    for name in ("sign-up", "sign-in", "recover"):
        response = stranger.head(reverse(f"people:{name}"))
        assert (response.status_code, response.content) == (200, b"")
    for name in (
        "settings",
        "place",
        "password",
        "known-password",
        "second-factor",
        "lock",
        "devices",
        "delete",
    ):
        response = here.head(reverse(f"people:{name}"))
        assert (response.status_code, response.content) == (200, b""), name
    assert here.head("/settings/export/").status_code == 200
    for name in ("leave", "sign-out", "end-device", "end-recovery", "end-factor", "end-lock", "open-draft"):
        assert here.head(reverse(f"people:{name}")).status_code == 405, name


def test_signed_out_leads_in_and_back(stranger: Client) -> None:
    response = stranger.get("/settings/devices/?a=1")
    assert response.headers["Location"] == "/sign-in/?next=%2Fsettings%2Fdevices%2F%3Fa%3D1"
    assert response.headers["Cache-Control"] == "no-store"


def test_what_she_typed_survives_a_sign_in_that_ended(stranger: Client) -> None:
    response = stranger.post("/settings/place/", {"name": "Alma of the hill", "password": "a secret thing"})
    page = response.content.decode()
    assert response.status_code == 403
    assert 'value="Alma of the hill"' in page
    assert "a secret thing" not in page
    assert 'action="/settings/place/"' in page


def test_no_page_of_somebody_signed_in_is_kept_by_the_browser(here: Client) -> None:
    for page in ("/help/", "/sign-in/", "/recover/", "/settings/"):
        assert here.get(page).headers["Cache-Control"] == "no-store", page


def test_after_leaving_her_own_browser_waits_some_seconds_at_most(
    alma: Member, open_browser: Browser
) -> None:
    hers = open_browser()
    with time_machine.travel(NOON, tick=False) as clock:
        assert _comes_in(hers)
        hers.post("/leave/")
        for _guess in range(limits.FREE + 12):
            _try(open_browser())
            clock.shift(limits.AMONG_STRANGERS)
        _try(open_browser())
        clock.shift(2)
        assert "Wait about 8 seconds," in _try(hers, PASSWORD)
        clock.shift(8)
        assert _comes_in(hers)


def test_a_known_browsers_own_guesses_wait_longer_each_time(alma: Member, open_browser: Browser) -> None:
    hers = open_browser()
    with time_machine.travel(NOON, tick=False):
        assert _comes_in(hers)
        hers.post("/sign-out/")
        for _guess in range(limits.FREE):
            _try(hers)
        assert "Wait about 30 seconds," in _try(hers, PASSWORD)
