"""Stopping to make a promise is stepping back: never refused, and it leaves what was said."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from stepwell.ground.record.api import Broken, Head
from stepwell.together.promises import recording
from stepwell.together.promises.models import Promise, Word
from stepwell.together.promises.tests.cast import TUESDAY, Actor, at, recorded, word_form

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def ending(reason: str = "It was too large. I make a smaller one.") -> dict[str, str]:
    return {"form_id": str(uuid4()), "reason": reason}


@pytest.fixture
def daily(ben: Actor) -> str:
    return ben.promises("I tell where I am.", repeat="daily", until=TUESDAY + 20 * DAY)


def test_it_ends_with_a_word_and_what_was_said_stays(
    alma: Actor, ben: Actor, circle: UUID, daily: str
) -> None:
    ben.says(daily, TUESDAY, "kept")
    with at(TUESDAY + DAY):
        ben.send(f"{daily}end/", ending())
        seen = alma.see(daily)
        assert "It was too large." in seen
        assert "Kept" in seen
        assert "End this promise" not in ben.see(daily)
        ben.see(f"{daily}2026-03-04/", 404)
        with at(TUESDAY + 3 * DAY):
            ben.says(daily, TUESDAY, "kept", known="1", reason="A day that had been.")
    kinds = [event.kind for event in recorded(alma, circle)]
    assert kinds == ["promise.made", "promise.kept", "promise.ended", "promise.kept"]


def test_a_word_is_asked_for(ben: Actor, daily: str) -> None:
    assert "A word is needed here." in ben.send(f"{daily}end/", ending(""), 422).content.decode()
    assert Promise.objects.within(ben.keyring).get().ended_on is None


def test_twice_is_once_and_what_is_over_cannot_be_ended(ben: Actor, circle: UUID, daily: str) -> None:
    form = ending()
    for _ in range(2):
        ben.send(f"{daily}end/", form)
    assert len(recorded(ben, circle)) == 2
    again = ben.refused(f"{daily}end/", ending("another word about it"))
    assert "It has ended already" in again
    past = ben.promises()
    with at(TUESDAY + DAY):
        assert "It has ended already" in ben.see(f"{past}end/")
        ben.refused(f"{past}end/", ending("another word about it"))


def test_it_is_possible_while_the_space_rests(alma: Actor, ben: Actor, circle: UUID, daily: str) -> None:
    alma.pause()
    ben.send(f"{daily}end/", ending())
    assert "It was too large." in alma.see(daily)
    assert [event.kind for event in recorded(alma, circle)] == ["promise.made", "promise.ended"]


def test_it_is_possible_when_the_record_is_not_as_it_was(
    alma: Actor, ben: Actor, daily: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise Broken(Head(7, b"\1" * 32), None)

    monkeypatch.setattr(recording, "ended", broken)
    ben.send(f"{daily}end/", ending("Words that are not lost."))
    assert Promise.objects.within(ben.keyring).get().ended_on == TUESDAY
    assert not Word.objects.within(ben.keyring).exists()
    assert "Words that are not lost." in ben.see(daily), "as a note of his own"
    assert "Words that are not lost." not in alma.see(daily)
    assert "Ended" in alma.see(daily)


@pytest.mark.parametrize("found", [None, Head(3, b"\2" * 32)], ids=["gone", "other"])
def test_nothing_new_is_said_to_a_record_that_is_not_as_it_was(
    ben: Actor, daily: str, monkeypatch: pytest.MonkeyPatch, found: Head | None
) -> None:
    seen = Head(7, b"\1" * 32)

    def broken(*_: object) -> None:
        raise Broken(seen, found)

    monkeypatch.setattr(recording, "append", broken)
    page = ben.refused(f"{daily}2026-03-03/", word_form("kept", reason="and a word beside it"), 409)
    assert f"entry 7 ({seen.words})" in page
    if found:
        assert f"up to 3 ({found.words})" in page
    assert not Word.objects.within(ben.keyring).exists()


def test_one_to_oneself_ends_as_simply(esi: Actor) -> None:
    page = esi.promises("I walk to the bridge.", who="", repeat="daily", until=TUESDAY + 9 * DAY)
    esi.send(f"{page}end/", ending("My knee hurts."))
    assert "My knee hurts." in esi.see(page)
