"""A place of one's own: what the page says when something does not fit, and what it shows when it does."""

import re

import pytest
from django.test import Client, override_settings

from stepwell.ground.people.models import Person
from stepwell.ground.people.signins import COOKIE, KNOWN
from stepwell.ground.people.testing import Member
from stepwell.ground.vault.api import check_code

pytestmark = pytest.mark.django_db
LONG = "a heron beside the still canal"
GIVEN = {"name": "Dara", "password": LONG, "again": LONG, "zone": "Asia/Kolkata"}


def _sent(client: Client, **changed: str) -> str:
    response = client.post("/sign-up/", GIVEN | changed, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_names_who_runs_the_server_before_the_first_word(stranger: Client) -> None:
    with override_settings(OPERATOR="Ben of the third floor"):
        page = stranger.get("/sign-up/").content.decode()
    assert page.index("Ben of the third floor") < page.index('type="password"')
    assert "could change the program" in page
    assert "If that is your partner" in page


def test_she_gets_a_place_a_code_and_a_way_on(stranger: Client) -> None:
    sent = stranger.post("/sign-up/", GIVEN | {"next": "/together/"})
    assert (sent.status_code, sent.headers["Location"]) == (303, "/settings/code/?next=%2Ftogether%2F")
    response = stranger.get(sent.headers["Location"])
    page = response.content.decode()
    person = Person.objects.get()
    code = re.search(r'class="codes">([^<]+)<', page)
    assert code is not None
    assert check_code(person.id, code.group(1)) is not None
    assert person.zone == "Asia/Kolkata"
    assert '<input type="hidden" name="next" value="/together/">' in page
    assert "data-print" in page
    assert response.headers["Cache-Control"] == "no-store"
    assert stranger.cookies[COOKIE].value
    assert stranger.cookies[KNOWN].value
    assert stranger.get("/settings/").status_code == 200


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"name": " ALMA "}, "Somebody signs in with this name already."),
        ({"name": ""}, "This is needed to go on."),
        ({"name": "\u200b\u00ad"}, "Nothing of this name can be seen."),
        ({"name": "n" * 61}, "At most 60 characters fit here."),
        ({"password": "short words", "again": "short words"}, "Use at least 15 characters."),
        ({"password": "password1234567", "again": "password1234567"}, "easy to guess"),
        ({"password": "abcabcabcabcabcabc", "again": "abcabcabcabcabcabc"}, "easy to guess"),
        ({"again": "a heron beside the still canals"}, "The two are not the same."),
        ({"zone": "Moon/Tycho"}, "Please choose one of the answers on the page."),
        ({"zone": ""}, "This is needed to go on."),
    ],
)
def test_what_does_not_fit_is_said_and_makes_nobody(
    alma: Member, stranger: Client, changed: dict[str, str], said: str
) -> None:
    page = _sent(stranger, **changed)
    assert said in page
    assert 'role="alert"' in page
    assert Person.objects.count() == 1
    assert COOKIE not in stranger.cookies
    assert LONG not in page


def test_what_was_typed_is_still_there_but_no_password(stranger: Client) -> None:
    page = _sent(stranger, again="another thing entirely, long")
    assert 'value="Dara"' in page
    assert '<option value="Asia/Kolkata" selected>' in page
    assert LONG not in page
    assert "another thing entirely" not in page


def test_only_a_page_nobody_touched_lets_the_device_suggest_its_zone(stranger: Client) -> None:
    fresh = stranger.get("/sign-up/").content.decode()
    assert "data-guess-zone" in fresh
    assert "people/zone.js" in fresh
    assert '<option value="UTC" selected>' in fresh
    assert "data-guess-zone" not in _sent(stranger, again="")


def test_zones_stand_by_region(stranger: Client) -> None:
    page = stranger.get("/sign-up/").content.decode()
    africa = page.index('<optgroup label="Africa">')
    europe = page.index('<optgroup label="Europe">')
    assert africa < page.index('value="Africa/Lagos"') < europe < page.index('value="Europe/Berlin">Berlin<')
    assert page.index('value="America/Argentina/Buenos_Aires">Argentina – Buenos Aires<') < europe


def test_a_closed_house_takes_nobody(stranger: Client) -> None:
    with override_settings(SIGN_UP_OPEN=False):
        assert "takes no new places" in _sent(stranger)
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    "away", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:1"]
)
def test_the_way_on_never_leads_off_the_site(stranger: Client, away: str) -> None:
    page = _sent(stranger, next=away)
    assert '<input type="hidden" name="next" value="/">' in page
    assert "evil" not in page
