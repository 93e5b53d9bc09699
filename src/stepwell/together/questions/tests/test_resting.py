"""While the space rests nothing new goes over, nothing of the other stands there, and stepping back works."""

import json
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from stepwell.ground.people.testing import PASSWORD
from stepwell.ground.spaces.testing import make_couple
from stepwell.together.questions.models import Put, Question, Reply, When
from stepwell.together.questions.tests.cast import Actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def open_and_answered(alma: Actor, ben: Actor) -> tuple[str, str, str, str]:
    """An open question and an answered one, each as Alma's own page and as the page for both."""
    pages = [alma.writes(text) for text in ("Who knew?", "Is it over?")]
    alma.puts(pages[1])
    (answered,) = ben.finds()
    ben.answers(answered, "It is over.")
    alma.puts(pages[0])
    (waits,) = ben.finds()
    return pages[0], waits, pages[1], answered


def test_what_was_answered_stands_and_what_waits_is_not_drawn(
    alma: Actor, ben: Actor, open_and_answered: tuple[str, ...]
) -> None:
    _mine, waits, _, answered = open_and_answered
    ben.pause()
    for reader in (alma, ben):
        assert "It is over." in reader.see(answered)
        assert "It is over." in reader.see("/questions/answered/")
    assert ben.finds() == []
    assert ben.browser.get(waits)["Location"] == "/questions/"
    assert "Who knew?" not in ben.takes_everything()


def test_nothing_new_goes_over_and_the_words_stay(
    alma: Actor, ben: Actor, open_and_answered: tuple[str, ...]
) -> None:
    _mine, waits, _, answered = open_and_answered
    ben.pause()
    rows = Reply.objects.within(ben.keyring).count()
    for page in (waits, answered):
        seen = ben.answers(page, "Nobody knew.", 422).content.decode()
        assert "Nobody knew." in seen
        assert "The space for two rests now." in seen
    assert Reply.objects.within(ben.keyring).count() == rows
    late = alma.send(f"{alma.writes('Where?')}put/", {"place": "now"}, 422).content.decode()
    assert "The space for two rests now." in late
    assert "Where?" in late
    ben.send(f"{waits}when/", {"when-day": "2999-01-01"}, 422)
    assert not When.objects.within(ben.keyring).exists()


def test_stepping_back_works_during_a_rest(
    alma: Actor, ben: Actor, open_and_answered: tuple[str, ...]
) -> None:
    mine, _waits, _, _answered = open_and_answered
    ben.pause()
    alma.send(f"{mine}take-back/")
    assert Put.objects.within(alma.keyring).count() == 1


def test_after_the_end_each_keeps_their_list_and_the_answers_can_be_taken_out(
    alma: Actor, ben: Actor, open_and_answered: tuple[str, ...]
) -> None:
    mine, waits, _, _answered = open_and_answered
    ben.send("/together/space/leave/")
    assert "Who knew?" in alma.see(mine)
    for reader in (alma, ben):
        reader.see(waits, 404)
        taken = json.loads(reader.takes_everything())["questions"]["asked"]
        assert [row["question"] for row in taken if row["answers"]] == ["Is it over?"]
    assert "In a space that has ended" in alma.see(mine)
    alma.send(f"{mine}take-back/")
    assert "Who knew?" not in ben.takes_everything()


def test_answers_can_be_read_again_when_the_space_has_ended(
    alma: Actor, ben: Actor, open_and_answered: tuple[str, ...]
) -> None:
    _, _, mine, answered = open_and_answered
    ben.send("/together/space/leave/")
    for reader in (alma, ben):
        assert "Asked and answered" in reader.see("/questions/")
        told = reader.see("/questions/answered/")
        seen = reader.see(answered)
        for page in (told, seen):
            assert "It is over." in page
            assert "a space that has ended" in page
            assert "both of you" not in page
        for act in ("/answer/", "/when/", "/no-day/", "/aside/", "/back/", "/take-back/"):
            assert f'{act}"' not in seen
        assert "Who knew?" not in told
    own = alma.see(mine)
    assert "In a space that has ended" in own
    assert "It is over." in own
    assert "take-back" not in own
    assert "You were asked" in ben.see(answered)
    assert "Alma" not in ben.see(answered).split("<main")[1]


