"""A check-in is kept: once, whole, by its owner alone."""

from datetime import UTC, datetime, timedelta
from html import escape
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
import time_machine

from stepwell.together.checkins import writing
from stepwell.together.checkins.content import AnswersV1
from stepwell.together.checkins.models import CheckIn
from stepwell.together.checkins.testing import keep_one
from stepwell.together.checkins.tests.cast import Actor, body, enter, id_in, inputs

BERLIN = ZoneInfo("Europe/Berlin")
pytestmark = pytest.mark.django_db
EVERYTHING = {
    "safety": "6", "closeness": "0", "trust": "", "calm": "10", "window": "under", "feelings": ["tired"],
    "more_feelings": ["wary"], "new_feelings": "a little tender", "body": ["clenched_jaw"], "hard": ["late"],
    "helped": ["walk"], "more_hard": [], "new_helped": "the lamp left on", "noticed": "You rang.\n\nTwice.",
    "intend": "Sleep.",
}  # fmt: skip


def test_everything_written_is_read_again(esi: Actor) -> None:
    check_in = esi.keep(**EVERYTHING)
    _row, kept = writing.mine(esi.keyring, check_in)
    assert kept.answers == AnswersV1(
        safety=6, closeness=0, calm=10, window="under", feelings=("tired", "wary", "own:a little tender"),
        body=("clenched_jaw",), hard=("late",), helped=("walk", "own:the lamp left on"),
        noticed="You rang.\n\nTwice.", intend="Sleep.",
    )  # fmt: skip
    page = esi.see(f"/check-ins/{check_in}/")
    for words in (
        "0 of 10",
        "10 of 10",
        "Far away",
        "wary",
        "a little tender",
        "clenched jaw",
        "late without word",
    ):
        assert words in page


def test_an_answer_that_is_not_on_the_page_is_refused_in_plain_words(esi: Actor) -> None:
    for field in ("feelings", "more_hard", "window"):
        sent = {"form_id": str(uuid4()), "safety": "4", field: "nonsense"}
        page = body(esi.send("/check-ins/new/", sent, status=422))
        assert "Please choose one of the answers on the page." in page, field
        assert "valid choice" not in page
    sent = {"at": "20:30", "weekdays": ["9"]}
    assert "valid choice" not in body(esi.send("/check-ins/times/add/", sent, status=422))


def test_the_same_form_sent_twice_is_one_check_in_and_leads_to_it(esi: Actor) -> None:
    sent = {"form_id": str(uuid4()), "safety": "4"}
    first = esi.send("/check-ins/new/", sent)["Location"]
    again = esi.send("/check-ins/new/", {**sent, "safety": "9"})["Location"]
    assert id_in(first) == id_in(again)
    assert CheckIn.objects.count() == 1
    assert "4 of 10" in esi.see(first)


def test_the_same_form_id_from_another_person_is_theirs(esi: Actor, chidi: Actor) -> None:
    sent = {"form_id": str(uuid4()), "safety": "4"}
    assert id_in(esi.send("/check-ins/new/", sent)["Location"]) != id_in(
        chidi.send("/check-ins/new/", sent)["Location"]
    )


def test_an_empty_form_is_not_kept_and_says_so(esi: Actor) -> None:
    answer = esi.send("/check-ins/new/", {"form_id": str(uuid4())}, status=422)
    assert "One answer is enough" in body(answer)
    assert CheckIn.objects.count() == 0


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("safety", "11"),
        ("safety", "six"),
        ("window", "sideways"),
        ("feelings", ["not-a-word"]),
        ("feelings", ["own:" + "x" * 41]),
        ("more_hard", ["<script>"]),
        ("new_body", "x" * 41),
        ("new_body", "a, b, c, d, e, f, g"),
        ("noticed", "x" * 2001),
        ("intend", "x" * 501),
        ("noticed", "nul \x00 here"),
        ("feelings", [f"own:word {n}" for n in range(41)]),
    ],
)
def test_bad_input_gets_a_page_with_every_word_still_in_it(esi: Actor, field: str, value: object) -> None:
    words = "Somebody rang & said “yes”."
    sent = {"form_id": str(uuid4()), "calm": "3", "helped": ["walk"], "noticed": words, field: value}
    page = body(esi.send("/check-ins/new/", sent, status=422))
    assert 'role="alert"' in page
    assert CheckIn.objects.count() == 0
    assert sent["form_id"] in page
    assert inputs(page, "calm", checked=True) == ["3"]
    assert inputs(page, "helped", checked=True) == ["walk"]
    if field != "noticed":
        assert escape(words, quote=False) in page
    elif "nul" not in str(value):
        assert str(value) in page


