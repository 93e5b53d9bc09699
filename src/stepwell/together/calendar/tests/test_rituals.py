"""What two do again and again: both or nothing. A no, a not-yet and a silence are the same bytes."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from stepwell.together.calendar import rituals
from stepwell.together.calendar.models import Ritual, RitualYes
from stepwell.together.calendar.tests.cast import Actor, enter_two, words

pytestmark = pytest.mark.django_db
PAGE = "/calendar/both/"
WALK = {
    "joint": "walk",
    "day": "2026-11-22",
    "at": "18:00",
    "until": "19:00",
    "repeat": "weekly",
    "where": "The river",
}
SUNDAY = "/calendar/day/2026-11-29/"


def suggested(actor: Actor, circle: UUID, **fields: Any) -> UUID:
    actor.send(f"{PAGE}suggest/", {"form_id": str(uuid4()), **WALK, **fields})
    return next(iter(row.id for row in Ritual.objects.within(actor.keyring, circle)))


def test_it_stands_when_both_have_said_yes(alma: Actor, ben: Actor, circle: UUID) -> None:
    ritual = suggested(alma, circle)
    for actor in (alma, ben):
        assert "A walk" not in words(actor.see(SUNDAY))
    assert "Alma suggests" in words(ben.see(PAGE))
    ben.send(f"{PAGE}{ritual}/yes/")
    for actor in (alma, ben):
        assert "A walk you both · The river" in words(actor.see(SUNDAY))
        assert "Next: Sunday 22 November, 18:00 to 19:00" in words(actor.see(PAGE))


def test_no_not_yet_and_silence_are_one(alma: Actor, ben: Actor, circle: UUID) -> None:
    ritual = suggested(alma, circle)
    silence = alma.see(PAGE), alma.see(SUNDAY)
    ben.see(PAGE)
    assert (alma.see(PAGE), alma.see(SUNDAY)) == silence
    for _press in range(2):
        assert ben.send(f"{PAGE}{ritual}/put-aside/")["Location"] == PAGE
    assert ben.send(f"{PAGE}{uuid4()}/put-aside/")["Location"] == PAGE
    assert "A walk" not in words(ben.see(PAGE)).partition("Suggest something")[0]
    assert (alma.see(PAGE), alma.see(SUNDAY)) == silence


@pytest.mark.parametrize("who", ["alma", "ben"])
def test_either_ends_it_at_once(alma: Actor, ben: Actor, circle: UUID, who: str) -> None:
    empty = alma.see(SUNDAY)
    ritual = suggested(alma, circle)
    ben.send(f"{PAGE}{ritual}/yes/")
    {"alma": alma, "ben": ben}[who].send(f"{PAGE}{ritual}/take-back/")
    assert alma.see(SUNDAY) == empty
    assert Ritual.objects.within(alma.keyring, circle).count() == 0
    assert RitualYes.objects.count() == 0


def test_only_who_said_yes_takes_it_back(alma: Actor, ben: Actor, chidi: Actor, circle: UUID) -> None:
    ritual = suggested(alma, circle)
    ben.send(f"{PAGE}{ritual}/take-back/")
    chidi.send(f"{PAGE}{ritual}/take-back/")
    chidi.send(f"{PAGE}{ritual}/yes/", status=404)
    alma.send(f"{PAGE}{ritual}/yes/")
    assert RitualYes.objects.count() == 1


def test_not_this_time_is_for_both_and_the_rest_stays(alma: Actor, ben: Actor, circle: UUID) -> None:
    ritual = suggested(alma, circle)
    ben.send(f"{PAGE}{ritual}/not/2026-11-22/")
    assert Ritual.objects.within(ben.keyring, circle).get().version == 1
    ben.send(f"{PAGE}{ritual}/yes/")
    ben.send(f"{PAGE}{ritual}/not/2026-11-22/")
    for actor in (alma, ben):
        assert "A walk" not in words(actor.see("/calendar/day/2026-11-22/"))
        assert "A walk" in words(actor.see(SUNDAY))
    alma.send(f"{PAGE}{ritual}/not/2026-11-23/")


def test_the_same_form_twice_is_one(alma: Actor, circle: UUID) -> None:
    sent = {"form_id": str(uuid4()), **WALK}
    for _ in range(3):
        alma.send(f"{PAGE}suggest/", sent)
    assert Ritual.objects.within(alma.keyring, circle).count() == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"joint": ""}, "Choose one"),
        ({"joint": "own", "what": " "}, "A few words are needed"),
        ({"until": "17:00"}, "before it begins"),
        ({"repeat": ""}, "needed"),
        ({"last": "2026-11-01"}, "before it begins"),
    ],
)
def test_what_does_not_fit_is_said_and_stays(alma: Actor, typed: dict[str, str], said: str) -> None:
    page = alma.send(f"{PAGE}suggest/", {"form_id": str(uuid4()), **WALK, **typed}, 422).content.decode()
    assert said in page
    assert "The river" in page


def test_there_are_as_many_as_fit(alma: Actor, circle: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rituals, "MOST", 1)
    suggested(alma, circle)
    page = alma.send(f"{PAGE}suggest/", {"form_id": str(uuid4()), **WALK, "where": "The hill"}, 422)
    assert "The hill" in page.content.decode()


def test_while_the_space_rests_none_is_drawn_and_a_yes_can_be_taken_back(
    alma: Actor, ben: Actor, circle: UUID
) -> None:
    agreed = suggested(alma, circle)
    ben.send(f"{PAGE}{agreed}/yes/")
    ben.send("/together/space/pause/")
    assert "A walk" not in words(alma.see(SUNDAY))
    page = alma.send(f"{PAGE}suggest/", {"form_id": str(uuid4()), **WALK, "where": "The hill"}, 422)
    assert "The hill" in page.content.decode()
    assert "rests now" in page.content.decode()
    before = ben.see(PAGE)
    alma.send(f"{PAGE}take-back/")
    assert ben.see(PAGE) == before
    assert Ritual.objects.within(alma.keyring, circle).count() == 0


def test_they_end_with_the_space(alma: Actor, ben: Actor, circle: UUID) -> None:
    agreed = suggested(alma, circle)
    ben.send(f"{PAGE}{agreed}/yes/")
    alma.send("/together/space/leave/")
    assert "A walk" not in words(ben.see(SUNDAY))
    assert Ritual.objects.within(ben.keyring, circle).count() == 0


def test_alone_no_empty_seat_is_drawn(esi: Actor) -> None:
    page = words(esi.see(PAGE))
    assert "On your own" in page
    assert "suggest" not in page.lower()
    esi.send(f"{PAGE}suggest/", {"form_id": str(uuid4()), **WALK}, 404)


def test_each_by_their_own_clock(db: None, evening: Any) -> None:
    dara, ben = enter_two("Dara", "Ben", ("Asia/Kolkata", "Europe/Berlin"))
    ritual = suggested(ben, ben.circle)
    dara.send(f"{PAGE}{ritual}/yes/")
    assert "22:30 to 23:30" in words(dara.see(SUNDAY))
    assert "18:00 in Berlin" in words(dara.see(SUNDAY))
    assert "18:00 to 19:00" in words(ben.see(SUNDAY))


def test_what_the_other_suggested_takes_no_room(
    alma: Actor, ben: Actor, circle: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rituals, "MOST", 1)
    suggested(ben, circle)
    suggested(alma, circle)
    assert Ritual.objects.within(alma.keyring, circle).count() == 2


def test_suggested_after_the_space_ended_the_words_are_there_to_copy(alma: Actor, ben: Actor) -> None:
    ben.send("/together/space/leave/")
    page = alma.send(f"{PAGE}suggest/", {"form_id": str(uuid4()), **WALK}, 404).content.decode()
    assert "The river" in words(page)
    assert "A walk" in words(page)


def test_pressed_twice_it_is_done_once(alma: Actor, ben: Actor, circle: UUID) -> None:
    ritual = suggested(alma, circle)
    ben.send(f"{PAGE}{ritual}/yes/")
    for _ in range(2):
        ben.send(f"{PAGE}{ritual}/not/2026-11-22/")
    assert "A walk" in words(ben.see(SUNDAY))
    for one in (ritual, ritual, uuid4()):
        assert ben.send(f"{PAGE}{one}/take-back/")["Location"] == PAGE
