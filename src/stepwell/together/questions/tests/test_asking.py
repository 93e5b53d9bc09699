"""A question is put, answered when the other is ready, read again, and taken back."""

import re
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
import time_machine

from stepwell.together.questions.models import Put, Reply, When
from stepwell.together.questions.tests.cast import BLANK, Actor

pytestmark = pytest.mark.django_db
WORDS = "Is there still any contact?"


@pytest.fixture
def put(alma: Actor, ben: Actor) -> tuple[str, str]:
    """Alma's own page of her question, and the page of it on which Ben finds it."""
    page = alma.writes(WORDS)
    alma.puts(page)
    (asked,) = ben.finds()
    return page, asked


def test_put_answered_and_read_again_by_both(alma: Actor, ben: Actor, put: tuple[str, str]) -> None:
    page, asked = put
    assert "Alma asks" in ben.see(asked)
    assert WORDS in ben.see(asked)
    ben.answers(asked, "No. It ended in June.")
    for reader in (alma, ben):
        assert "No. It ended in June." in reader.see(asked)
        assert "No. It ended in June." in reader.see("/questions/answered/")
    assert "No. It ended in June." in alma.see(page)
    assert ben.finds() == []


def test_only_what_was_put_goes_along(alma: Actor, ben: Actor) -> None:
    alma.writes("Who knew?")
    page = alma.writes(WORDS, want="unsure")
    alma.puts(page, "session")
    (asked,) = ben.finds()
    seen = ben.see(asked)
    assert "For a session with a therapist" in seen
    assert "do not know yet" not in seen
    assert "Who knew?" not in seen + ben.see("/questions/") + ben.takes_everything()
    assert page.split("/")[2] not in seen, "the id of the private question holds the moment it was written"


def test_who_answers_is_told_where_help_is_with_what_was_never_told(ben: Actor, put: tuple[str, str]) -> None:
    seen = ben.see(put[1])
    assert "If the answer tells something not yet told, a therapist can help prepare it." in seen
    assert "Preparing a disclosure with a therapist" in seen
    assert "Why trickled truth hurts" in seen


def test_no_not_now_and_silence_are_the_same_bytes_to_who_asked(
    alma: Actor, ben: Actor, put: tuple[str, str]
) -> None:
    page, asked = put
    silent = [alma.see(page), alma.see("/questions/"), alma.see("/questions/answered/")]
    assert BLANK in silent[0]
    ben.see(asked)
    assert [alma.see(page), alma.see("/questions/"), alma.see("/questions/answered/")] == silent
    ben.send(f"{asked}aside/")
    assert ben.see("/questions/").count(asked) == 1, "it can be found again in the fold"
    assert [alma.see(page), alma.see("/questions/"), alma.see("/questions/answered/")] == silent
    ben.send(f"{asked}when/", {"when-day": _later(30)})
    assert alma.see(page) != silent[0]
    ben.send(f"{asked}no-day/")
    assert [alma.see(page), alma.see("/questions/"), alma.see("/questions/answered/")] == silent
    ben.send(f"{asked}back/")
    assert [alma.see(page), alma.see("/questions/"), alma.see("/questions/answered/")] == silent


def _later(days: int) -> str:
    return date.fromordinal(datetime.now(UTC).date().toordinal() + days).isoformat()


def test_nothing_of_weeks_of_silence_is_drawn(alma: Actor, ben: Actor) -> None:
    with time_machine.travel(datetime(2026, 3, 4, 12, tzinfo=UTC), tick=False):
        page = alma.writes(WORDS)
        alma.puts(page)
        (asked,) = ben.finds()
        first = alma.see(page), ben.see(asked), ben.see("/questions/")
    with time_machine.travel(datetime(2026, 4, 15, 12, tzinfo=UTC), tick=False):
        assert (alma.see(page), ben.see(asked), ben.see("/questions/")) == first


def test_ben_names_a_day_and_another(alma: Actor, ben: Actor) -> None:
    with time_machine.travel(datetime(2026, 3, 4, 12, tzinfo=UTC), tick=False):
        page = alma.writes(WORDS)
        alma.puts(page)
        (asked,) = ben.finds()
        refused = ben.send(f"{asked}when/", {"when-day": "2026-03-03"}, 422).content.decode()
        assert "This day has passed." in refused
        assert 'value="2026-03-03"' in refused
        for day in ("", "soon", "2029-01-01"):
            assert not When.objects.within(ben.keyring).exists()
            ben.send(f"{asked}when/", {"when-day": day}, 422)
        ben.send(f"{asked}when/", {"when-day": "2026-03-12"})
        assert "Thursday 12 March" in alma.see(page)
        ben.send(f"{asked}when/", {"when-day": "2026-03-13"})
        assert "Friday 13 March" in alma.see(page)
        ben.answers(asked, "No.")
        assert "13 March" not in alma.see(page)


