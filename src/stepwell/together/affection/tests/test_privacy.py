"""Everything taken out, and everything gone."""

import json

import pytest

from stepwell.together.affection.models import Note, Own, Word
from stepwell.together.affection.privacy import erase, export
from stepwell.together.affection.testing import write_line
from stepwell.together.affection.tests.cast import Actor


@pytest.mark.usefixtures("welcome")
def test_a_person_takes_all_of_it_out(alma: Actor, ben: Actor) -> None:
    write_line(alma.keyring, "give", "The last pear")
    alma.lays("Thank you for the stairs.", sort="give")
    mine, theirs = export(alma.keyring), export(ben.keyring)
    assert mine["list"] == [{"What I like to give": "The last pear"}]
    assert mine["notes-welcome"] is True
    assert mine["my-notes"] == [
        {"sort": "Something I would like to give", "words": "Thank you for the stairs."}
    ]
    assert theirs["list"] == []
    assert theirs["notes-to-me"] == [
        {"sort": "Would like to give this", "words": "Thank you for the stairs."}
    ]
    assert "pear" not in json.dumps(theirs)


@pytest.mark.usefixtures("welcome")
def test_erased_it_is_gone_on_both_sides_and_the_others_stays(alma: Actor, ben: Actor) -> None:
    for one in (alma, ben):
        write_line(one.keyring, "give", "The last pear")
        one.lays("A note.")
    erase(alma.keyring)
    assert Note.objects.count() == Word.objects.count() == Own.objects.count() == 1
    assert Note.objects.get().person_id == Word.objects.get().person_id == ben.member.id


def test_a_held_word_is_taken_out_as_any(alma: Actor) -> None:
    alma.is_afraid()
    alma.says()
    assert export(alma.keyring)["notes-welcome"] is True
