"""A promise is small, has a day, and is made by the one who keeps it."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from stepwell.together.promises.limits import LONGEST_WHAT, MOST_A_DAY
from stepwell.together.promises.models import Promise
from stepwell.together.promises.tests.cast import TUESDAY, Actor, at, promise_form, recorded

pytestmark = pytest.mark.django_db
NEW = "/promises/new/"
DAY = timedelta(days=1)


def test_ben_promises_and_alma_sees_it(alma: Actor, ben: Actor, circle: UUID) -> None:
    page = ben.promises("I ring at six, from the station.", first=TUESDAY + DAY)
    for reader in (alma, ben):
        assert "I ring at six, from the station." in reader.see("/promises/")
        assert "For Wednesday 4 March." in reader.see(page)
    assert "What Ben said" in alma.see(page)
    assert "Both of you can read this, and it stands in the record." in ben.see(page)
    (event,) = recorded(alma, circle)
    assert (event.kind, event.signer) == ("promise.made", ben.member.id)
    assert event.text["what"] == "I ring at six, from the station."
    assert event.text["first"] == "2026-03-04"
    assert event.text["of"] == page.split("/")[2]


def test_a_promise_to_oneself_is_nobody_elses(alma: Actor, ben: Actor, circle: UUID, chidi: Actor) -> None:
    before = alma.see("/promises/")
    page = ben.promises("I go to bed before midnight.", who="me")
    assert "Only you can read this." in ben.see(page)
    assert alma.see("/promises/") == before
    assert alma.see(page, 404) == alma.see(f"/promises/{uuid4()}/", 404)
    assert "midnight" not in alma.takes_everything()
    assert recorded(ben, circle) == []


def test_esi_alone_promises_to_herself_and_no_seat_is_drawn(esi: Actor) -> None:
    form = esi.see(NEW)
    assert "To yourself. Only you can read it." in form
    assert 'name="who"' not in form
    page = esi.promises("I walk to the bridge.", who="")
    assert "What you said to yourself" in esi.see("/promises/")
    assert "I walk to the bridge." in esi.see(page)


def test_nothing_is_chosen_for_them(ben: Actor) -> None:
    form = ben.see(NEW)
    assert 'name="who"' in form
    assert "checked" not in "".join(part for part in form.split("<input") if 'name="who"' in part)
    assert "Choose one of the two." in ben.refused(
        NEW, promise_form(what="I ring at six, from here.", who="")
    )


WRONG = {
    "nothing": ({"what": ""}, "There is nothing promised here yet."),
    "too long": ({"what": "x" * (LONGEST_WHAT + 1)}, "characters fit here"),
    "in the past": ({"first": TUESDAY - DAY}, "This day has passed."),
    "no day": ({"first": ""}, "A day is needed here."),
    "no such day": ({"first": "the day after"}, "not a day that can be read"),
    "years away": ({"first": TUESDAY + 400 * DAY}, "more than a year away"),
    "an end before the start": ({"repeat": "daily", "until": TUESDAY - DAY}, "before the first day"),
    "no end": ({"repeat": "daily", "until": ""}, "has a last day"),
    "an endless end": ({"repeat": "daily", "until": TUESDAY + 400 * DAY}, "more than a year after"),
    "no weekday": ({"repeat": "weekdays", "until": TUESDAY + 9 * DAY}, "Choose at least one day."),
    "a weekday that never comes": (
        {"repeat": "weekdays", "weekdays": ["6"], "until": TUESDAY + DAY},
        "None of these days",
    ),
    "no such rhythm": ({"repeat": "hourly"}, "Please choose one of the answers"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_does_not_fit_is_said_plainly_and_the_words_stay(ben: Actor, circle: UUID, name: str) -> None:
    fields, words = WRONG[name]
    sent = promise_form(**{"what": "I ring at six, from the station.", **fields})
    assert words in ben.refused(NEW, sent)
    assert not Promise.objects.within(ben.keyring).exists()
    assert recorded(ben, circle) == []


def test_what_stands_in_the_fold_does_not_stop_a_single_day(ben: Actor) -> None:
    ben.promises(until="whenever", weekdays=["6"])


def test_the_same_form_twice_is_one_promise_and_one_event(ben: Actor, circle: UUID) -> None:
    form = promise_form()
    assert ben.send(NEW, form)["Location"] == ben.send(NEW, form)["Location"]
    assert Promise.objects.within(ben.keyring).count() == 1
    assert len(recorded(ben, circle)) == 1


def test_a_day_holds_so_many(ben: Actor) -> None:
    for number in range(MOST_A_DAY):
        ben.promises(f"number {number}", who="me" if number % 2 else "both")
    assert "as many as one day holds" in ben.refused(NEW, promise_form(what="and one more of them"), 429)
    with at(TUESDAY + DAY):
        ben.promises("and one more of them")


REPEATS = {
    "daily": ({"until": TUESDAY + 6 * DAY}, "Every day from 3 March to 9 March"),
    "weekly": ({"until": TUESDAY + 20 * DAY}, "Once a week, on Tuesday, from 3 March to 23 March"),
    "weekdays": (
        {"until": TUESDAY + 9 * DAY, "weekdays": ["0", "4"]},
        "On Monday and Friday, from 3 March to 12 March",
    ),
    "monthly": ({"until": TUESDAY + 90 * DAY}, "Once a month, first on 3 March, until 1 June"),
}


@pytest.mark.parametrize("repeat", REPEATS)
def test_it_may_come_back(alma: Actor, ben: Actor, repeat: str) -> None:
    fields, words = REPEATS[repeat]
    assert words in alma.see(ben.promises(repeat=repeat, **fields))


def test_while_the_space_rests_the_form_draws_no_seat_and_a_late_page_keeps_its_words(
    alma: Actor, ben: Actor, circle: UUID
) -> None:
    alma.pause()
    assert 'name="who"' not in ben.see(NEW)
    late = ben.refused(NEW, promise_form(what="I ring at six, from the station."))
    assert "The space for two rests now" in late
    assert not Promise.objects.within(ben.keyring).exists(), "nor is it made to oneself unseen"
    ben.promises(who="me")
    assert recorded(alma, circle) == []


def test_after_the_end_a_late_page_keeps_its_words(alma: Actor, ben: Actor) -> None:
    alma.send("/together/space/leave/")
    late = ben.refused(NEW, promise_form(what="I ring at six, from the station."))
    assert "no open space for two" in late


def test_today_is_where_the_promiser_is(db: None) -> None:
    from stepwell.together.promises.tests.cast import enter

    with at(TUESDAY, 23):
        dara = enter("Dara", "Pacific/Auckland")
        esi = enter("Esi", "America/New_York")
        assert "This day has passed." in dara.refused(NEW, promise_form(first=TUESDAY))
        esi.promises(first=TUESDAY, who="")
