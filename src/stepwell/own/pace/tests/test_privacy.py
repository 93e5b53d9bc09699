"""Everything taken out, and everything gone."""

import json

from stepwell.own.pace.models import Line, Pace
from stepwell.own.pace.privacy import erase, export
from stepwell.own.pace.tests.cast import Actor


def test_a_person_takes_all_of_it_out(alma: Actor, ben: Actor) -> None:
    alma.writes("safe", now="I counted the lamps.")
    alma.writes("safe", now="Elsewhere.", revision=7, status=409)
    alma.shows("safe", "now", "I counted the lamps.")
    mine, theirs = export(alma.keyring), export(ben.keyring)
    said = json.dumps(mine, ensure_ascii=False)
    for words in ("What safe means for me now", "I counted the lamps.", "Elsewhere."):
        assert words in said
    assert theirs["pages"] == []
    assert theirs["shown-to-me"] == [{"What safe means now": "I counted the lamps."}]
    assert "I counted the lamps." in ben.takes_everything()
    alma.send("/together/space/pause/")
    assert "lamps" not in json.dumps(export(ben.keyring))


def test_erased_it_is_gone_on_both_sides_and_the_others_stays(alma: Actor, ben: Actor) -> None:
    for one in (alma, ben):
        one.writes("safe", now="A lamp.")
        one.shows("safe", "now", "A lamp.")
    erase(alma.keyring)
    assert Pace.objects.count() == Line.objects.count() == 1
    assert Line.objects.get().person_id == ben.member.id
