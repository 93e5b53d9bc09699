"""Whatever a form is sent: a page in words, and never a broken one."""

import itertools

import pytest
from django.test import Client
from django.urls import reverse

from stepwell.ground.people.testing import Member

pytestmark = pytest.mark.django_db
OUTSIDE = {
    "sign-up": ["name", "password", "again", "zone", "next"],
    "sign-in": ["name", "password", "stay", "next"],
    "recover": ["name", "printed", "code", "password", "again"],
}
INSIDE = {
    "place": ["name", "zone", "theme", "language"],
    "password": ["old", "password", "again"],
    "known-password": ["form_id", "old", "password", "again"],
    "second-factor": ["code", "seed", "password"],
    "end-factor": ["password"],
    "add-passkey": ["credential", "password"],
    "lock": ["old", "password", "again"],
    "end-lock": ["password"],
    "export": ["password"],
    "code": ["next"],
    "devices": ["device", "label"],
    "end-device": ["device"],
    "delete": ["password"],
    "open-draft": ["name", "blob"],
}
WORDS = {
    "long": "n" * 100_000,
    "null": "a lantern on\0 the stairs",
    "only null": "\0",
    "astral": "\U0001f3ee" * 40,
    "replaced": "\ufffd\uffff" * 10,
    "controls": "\r\n\t\x1b[31m\x7f",
    "markup": "<script>alert('a')</script>{{ 7 }}{% x %}",
    "format": "%s%(name)s{0}{name}",
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
@pytest.mark.parametrize("name", OUTSIDE)
def test_outside(alma: Member, stranger: Client, name: str, words: str) -> None:
    _each(stranger, name, OUTSIDE[name], words)


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
@pytest.mark.parametrize("name", INSIDE)
def test_inside(here: Client, name: str, words: str) -> None:
    _each(here, name, INSIDE[name], words)
    assert here.get("/settings/").status_code == 200


def _each(client: Client, name: str, fields: list[str], words: str) -> None:
    usual = "a lantern on the stairs"
    for field in [None, *fields]:
        given = {one: words if field in (None, one) else usual for one in fields}
        response = client.post(reverse(f"people:{name}"), given)
        assert response.status_code in {200, 303, 404}, field
        assert b"<script>alert" not in response.content


@pytest.mark.parametrize("charset", ["unicode_escape", "utf-7", "utf-16", "raw_unicode_escape", "cp037"])
def test_half_a_character_does_not_come_in_by_another_encoding(alma: Member, charset: str) -> None:
    for page, kind in itertools.product(("/sign-in/", "/sign-up/"), ("form", "urlencoded")):
        client = Client()
        if kind == "form":
            body = b'--x\r\nContent-Disposition: form-data; name="name"\r\n\r\n\\ud800\r\n--x--\r\n'
            sent = f"multipart/form-data; boundary=x; charset={charset}"
        else:
            body, sent = (
                b"name=%5Cud800&password=%5Cud800",
                f"application/x-www-form-urlencoded; charset={charset}",
            )
        response = client.post(page, body, content_type=sent)
        assert response.status_code == 400
        assert "Leave" in response.content.decode()


def test_bytes_that_are_no_letters_are_words_like_others(alma: Member, stranger: Client) -> None:
    sent = "application/x-www-form-urlencoded; charset=UTF-8"
    for name in (b"%ED%A0%80", b"%FF%FE", b"%00"):
        response = stranger.post("/sign-in/", b"name=%s&password=%s" % (name, name), content_type=sent)
        assert response.status_code == 200


@pytest.mark.parametrize("name", ["sign-up", "sign-in", "recover"])
def test_a_form_sent_empty_says_what_it_needs(stranger: Client, name: str) -> None:
    for kind in ("application/json", "application/x-www-form-urlencoded", "text/plain"):
        response = stranger.post(reverse(f"people:{name}"), b"", content_type=kind)
        assert response.status_code == 200
        assert "This is needed to go on." in response.content.decode()
