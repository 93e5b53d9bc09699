"""A page that waited while the space ended or began to rest: nothing is lost by it, and it is said."""

from uuid import uuid4

import pytest

from stepwell.together.checkins.models import CheckIn, Shared
from stepwell.together.checkins.tests.cast import Actor, body, id_in

pytestmark = pytest.mark.django_db
BOTH = {"who": "both", "parts": ["noticed"]}


def shown(actor: Actor) -> str:
    return f"/check-ins/{actor.keep(noticed='You rang.', **BOTH)}/"


@pytest.mark.parametrize("sent", [BOTH, {**BOTH, "remember": "on"}, {}, {"who": ""}, {"who": "you"}])
def test_a_stale_choice_after_the_other_left_takes_nothing_back(
    alma: Actor, ben: Actor, sent: dict[str, object]
) -> None:
    url = shown(alma)
    ben.send("/together/space/leave/")
    page = alma.see(alma.send(f"{url}show/", sent)["Location"])
    assert Shared.objects.count() == 1
    assert "Nothing was changed by it. There is no space for two now" in page
    alma.send(f"{url}show/", {"who": "me"})
    assert Shared.objects.count() == 0


@pytest.mark.parametrize("sent", [BOTH, {}])
def test_a_stale_choice_while_it_rests_changes_nothing_and_says_so(
    alma: Actor, ben: Actor, sent: dict[str, object]
) -> None:
    url = shown(alma)
    ben.send("/together/space/pause/")
    page = alma.see(alma.send(f"{url}show/", sent)["Location"])
    assert "Nothing was changed by it. The space for two rests now." in page
    assert Shared.objects.count() == 1


def test_a_choice_that_says_nothing_is_asked_again(alma: Actor) -> None:
    url = shown(alma)
    page = body(alma.send(f"{url}show/", status=422))
    assert "Who may read it" in page
    assert "You may choose one of the two." in page
    assert Shared.objects.count() == 1


@pytest.mark.parametrize(
    ("step", "said"),
    [("pause", "The space for two rests now."), ("leave", "There is no space for two now")],
)
def test_the_space_closed_while_it_was_written_for_both(
    alma: Actor, ben: Actor, step: str, said: str
) -> None:
    alma.see("/check-ins/new/")
    ben.send(f"/together/space/{step}/")
    sent = {"form_id": str(uuid4()), "noticed": "You rang.", **BOTH}
    page = alma.see(alma.send("/check-ins/new/", sent)["Location"])
    assert f"It was kept private. {said}" in page
    assert CheckIn.objects.count() == 1
    assert Shared.objects.count() == 0


def test_written_for_oneself_nothing_is_said_of_it(alma: Actor, ben: Actor) -> None:
    ben.send("/together/space/pause/")
    where = alma.send("/check-ins/new/", {"form_id": str(uuid4()), "safety": "3", "who": "me"})["Location"]
    assert "kept private" not in alma.see(where)
    assert id_in(where)


def test_the_parts_stand_open_before_they_are_shown(alma: Actor) -> None:
    for url in ("/check-ins/new/", f"/check-ins/{alma.keep()}/"):
        before_parts = alma.see(url).split('name="parts"')[0]
        assert "<details" in before_parts
        assert before_parts.rsplit("<details", 1)[1].split(">")[0].endswith("open")


def test_the_note_goes_when_the_space_is_open_again(alma: Actor, ben: Actor) -> None:
    url = shown(alma)
    ben.send("/together/space/pause/")
    where = alma.send(f"{url}show/", BOTH)["Location"]
    assert "rests now" in alma.see(where)
    for actor in (alma, ben):
        actor.send("/together/space/ready/")
    assert "rests now" not in alma.see(where)
