"""What became of a promise: by the promiser's own word, in time or afterwards, and never by anybody else."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from stepwell.together.promises.models import Promise, Word
from stepwell.together.promises.tests.cast import TUESDAY, Actor, at, recorded, word_form

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
WEDNESDAY, THURSDAY, FRIDAY = (TUESDAY + number * DAY for number in (1, 2, 3))
WHY = "The train does not run that late."
PLAN = {"plan_what": "I ring from the car, before I drive.", "plan_day": FRIDAY}


def test_kept_and_alma_sees_it(alma: Actor, ben: Actor, circle: UUID) -> None:
    page = ben.promises("I ring at six.")
    ben.says(page, TUESDAY, "kept")
    assert "Kept" in alma.see(page)
    assert "Kept" in alma.see("/promises/")
    assert [event.kind for event in recorded(alma, circle)] == ["promise.made", "promise.kept"]


def test_changed_in_time_with_a_reason_and_a_plan_that_is_a_promise(
    alma: Actor, ben: Actor, circle: UUID
) -> None:
    page = ben.promises("I ring at six.", first=THURSDAY)
    with at(WEDNESDAY):
        ben.says(page, THURSDAY, "changed", reason=WHY, **PLAN)
    seen = alma.see(page)
    for words in ("Changed in time", WHY, "I ring from the car, before I drive.", "for Friday 6 March"):
        assert words in seen
    plan = Promise.objects.within(ben.keyring, circle).get(last_day=FRIDAY)
    plan_page = f"/promises/{plan.id}/"
    assert "In place of what was said for" in alma.see(plan_page)
    assert page in alma.see(plan_page)
    kinds = [event.kind for event in recorded(alma, circle)]
    assert kinds == ["promise.made", "promise.made", "promise.changed"]
    changed = recorded(alma, circle)[-1]
    assert changed.text["plan"] == str(plan.id)
    assert changed.text["reason"] == WHY
    with at(FRIDAY):
        ben.says(plan_page, FRIDAY, "kept")
        assert "Kept" in alma.see(plan_page)


@pytest.mark.parametrize("repeat", ["once", "daily"])
def test_on_the_day_itself_it_can_be_said_until_it_is_over_and_reads_as_said_on_the_day(
    alma: Actor, ben: Actor, repeat: str
) -> None:
    page = ben.promises("I ring at six.", repeat=repeat, until=FRIDAY)
    with at(TUESDAY, 22, 59):
        assert "it reads as said on the day" in ben.see(f"{page}2026-03-03/")
        ben.says(page, TUESDAY, "changed", reason=WHY, **PLAN)
        assert "Changed on the day" in ben.see(f"{page}2026-03-03/")
        for reader in (alma, ben):
            story, record = reader.see("/promises/story/"), reader.see("/record/")
            for told in (story, record):
                assert "said on the day that it would not work" in told
            for told in (reader.see(page), reader.see("/promises/")):
                assert "Changed on the day" in told
            for path in (page, "/promises/", "/promises/story/", "/record/"):
                assert "in time" not in reader.see(path).split("<main")[1]


def test_a_day_before_it_is_in_time_in_the_record_and_in_the_story(alma: Actor, ben: Actor) -> None:
    ben.says(ben.promises(first=WEDNESDAY), WEDNESDAY, "changed", reason=WHY, **PLAN)
    for path in ("/promises/story/", "/record/"):
        assert "Ben said in time that it would not work" in alma.see(path)


def test_afterwards_it_is_not_kept_and_the_page_says_so_plainly(alma: Actor, ben: Actor) -> None:
    page = ben.promises("I ring at six.")
    with at(TUESDAY, 23, 1):
        form = ben.see(f"{page}2026-03-03/")
        assert "The day has passed." in form
        assert "I say so in time" not in form
        late = ben.refused(f"{page}2026-03-03/", word_form("changed", reason=WHY, **PLAN))
        assert "it can no longer be changed" in late
        assert "I ring from the car, before I drive." in late
        assert not Word.objects.within(ben.keyring).exists()
        ben.says(page, TUESDAY, "not_kept", reason=WHY, **PLAN)
        assert "Not kept" in alma.see(page)


@pytest.mark.parametrize("outcome", ["changed", "not_kept"])
@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({**PLAN}, "A word about why is needed here."),
        ({"reason": WHY}, "What you do in its place is a promise too."),
        ({"reason": WHY, "plan_day": FRIDAY}, "What you do in its place is a promise too."),
        ({"reason": WHY, "plan_what": "I ring from the car."}, "A day is needed here."),
        ({"reason": WHY, **PLAN, "plan_day": TUESDAY - DAY}, "A plan is for today or for a later day."),
        ({"reason": WHY, **PLAN, "plan_day": TUESDAY + 999 * DAY}, "more than a year away"),
        ({"reason": WHY, **PLAN, "plan_day": "tomorrow"}, "not a day that can be read"),
        ({**PLAN, "reason": "x" * 3000}, "characters fit here"),
    ],
)
def test_the_reason_and_the_plan_are_asked_for(
    ben: Actor, circle: UUID, outcome: str, given: dict, asked: str
) -> None:
    page = ben.promises()
    sent = word_form(outcome, **given)
    assert asked in ben.refused(f"{page}2026-03-03/", sent)
    assert not Word.objects.within(ben.keyring).exists()
    assert len(recorded(ben, circle)) == 1


def test_kept_with_a_plan_is_asked_about_and_not_dropped(ben: Actor) -> None:
    page = ben.promises()
    again = ben.refused(f"{page}2026-03-03/", word_form("kept", **PLAN))
    assert "Which of them fits?" in again


def test_a_day_to_come_can_only_be_changed(ben: Actor) -> None:
    page = ben.promises(repeat="daily", until=FRIDAY)
    early = ben.refused(f"{page}2026-03-05/", word_form("not_kept", reason=WHY, **PLAN))
    assert "This day has not come yet." in early
    ben.says(page, THURSDAY, "kept", 422)
    ben.says(page, THURSDAY, "changed", reason=WHY, **PLAN)


def test_what_has_one_day_may_be_kept_before_it(alma: Actor, ben: Actor) -> None:
    page = ben.promises("I pay the bill by Friday.", first=FRIDAY)
    ben.says(page, FRIDAY, "kept")
    assert "Kept" in alma.see(page)


def test_a_day_on_which_it_does_not_fall_is_none(ben: Actor) -> None:
    page = ben.promises(repeat="weekly", until=TUESDAY + 30 * DAY)
    for day in ("2026-03-04", "2026-02-24", "2026-04-07", "3 March", "20260303", "2026-3-3"):
        ben.see(f"{page}{day}/", 404)
        ben.send(f"{page}{day}/", word_form("kept"), 404)


def test_a_word_of_the_same_day_is_put_right_and_the_record_keeps_both(
    alma: Actor, ben: Actor, circle: UUID
) -> None:
    page = ben.promises()
    ben.says(page, TUESDAY, "kept")
    ben.says(page, TUESDAY, "not_kept", reason=WHY, known="1", **PLAN)
    seen = alma.see(page)
    assert "Not kept" in seen
    assert "<b>Kept" not in seen
    assert "Put right on the same day" in seen
    assert Word.objects.within(ben.keyring).count() == 1
    kinds = [event.kind for event in recorded(alma, circle)]
    assert kinds == ["promise.made", "promise.kept", "promise.made", "promise.not-kept"]


def test_afterwards_it_stands_and_a_later_word_comes_after_it(alma: Actor, ben: Actor) -> None:
    page = ben.promises()
    ben.says(page, TUESDAY, "kept")
    with at(FRIDAY):
        ben.says(page, TUESDAY, "not_kept", reason="I rang on Wednesday.", known="1", **PLAN)
        seen = alma.see(page)
    assert seen.index("<b>Kept") < seen.index("<b>Not kept")
    assert "Said later, on" in seen
    assert "6 March" in seen


def test_a_plan_that_stands_is_not_asked_for_twice(ben: Actor, circle: UUID) -> None:
    page = ben.promises()
    ben.says(page, TUESDAY, "changed", reason=WHY, **PLAN)
    with at(WEDNESDAY):
        assert "What you promised in its place stands." in ben.see(f"{page}2026-03-03/")
        ben.says(page, TUESDAY, "not_kept", reason="And I did not say so either.", known="1")
    assert Promise.objects.within(ben.keyring, circle).count() == 2


def test_two_tabs_keep_both_and_show_them(ben: Actor) -> None:
    page = ben.promises()
    ben.says(page, TUESDAY, "kept")
    sent = word_form("not_kept", reason="I fell asleep on the sofa.", **PLAN)
    both = ben.refused(f"{page}2026-03-03/", sent, 409)
    assert "<b>Kept" in both
    assert "Something was said of this day in another place" in both
    (known,) = [tag for tag in both.split("<input") if 'name="known"' in tag]
    assert 'value="1"' in known
    ben.send(f"{page}2026-03-03/", sent | {"known": "1"})


def test_the_same_form_twice_is_one_word_one_plan(ben: Actor, circle: UUID) -> None:
    page = ben.promises()
    form = word_form("changed", reason=WHY, **PLAN)
    for _ in range(2):
        ben.send(f"{page}2026-03-03/", form)
    assert Word.objects.within(ben.keyring).count() == 1
    assert Promise.objects.within(ben.keyring, circle).count() == 2
    assert len(recorded(ben, circle)) == 3


def test_nobody_else_says_what_became_of_it(alma: Actor, ben: Actor, chidi: Actor, esi: Actor) -> None:
    page = ben.promises()
    for somebody in (alma, chidi, esi):
        never = somebody.see(f"/promises/{uuid4()}/2026-03-03/", 404)
        assert somebody.see(f"{page}2026-03-03/", 404) == never
        somebody.says(page, TUESDAY, "kept", 404)
        somebody.see(f"{page}end/", 404)
        somebody.send(f"{page}end/", {"reason": "no"}, 404)
    assert "If you want to say something" not in alma.see(page)
    assert not Word.objects.within(ben.keyring).exists()


def test_silence_is_silence(alma: Actor, ben: Actor) -> None:
    page = ben.promises("I ring at six.", first=WEDNESDAY)
    before = alma.see(page)
    with at(TUESDAY + 10 * DAY):
        assert alma.see(page) == before
        for reader in (alma, ben):
            listed = reader.see("/promises/")
            assert "I ring at six." in listed
            for word in ("Not kept", "missed", "overdue", "waiting", "open"):
                assert word not in listed.split("<main")[1]
    with at(TUESDAY + 40 * DAY):
        assert "I ring at six." not in alma.comes_back().see("/promises/")


def test_words_have_a_limit(ben: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stepwell.together.promises.saying.MOST_WORDS_A_DAY", 2)
    monkeypatch.setattr("stepwell.together.promises.saying.MOST_CORRECTED", 1)
    pages = [ben.promises(f"number {number}") for number in range(3)]
    ben.says(pages[0], TUESDAY, "kept")
    ben.says(pages[1], TUESDAY, "kept")
    ben.refused(f"{pages[2]}2026-03-03/", word_form("kept", reason="and something beside it"), 429)
    ben.says(pages[0], TUESDAY, "kept", known="1", reason="It was late.")
    ben.refused(f"{pages[0]}2026-03-03/", word_form("kept", reason="and one more word", known="2"), 429)


def test_the_promisers_own_day_counts(db: None) -> None:
    from stepwell.together.promises.tests.cast import enter_two

    alma, dara = enter_two("Alma", "Dara", ("Europe/Berlin", "Pacific/Auckland"))
    page = dara.promises("I ring before breakfast.", first=WEDNESDAY)
    with at(TUESDAY, 12):
        # Already Wednesday in Auckland, and still Tuesday in Berlin.
        assert "You, today" in dara.see("/promises/")
        dara.says(page, WEDNESDAY, "kept")
        assert "Today" in alma.see("/promises/")


def test_words_for_a_day_that_is_none_come_back(alma: Actor, ben: Actor) -> None:
    page = ben.promises(repeat="weekly", until=TUESDAY + 30 * DAY)
    sent = word_form("not_kept", reason="I was called away, and I said so late.", **PLAN)
    given = ben.send(f"{page}2026-03-04/", sent, 404).content.decode()
    assert "There is no such promise" in given
    assert "I was called away" in given
    assert PLAN["plan_what"] in given
    strange = alma.send(f"{page}2026-03-03/", sent, 404).content.decode()
    assert "I was called away" in strange
    ended = alma.send(f"{page}end/", {"reason": "It was too much for me."}, 404).content.decode()
    assert "It was too much for me." in ended