def test_let_go_after_it_was_answered_every_way_on_leads_somewhere(alma: Actor, ben: Actor) -> None:
    page = alma.writes(WORDS)
    alma.puts(page)
    (asked,) = ben.finds()
    ben.answers(asked, "No.")
    assert f'href="{page}"' in alma.see(asked)
    alma.send(f"{page}delete/")
    seen = alma.see(asked)
    assert "On your list" not in seen
    assert 'href="/questions/"' in seen
    for way in set(re.findall(r'href="(/questions/[^"]*)"', seen + alma.see("/questions/answered/"))):
        alma.see(way)


def test_what_was_added_stands_beside_what_was_said_each_with_its_day(alma: Actor, ben: Actor) -> None:
    with time_machine.travel(datetime(2026, 3, 4, 12, tzinfo=UTC), tick=False):
        alma.puts(alma.writes(WORDS))
        (asked,) = ben.finds()
        ben.answers(asked, "No.")
    with time_machine.travel(datetime(2026, 3, 9, 12, tzinfo=UTC), tick=False):
        ben.answers(asked, "She wrote once in May. I did not reply.")
        seen = alma.see(asked)
    for part in ("No.", "4 March", "She wrote once in May.", "9 March", "Added later:"):
        assert part in seen
    assert seen.index("4 March") < seen.index("9 March")


def test_taken_back_before_an_answer_it_is_gone_for_the_other(
    alma: Actor, ben: Actor, put: tuple[str, str]
) -> None:
    page, asked = put
    ben.send(f"{asked}when/", {"when-day": _later(3)})
    alma.send(f"{page}take-back/")
    assert ben.finds() == []
    assert ben.see(asked, 404) == ben.see(f"/questions/asked/{uuid4()}/", 404)
    assert not Put.objects.within(alma.keyring).exists()
    assert not When.objects.within(alma.keyring).exists()
    assert WORDS in alma.see(page), "it stays on her own list"
    alma.puts(page)
    assert len(ben.finds()) == 1


def test_taken_back_while_ben_writes_his_words_are_not_lost(
    alma: Actor, ben: Actor, put: tuple[str, str]
) -> None:
    page, asked = put
    alma.send(f"{page}take-back/")
    answer = ben.answers(asked, "What I had written so far.", 404).content.decode()
    assert "What I had written so far." in answer
    assert "Nothing was sent." in answer
    assert not Reply.objects.within(ben.keyring).exists()


def test_taken_back_after_an_answer_it_stays_and_says_so(
    alma: Actor, ben: Actor, put: tuple[str, str]
) -> None:
    page, asked = put
    ben.answers(asked, "No. It ended in June.")
    alma.send(f"{page}take-back/")
    assert "You took it back." in alma.see(page)
    for reader in (alma, ben):
        seen = reader.see(asked)
        assert "No. It ended in June." in seen
        assert "taken back after it was answered" in seen
    assert ben.answers(asked, "one thing more", 404)
    assert Reply.objects.within(ben.keyring).count() == 1


def test_asked_once(alma: Actor, ben: Actor, put: tuple[str, str]) -> None:
    page, asked = put
    alma.puts(page, "session")
    assert ben.finds() == [asked]
    assert "For now" in ben.see(asked)


def test_the_same_answer_twice_is_one_row(ben: Actor, put: tuple[str, str]) -> None:
    form = {"form_id": str(uuid4()), "text": "No."}
    for _ in range(2):
        ben.send(f"{put[1]}answer/", form)
    assert Reply.objects.within(ben.keyring).count() == 1


@pytest.mark.parametrize("text", ["", "x" * 5000], ids=["nothing", "too long"])
def test_an_answer_that_does_not_fit_stays_in_the_form(ben: Actor, put: tuple[str, str], text: str) -> None:
    assert text in ben.answers(put[1], text, 422).content.decode()
    assert not Reply.objects.within(ben.keyring).exists()


def test_the_one_who_asked_cannot_answer_and_no_stranger_can_do_anything(
    alma: Actor, chidi: Actor, esi: Actor, put: tuple[str, str]
) -> None:
    page, asked = put
    for somebody in (alma, chidi, esi):
        assert somebody.answers(asked, "No.", 404)
        for verb in ("when/", "aside/", "back/"):
            somebody.send(f"{asked}{verb}", {"when-day": _later(2)}, 404)
        assert somebody.send(f"{asked}no-day/")["Location"] == "/questions/"
    for stranger in (chidi, esi):
        stranger.see(asked, 404)
        for verb in ("put/", "change/"):
            stranger.send(f"{page}{verb}", {"place": "now"}, 404)
        for verb in ("take-back/", "delete/"):
            assert stranger.send(f"{page}{verb}")["Location"] == "/questions/"
    assert not Reply.objects.within(alma.keyring).exists()
    assert Put.objects.within(alma.keyring).count() == 1
