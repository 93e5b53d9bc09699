"""One name, however it is written; and what may look like one but is another."""

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from stepwell.ground.people import accounts, names
from stepwell.ground.people.models import Person
from stepwell.ground.people.testing import PASSWORD, make_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alma", " ALMA "),
        ("Zoë", "Zoe\u0308"),
        ("Ａｌｍａ", "Alma"),
        ("Alma  Quiet\u00a0Water", "alma quiet water"),
        ("Alma\tQuiet", "Alma Quiet"),
        ("Straße", "STRASSE"),
        ("Al\u200bma\u00ad", "Alma"),
        ("\u202eAlma\u202c", "Alma"),
        ("ﬁona", "Fiona"),
        ("Ὀδυσσεύς", "ὀδυσσεύσ"),
        ("ｱﾙﾏ", "アルマ"),
    ],
)
def test_these_are_one_name(one: str, other: str) -> None:
    assert names.plain(one) == names.plain(other)
    assert names.handle(one) == names.handle(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Alma", "Аlma"), ("Alma", "Alm a"), ("Zoe", "Zoë"), ("Alma", "Alma1"), ("i", "ı")]
)
def test_these_are_two(one: str, other: str) -> None:
    assert names.handle(one) != names.handle(other)


@given(st.text(st.characters(codec="utf-8")))
def test_settling_a_name_twice_changes_nothing(name: str) -> None:
    assert names.plain(names.plain(name)) == names.plain(name)


@given(st.text())
def test_no_name_breaks_the_search_for_it(name: str) -> None:
    assert len(names.handle(name)) == 32


@pytest.mark.django_db
def test_nobody_takes_her_name_in_other_letters() -> None:
    make_person("Zoë Alma")
    with pytest.raises(accounts.NameTaken):
        make_person("ＺＯＥ\u0308  alma\u200b")


@pytest.mark.django_db
@pytest.mark.parametrize("sign", "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_a_sign_that_turns_the_writing_is_in_no_name(here: Client, stranger: Client, sign: str) -> None:
    turned, told = f"Alma{sign}neb", "turns the direction of writing"
    words = "a heron beside the still canal"
    sent = {"name": turned, "password": words, "again": words, "zone": "UTC"}
    assert told in stranger.post("/sign-up/", sent).content.decode()
    assert Person.objects.count() == 1
    assert told in here.post("/settings/place/", {"name": turned, "zone": "UTC"}).content.decode()
    shown = here.post("/settings/place/", {"name": "\u05d0\u05dc\u05de\u05d4", "zone": "UTC"})
    assert shown.status_code == 303, "whichever way it is written"
    assert stranger.post("/sign-in/", {"name": f"{sign}Alma", "password": PASSWORD}).status_code == 303
