"""Letters of one's own: written, led from heading to heading, changed, let go, and seen by nobody else."""

from uuid import uuid4

import pytest

from stepwell.together.letters.limits import LONGEST_LETTER, MOST_A_DAY
from stepwell.together.letters.models import Letter
from stepwell.together.letters.tests.cast import Actor

pytestmark = pytest.mark.django_db
NEW = "/letters/new/letter/"


def test_esi_alone_writes_and_no_empty_seat_is_drawn(esi: Actor) -> None:
    page = esi.writes("What I never sent.")
    seen = esi.see(page) + esi.see("/letters/")
    assert "What I never sent." in seen
    assert "give it" not in seen.replace("you may give it", "")
    assert "would read it" not in seen
    looked = esi.send("/words/", {"text": "It rains."}, 200).content.decode()
    for seat in ("the two of you", "partner", "both of you"):
        assert seat not in (seen + looked + esi.see("/letters/new/")).split("<main")[1]
    assert "no space for two now" in esi.send(f"{page}give/", {"revision": "1"}, 422).content.decode()


def test_the_other_sees_nothing_of_what_is_kept(alma: Actor, ben: Actor) -> None:
    before = ben.see("/letters/")
    page = alma.writes("For myself.")
    assert ben.see("/letters/") == before
    assert ben.see(page, 404) == ben.see(f"/letters/{uuid4()}/", 404)
    assert "For myself." not in ben.takes_everything()


def test_an_impact_statement_is_led_and_any_part_may_stay_empty(alma: Actor) -> None:
    form = alma.see("/letters/new/impact/")
    for heading in ("What happened to me", "my body", "my days", "What I lost", "What I need now"):
        assert heading in form
    assert "with a therapist there" in form
    page = alma.see(alma.writes("I wake at four.", "impact", "body"))
    assert "What it does to my body" in page
    assert "What I lost" not in page, "an empty part is not drawn"


def test_an_accountability_statement_asks_for_no_if_and_no_but(ben: Actor) -> None:
    form = ben.see("/letters/new/accountability/")
    for heading in ("What I heard you say", "What I did", "What it did to you", "What I do now"):
        assert heading in form
    assert "What do you need from me?" in form
    assert "not the place to tell something not yet told" in form
    ben.see("/letters/new/disclosure/", 404)


def test_two_windows_keep_both_wordings(alma: Actor) -> None:
    page = alma.writes("One wording.")
    alma.send(f"{page}change/", {"part-words": "Another wording.", "revision": "1"})
    late = alma.send(f"{page}change/", {"part-words": "A third.", "revision": "1"}, 409).content.decode()
    assert "Another wording." in late
    assert "A third." in late
    alma.send(f"{page}change/", {"part-words": "A third.", "revision": "2"})
    assert "A third." in alma.see(page)


def test_let_go_it_is_gone_and_words_on_their_way_come_back(alma: Actor) -> None:
    page = alma.writes("Let go of me.")
    for _ in range(2):
        assert alma.send(f"{page}delete/")["Location"] == "/letters/"
    seen = alma.send(f"{page}change/", {"part-words": "What I had by then."}, 404).content.decode()
    assert "What I had by then." in seen
    assert "Nothing was sent." in seen
    alma.see(f"{page}change/", 404)


def test_the_same_form_twice_is_one_letter(alma: Actor) -> None:
    form = {"form_id": str(uuid4()), "part-words": "Once."}
    assert alma.send(NEW, form)["Location"] == alma.send(NEW, form)["Location"]
    assert Letter.objects.within(alma.keyring).count() == 1


@pytest.mark.parametrize("text", ["", " \n ", "x" * (LONGEST_LETTER + 1)], ids=["nothing", "blank", "long"])
def test_what_does_not_fit_is_said_and_the_words_stay(alma: Actor, text: str) -> None:
    answer = alma.send(NEW, {"form_id": str(uuid4()), "part-words": text}, 422)
    assert text.strip() in answer.content.decode()
    assert not Letter.objects.within(alma.keyring).exists()


def test_a_day_holds_so_many(alma: Actor) -> None:
    for number in range(MOST_A_DAY):
        alma.writes(f"number {number}")
    sent = {"form_id": str(uuid4()), "part-words": "and one more"}
    assert "and one more" in alma.send(NEW, sent, 429).content.decode()


def test_a_long_list_is_drawn_in_parts(alma: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stepwell.together.letters.views.listing.AT_ONCE", 3)
    for number in range(5):
        alma.gives(alma.writes(f"number {number}"))
    first, second = alma.see("/letters/"), alma.see("/letters/?from=3")
    assert [f"number {number}" in first for number in (2, 3, 4)] == [True, True, True]
    assert [f"number {number}" in second for number in (0, 1)] == [True, True]
    for odd in ("x", "-1", "9" * 40, ""):
        alma.see(f"/letters/?from={odd}")
