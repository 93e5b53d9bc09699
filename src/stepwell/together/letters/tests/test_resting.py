"""While the space rests nothing new goes over; after its end what was given stays to be read, or goes."""

import json
from uuid import uuid4

import pytest

from stepwell.ground.people.testing import PASSWORD
from stepwell.ground.spaces.testing import make_couple
from stepwell.together.letters.models import Letter, Said, Sent
from stepwell.together.letters.tests.cast import Actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_letters(alma: Actor, ben: Actor) -> tuple[str, str]:
    """One that Ben has given back, one that he has not."""
    taken_up, new = (alma.gives(alma.writes(words)) for words in ("The first letter.", "The second letter."))
    ben.says(taken_up, 1, "What I heard in it.")
    return taken_up, new


def test_what_was_taken_up_stands_and_the_rest_is_not_drawn(
    alma: Actor, ben: Actor, two_letters: tuple[str, str]
) -> None:
    taken_up, new = two_letters
    alma.pause()
    for reader in (alma, ben):
        assert "What I heard in it." in reader.see(taken_up)
    assert ben.finds() == [taken_up]
    assert ben.see(new, 404) == ben.see(f"/letters/given/{uuid4()}/", 404)
    assert "The second letter." not in ben.takes_everything()
    assert "The second letter." in alma.see(new), "it is her own"


def test_nothing_new_goes_over_and_the_words_stay(
    alma: Actor, ben: Actor, two_letters: tuple[str, str]
) -> None:
    taken_up, new = two_letters
    ben.pause()
    seen = alma.says(taken_up, 2, "Yes, and the shoes.", "yes", status=422).content.decode()
    assert "Yes, and the shoes." in seen
    assert "The space for two rests now." in seen
    letter = alma.writes("Not now.")
    assert "rests now" in alma.send(f"{letter}give/", {"revision": "1"}, 422).content.decode()
    assert "What I had typed." in ben.says(new, 1, "What I had typed.", status=404).content.decode()
    assert Said.objects.within(ben.keyring).count() == 1


def test_stepping_back_works_during_a_rest(alma: Actor, ben: Actor, two_letters: tuple[str, str]) -> None:
    taken_up, new = two_letters
    ben.pause()
    ben.send(f"{taken_up}unsay/", {"step": "1"})
    assert "What I heard in it." not in alma.see(taken_up)
    alma.send(f"{new}take-back/")
    assert Sent.objects.within(alma.keyring).count() == 1


def test_after_the_end_both_can_read_and_neither_can_add(
    alma: Actor, ben: Actor, two_letters: tuple[str, str]
) -> None:
    _taken_up, new = two_letters
    ben.send("/together/space/leave/")
    for reader in (alma, ben):
        for page in two_letters:
            seen = reader.see(page)
            assert "has ended" in seen
            assert f"{page}say/" not in seen
        assert "Of a space that has ended" in reader.see("/letters/")
        told = json.loads(reader.takes_everything())["letters"]["given"]
        assert {row["parts"][0]["words"] for row in told} == {"The first letter.", "The second letter."}
    assert "Alma" not in ben.see(new).split("<main")[1]
    assert "What I typed." in ben.says(new, 1, "What I typed.", status=404).content.decode()
    alma.send(f"{new}take-back/")
    ben.see(new, 404)


def test_a_new_space_names_nobody_wrongly(
    alma: Actor, ben: Actor, esi: Actor, two_letters: tuple[str, str]
) -> None:
    ben.send("/together/space/leave/")
    make_couple(alma.member.fresh(), esi.member.fresh())
    assert "Esi" not in alma.see(two_letters[0]).split("<main")[1]
    esi.see(two_letters[0], 404)
    letter = alma.writes("To somebody else.")
    assert "To somebody else." in esi.see(alma.gives(letter))


def test_leaving_and_taking_back_takes_everything_along(
    alma: Actor, ben: Actor, two_letters: tuple[str, str]
) -> None:
    alma.send("/together/space/leave/", {"take_back": "on"})
    assert not Sent.objects.readable(ben.keyring).exists()
    assert "What I heard in it." in ben.see(two_letters[0])
    assert "The first letter." not in ben.takes_everything()


def test_an_account_that_ends_leaves_nothing_here(
    alma: Actor, ben: Actor, two_letters: tuple[str, str]
) -> None:
    alma.send("/settings/delete/", {"password": PASSWORD}, 200)
    assert not Letter._base_manager.exists()
    assert not Sent._base_manager.exists()
    assert Said._base_manager.count() == 1
    ben.send("/settings/delete/", {"password": PASSWORD}, 200)
    assert not Said._base_manager.exists()


def test_what_is_taken_out_reads_without_a_program(alma: Actor, two_letters: tuple[str, str]) -> None:
    taken = json.loads(alma.takes_everything())["letters"]
    assert [row["parts"][0]["words"] for row in taken["letters"]] == [
        "The first letter.",
        "The second letter.",
    ]
    told = next(row for row in taken["given"] if row["said"])
    assert told["by-me"] is True
    assert told["said"][0]["what"] == "given back"
    assert told["said"][0]["words"] == "What I heard in it."