def test_a_new_space_does_not_hide_what_was_answered_in_the_old_one_or_name_the_wrong_person(
    alma: Actor, ben: Actor, esi: Actor, open_and_answered: tuple[str, ...]
) -> None:
    _, _, mine, answered = open_and_answered
    ben.send("/together/space/leave/")
    make_couple(alma.member.fresh(), esi.member.fresh())
    for path in (answered, mine, "/questions/answered/"):
        assert "It is over." in alma.see(path)
        assert "Esi answered" not in alma.see(path)
    esi.see(answered, 404)
    assert "It is over." not in esi.see("/questions/answered/")


def test_words_for_one_alone(esi: Actor) -> None:
    assert "both of you" not in esi.see("/questions/answered/")


@pytest.mark.parametrize("leaves", ["alma", "ben"])
def test_an_answer_that_is_written_while_the_space_ends_is_given_back(
    alma: Actor, ben: Actor, open_and_answered: tuple[str, ...], leaves: str
) -> None:
    _mine, waits, _, answered = open_and_answered
    (alma if leaves == "alma" else ben).send("/together/space/leave/")
    for page in (waits, answered, f"/questions/asked/{uuid4()}/"):
        seen = ben.answers(page, "What I had written so far.", 404).content.decode()
        assert "What I had written so far." in seen
        assert "Nothing was sent." in seen


def test_a_named_day_can_be_taken_out_while_the_space_rests(
    alma: Actor, ben: Actor, open_and_answered: tuple[str, ...]
) -> None:
    mine, waits, _, _answered = open_and_answered
    silent = alma.see(mine)
    ben.send(f"{waits}when/", {"when-day": str(datetime.now(UTC).date() + timedelta(days=5))})
    assert "Days you named" not in ben.see("/questions/")
    alma.pause()
    resting = ben.see("/questions/")
    assert f"{waits}no-day/" in resting
    assert "Who knew?" not in resting
    assert "Days you named" not in alma.see("/questions/")
    for _ in range(2):
        assert ben.send(f"{waits}no-day/")["Location"] == "/questions/"
    assert "Days you named" not in ben.see("/questions/")
    assert not When.objects.within(ben.keyring).exists()
    for actor in (alma, ben):
        actor.send("/together/space/ready/")
    assert alma.see(mine) == silent


def test_leaving_and_taking_back_takes_answers_along(
    alma: Actor, ben: Actor, open_and_answered: tuple[str, ...]
) -> None:
    ben.send("/together/space/leave/", {"take_back": "on"})
    assert not Reply.objects.within(alma.keyring).exists()
    assert "It is over." not in alma.takes_everything()
    assert "Who knew?" in alma.takes_everything()


def test_an_account_that_ends_leaves_nothing_here(
    alma: Actor, ben: Actor, open_and_answered: tuple[str, ...]
) -> None:
    alma.send("/settings/delete/", {"password": PASSWORD}, 200)
    assert not Question.objects.within(ben.keyring).exists()
    assert "Who knew?" not in ben.takes_everything()
    assert Put._base_manager.count() == 0


def test_what_is_taken_out_reads_without_a_program(alma: Actor, open_and_answered: tuple[str, ...]) -> None:
    taken = json.loads(alma.takes_everything())["questions"]
    assert [row["question"] for row in taken["list"]] == ["Who knew?", "Is it over?"]
    assert taken["list"][0]["do-i-want-to-know"] == "Yes, I want to know this"
    told = next(row for row in taken["asked"] if row["answers"])
    assert told["answers"][0]["words"] == "It is over."
    assert told["by-me"] is True


def test_nobody_to_put_it_to(alma: Actor, ben: Actor) -> None:
    page = alma.writes("Who knew?")
    ben.send("/together/space/leave/")
    assert "no space for two now" in alma.send(f"{page}put/", {"place": "now"}, 422).content.decode()
    alma.send(f"{page}put/", {"place": "the moon"}, 422)
    assert alma.send(f"/questions/asked/{uuid4()}/answer/", {"text": "No."}, 404)
