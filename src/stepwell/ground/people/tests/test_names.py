"""One name, however it is written; and what may look like one but is another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepwell.ground.people import accounts, names
from stepwell.ground.people.testing import make_person


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