def test_a_day_holds_so_many_check_ins_and_the_words_stay(esi: Actor) -> None:
    for _ in range(writing.MOST_A_DAY):
        keep_one(esi.keyring, now=datetime.now(UTC).astimezone(BERLIN))
    page = body(
        esi.send("/check-ins/new/", {"form_id": str(uuid4()), "noticed": "One more thing."}, status=429)
    )
    assert "24" in page
    assert "One more thing." in page
    assert CheckIn.objects.count() == writing.MOST_A_DAY


def test_a_form_that_was_kept_before_the_limit_still_leads_to_its_check_in(esi: Actor) -> None:
    sent = {"form_id": str(uuid4()), "safety": "4"}
    first = esi.send("/check-ins/new/", sent)["Location"]
    for _ in range(writing.MOST_A_DAY - 1):
        keep_one(esi.keyring, now=datetime.now(UTC).astimezone(BERLIN))
    assert id_in(esi.send("/check-ins/new/", sent)["Location"]) == id_in(first)


def test_the_day_is_the_writers_own(db: None) -> None:
    auckland, honolulu = enter("Esi", "Pacific/Auckland"), enter("Chidi", "Pacific/Honolulu")
    with time_machine.travel(datetime(2026, 11, 21, 20, 30, tzinfo=UTC), tick=False):
        late, early = auckland.keep(), honolulu.keep()
    days = dict(CheckIn.objects.values_list("id", "day"))
    assert (days[late].isoformat(), days[early].isoformat()) == ("2026-11-22", "2026-11-21")


def test_a_clock_set_back_loses_nothing(esi: Actor) -> None:
    noon = datetime(2026, 11, 21, 12, tzinfo=UTC)
    with time_machine.travel(noon, tick=False):
        first = esi.keep(noticed="Before the clock was set back.")
    with time_machine.travel(noon - timedelta(days=400), tick=False):
        second = esi.keep(noticed="After it.")
    for check_in, words in ((first, "Before the clock was set back."), (second, "After it.")):
        assert words in esi.see(f"/check-ins/{check_in}/")


def test_words_of_ones_own_are_offered_next_time_and_can_be_taken_off(esi: Actor) -> None:
    check_in = esi.keep(new_feelings="a little tender")
    assert 'value="own:a little tender"' in esi.see("/check-ins/new/")
    esi.send("/check-ins/words/", {"kind": "feelings", "word": "a little tender"})
    assert "a little tender" not in esi.see("/check-ins/new/")
    assert "a little tender" in esi.see(f"/check-ins/{check_in}/")


def test_a_word_taken_off_in_another_tab_is_still_kept(esi: Actor) -> None:
    check_in = esi.keep(feelings=["own:a little tender"])
    assert "a little tender" in esi.see(f"/check-ins/{check_in}/")


def test_deleting_asks_first_and_takes_it_away(esi: Actor) -> None:
    check_in = esi.keep(noticed="Gone soon.")
    assert "Gone soon." in esi.see(f"/check-ins/{check_in}/delete/")
    assert CheckIn.objects.count() == 1
    esi.send(f"/check-ins/{check_in}/delete/")
    esi.see(f"/check-ins/{check_in}/", status=404)
    assert CheckIn.objects.count() == 0


def test_nothing_written_stands_in_clear(esi: Actor) -> None:
    esi.keep(**EVERYTHING)
    row = CheckIn.objects.values().get()
    assert b"rang" not in bytes(row["sealed"])
    assert set(row) == {"id", "circle_id", "epoch", "version", "sealed", "person_id", "day", "form_id"}


def test_two_that_meet_at_the_same_instant_are_one_check_in(
    esi: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither saw the other: the database decides, and the second is led to the first."""
    form_id, now = uuid4(), datetime.now(UTC)
    first = writing.keep(esi.keyring, form_id=form_id, answers=AnswersV1(safety=4), now=now)
    look, blind = writing._kept, iter([True])

    def look_too_early(*asked: Any) -> Any:
        return {} if next(blind, False) else look(*asked)

    monkeypatch.setattr(writing, "_kept", look_too_early)
    second = writing.keep(esi.keyring, form_id=form_id, answers=AnswersV1(safety=9), now=now)
    assert second.id == first.id
    assert CheckIn.objects.count() == 1
