"""What pages hand to the page of what goes along: marks by day, and no text."""

from datetime import date

from django.apps import apps

from stepwell.own.journal.telling import source
from stepwell.own.journal.tests.cast import Actor
from stepwell.own.understanding.api import Told


def test_marks_of_a_page_are_handed_in(esi: Actor) -> None:
    esi.writes("Not for this.", triggers=["late"], helped=["walk"], hindered=["hurry"])
    marks = ("t:late", "h:walk", "t:hindered.hurry")
    assert list(source().days(esi.keyring)) == [Told(date(2025, 3, 4), noted=marks)]
    assert [source().name(mark) for mark in marks] == ["late without word", "a walk", "hurry"]
    assert source().name("t:hurry") == ""


def test_a_deleted_page_takes_along_what_was_found_in_it(esi: Actor) -> None:
    found = apps.get_model("understanding", "Found")
    page = esi.writes(triggers=["late"])
    before = source().stamp(esi.keyring)
    esi.see("/along/")
    assert found.objects.count() == 1
    esi.send(f"{page}delete/")
    assert not found.objects.exists()
    assert source().stamp(esi.keyring) != before
