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


@pytest.mark.parametrize("resting", [False, True])
def test_it_needs_no_reason(alma: Actor, ben: Actor, circle: UUID, daily: str, resting: bool) -> None:
    if resting:
        alma.pause()
    ben.send(f"{daily}end/", ending(""))
    assert Promise.objects.within(ben.keyring).get().ended_on == TUESDAY
    assert recorded(alma, circle)[-1].kind == "promise.ended"
    assert "Ben ended “I tell where I am.”." in alma.see("/record/")
    assert "On 3 March Ben ended it." in alma.see("/promises/story/")
    seen = alma.see(daily)
    assert "Ended" in seen
    assert '<blockquote class="words"></blockquote>' not in seen
    ben.send(f"{daily}end/", ending(""))
    assert len(recorded(alma, circle)) == 2, "pressed twice it is done once"


def test_a_reason_that_is_too_long_is_not_cut(ben: Actor, daily: str) -> None:
    ben.refused(f"{daily}end/", ending("why " * 999))
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
    form = ending("Words that are not lost.")
    for _ in range(2):
        ben.send(f"{daily}end/", form)
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
