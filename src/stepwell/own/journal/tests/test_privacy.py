"""Everything taken out, and everything gone."""

import json

from stepwell.own.journal.models import Entry, Habits, Shared
from stepwell.own.journal.privacy import erase, export
from stepwell.own.journal.tests.cast import Actor

TEXT = "I counted the lamps."


def test_a_person_takes_all_of_it_out(alma: Actor, ben: Actor) -> None:
    page = alma.writes(TEXT, triggers=["late"], new_helped="the old oak")
    alma.changes(page, f"{TEXT} Twice.", revision=1, triggers=["late"])
    alma.changes(page, f"{TEXT} Elsewhere.", revision=1, status=409)
    alma.shows(page, "happened")
    alma.page_after("/journal/new/", {"prompt": "stays", "thought": "never"}, 200)
    mine, theirs = export(alma.keyring), export(ben.keyring)
    said = json.dumps(mine, ensure_ascii=False)
    for words in (
        f"{TEXT} Twice.",
        f"{TEXT} Elsewhere.",
        "late without word",
        "the old oak",
        "stays with you",
    ):
        assert words in said
    assert theirs["entries"] == []
    assert theirs["shown-to-me"] == [
        {"day": "2025-03-04", "sort": "A day", "said": {"happened": f"{TEXT} Twice."}}
    ]
    assert TEXT in ben.takes_everything()
    alma.pause()
    assert TEXT not in json.dumps(export(ben.keyring))


def test_erased_it_is_gone_on_both_sides_and_the_others_stays(alma: Actor, ben: Actor) -> None:
    alma.shows(alma.writes(TEXT, new_helped="the oak"), "happened")
    ben.shows(ben.writes("His."), "happened")
    erase(alma.keyring)
    assert Entry.objects.count() == Shared.objects.count() == 1
    assert not Habits.objects.filter(circle_id=alma.keyring.own).exists()
    assert Shared.objects.get().person_id == ben.member.id
