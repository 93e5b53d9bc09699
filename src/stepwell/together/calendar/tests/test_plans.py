"""One's own plans: written, changed, called off, let go. What was typed is never lost."""

from uuid import UUID, uuid4

import pytest

from stepwell.together.calendar import writing
from stepwell.together.calendar.models import Plan, Shown
from stepwell.together.calendar.tests.cast import Actor, id_in, words

pytestmark = pytest.mark.django_db
WEEK = "/calendar/week/2026-11-24/"


def test_a_plan_stands_on_its_day_in_every_view(esi: Actor) -> None:
    esi.plan(what="Choir", where="St Mark", whom="Jo", until="19:30", reach="On my phone")
    for view in ("day/2026-11-24", "week/2026-11-24", "month/2026-11-24", "list/2026-11-21"):
        page = words(esi.see(f"/calendar/{view}/"))
        assert "Choir" in page
        assert "18:00 to 19:30" in page
    assert "Choir" in words(esi.see("/calendar/"))
    assert "Choir" not in words(esi.see("/calendar/day/2026-11-25/"))


def test_only_the_day_is_needed(esi: Actor) -> None:
    plan = esi.plan(at="")
    assert "A plan" in words(esi.see(f"/calendar/plans/{plan}/"))
    assert "All day" in words(esi.see(WEEK))
    session = esi.plan(at="", sort="session")
    assert "Appointment" in words(esi.see(f"/calendar/plans/{session}/"))


def test_what_runs_over_midnight_stands_on_both_days(esi: Actor) -> None:
    esi.plan(what="Night shift", at="22:00", until="06:00", until_day="2026-11-25")
    assert "From 22:00" in words(esi.see("/calendar/day/2026-11-24/"))
    assert "Until 06:00" in words(esi.see("/calendar/day/2026-11-25/"))
    assert "Night shift" not in words(esi.see("/calendar/day/2026-11-26/"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"until": "17:00"}, "before it begins"),
        ({"until": "19:00", "until_day": "2026-11-20"}, "before it begins"),
        ({"day": ""}, "A day is needed"),
        ({"day": "someday"}, "not a day that can be read"),
        ({"at": "25:99"}, "not a time that can be read"),
        ({"at": "", "until": "19:00"}, "Give the time it begins"),
        ({"day": "2026-03-29", "at": "02:30"}, "no clock shows this time"),
        ({"day": "1890-01-01"}, "too far away"),
        ({"until": "19:00", "until_day": "2028-11-24"}, "longer than a year"),
        ({"repeat": "daily", "last": "2026-11-01"}, "before it begins"),
        ({"repeat": "daily", "last": "x"}, "not a day that can be read"),
        ({"what": "x" * 300}, "At most 200"),
        ({"note": "y" * 5000}, "At most 4000"),
    ],
)
def test_what_does_not_fit_is_said_and_everything_typed_stays(esi: Actor, typed: dict, said: str) -> None:
    sent = {
        "form_id": str(uuid4()),
        "day": "2026-11-24",
        "at": "18:00",
        "what": "Choir",
        "where": "St Mark",
        **typed,
    }
    page = esi.send("/calendar/new/", sent, 422).content.decode()
    assert said in page
    assert all(value in page for value in sent.values())
    assert Plan.objects.within(esi.keyring).count() == 0


def test_an_hour_that_comes_twice_is_the_first_and_says_so(esi: Actor) -> None:
    plan = esi.plan(day="2026-10-25", at="02:30", until="04:00")
    assert "shows this hour twice" in words(esi.see(f"/calendar/plans/{plan}/"))


def test_the_same_form_twice_is_one_plan(esi: Actor) -> None:
    sent = {"form_id": str(uuid4()), "day": "2026-11-24", "what": "Once"}
    urls = {esi.send("/calendar/new/", sent)["Location"] for _ in range(3)}
    assert len(urls) == 1
    assert Plan.objects.within(esi.keyring).count() == 1


def test_a_day_holds_so_many_and_the_words_stay(esi: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MOST_A_DAY", 1)
    esi.plan()
    sent = {"form_id": str(uuid4()), "day": "2026-11-24", "what": "One more"}
    page = esi.send("/calendar/new/", sent, 429).content.decode()
    assert "One more" in page


def test_changed_in_two_places_at_once_both_wordings_are_kept(esi: Actor) -> None:
    plan = esi.plan(what="Choir")
    esi.change(plan, what="Choir, in the hall")
    old = {"form_id": str(uuid4()), "revision": "1", "day": "2026-11-24", "at": "18:00", "what": "Swimming"}
    page = esi.send(f"/calendar/plans/{plan}/change/", old, 409).content.decode()
    assert "Choir, in the hall" in page
    assert "Swimming" in page
    both = words(esi.see(f"/calendar/plans/{plan}/"))
    assert "Swimming" in both
    esi.send(f"/calendar/plans/{plan}/let-go/")
    assert "Swimming" not in words(esi.see(f"/calendar/plans/{plan}/"))


def test_called_off_it_stays_and_deleted_it_goes(esi: Actor) -> None:
    plan = esi.plan(what="Choir")
    esi.see(f"/calendar/plans/{plan}/call-off/")
    esi.send(f"/calendar/plans/{plan}/call-off/")
    assert "Called off on 21 November, between 19:00 and 20:00" in words(esi.see(f"/calendar/plans/{plan}/"))
    assert "called off" in words(esi.see(WEEK))
    esi.see(f"/calendar/plans/{plan}/delete/")
    esi.send(f"/calendar/plans/{plan}/delete/")
    esi.see(f"/calendar/plans/{plan}/", 404)
    assert "Choir" not in words(esi.see(WEEK))


def test_a_stranger_finds_nothing(esi: Actor, chidi: Actor) -> None:
    plan = esi.plan(what="Choir")
    never = uuid4()
    for path in ("", "change/", "call-off/", "delete/", "plan.ics", "on/2026-11-24/"):
        one = chidi.see(f"/calendar/plans/{plan}/{path}", 404)
        assert one == chidi.see(f"/calendar/plans/{never}/{path}", 404)
    assert "Choir" not in chidi.see(WEEK)


@pytest.mark.parametrize("day", ["2026-02-30", "today", "0001-01-01", "9999-12-31", "2026-11", "20261124x"])
def test_no_day_is_not_found(esi: Actor, day: str) -> None:
    for view in ("day", "week", "month", "list"):
        esi.see(f"/calendar/{view}/{day}/", 404)


def test_a_draft_of_a_half_written_plan_comes_back(esi: Actor) -> None:
    page = esi.see("/calendar/new/")
    assert 'data-draft="plan"' in page


def test_the_first_day_of_something_weekly_is_the_first_that_was_ticked(esi: Actor) -> None:
    plan = esi.plan(what="Choir", day="2026-11-24", repeat="weekly", weekdays=["3"])
    page = words(esi.see(f"/calendar/plans/{plan}/"))
    assert "Thursday 26 November" in page
    assert "Every week: Thursday" in page
    assert id_in(f"/calendar/plans/{plan}/") == plan


def test_deleted_while_it_was_changed_the_words_are_there_to_copy(esi: Actor) -> None:
    plan = esi.plan(what="Choir")
    sent = {"day": "2026-11-24", "at": "18:00", "what": "Swimming", "note": "Long words", "reach": "By text"}
    esi.send(f"/calendar/plans/{plan}/delete/")
    pages = [
        esi.send(f"/calendar/plans/{one}/change/", sent, 404).content.decode() for one in (plan, uuid4())
    ]
    assert all(value in words(page) for page in pages for value in sent.values())
    assert words(pages[0]) == words(pages[1])


def test_pressed_twice_it_is_deleted_once(esi: Actor) -> None:
    plan = esi.plan()
    urls = {esi.send(f"/calendar/plans/{one}/delete/")["Location"] for one in (plan, plan, uuid4())}
    assert urls == {"/calendar/"}


def test_one_time_of_a_series_that_is_gone_gives_the_words_back(esi: Actor) -> None:
    """The plan deleted, the series shortened, or no such plan: the same page, and everything typed on it."""
    plan = esi.plan(what="Choir", repeat="weekly", weekdays=["1"])
    short = esi.plan(what="Choir", repeat="weekly", weekdays=["1"], last="2026-12-01")
    sent = {
        "do": "move",
        "day": "2026-12-09",
        "at": "20:00",
        "what": "Later",
        "reach": "At the hall, by the door",
    }
    esi.send(f"/calendar/plans/{plan}/delete/")
    pages = [
        esi.send(f"/calendar/plans/{one}/on/2026-12-08/", sent, 404).content.decode()
        for one in (plan, short, uuid4())
    ]
    for page in pages:
        assert "It is not there" in page
        assert all(words(page).count(value) == 1 for name, value in sent.items() if name != "do")
        assert "move" not in words(page)
        assert words(page) == words(pages[0])
    nothing = esi.send(f"/calendar/plans/{uuid4()}/on/2026-12-08/", {"do": "leave-out"}, 404).content.decode()
    assert "There is nothing here" in nothing


def test_stopped_twice_or_after_it_was_deleted_a_page_says_what_is_so(alma: Actor, ben: Actor) -> None:
    plan = alma.plan()
    alma.show(plan)
    first, second = (alma.send(f"/calendar/plans/{plan}/stop/")["Location"] for _ in range(2))
    assert first == second == f"/calendar/plans/{plan}/"
    assert "Only you can read this." in words(alma.see(second))
    alma.send(f"/calendar/plans/{plan}/delete/")
    gone, theirs, never = (
        who.send(f"/calendar/plans/{one}/stop/")["Location"]
        for who, one in ((alma, plan), (alma, ben.plan()), (alma, uuid4()))
    )
    assert gone == theirs == never == "/calendar/"


def test_nobody_stops_what_another_shows(alma: Actor, ben: Actor, circle: UUID) -> None:
    plan = alma.plan()
    alma.show(plan)
    ben.send(f"/calendar/plans/{plan}/stop/")
    assert Shown.objects.within(alma.keyring, circle).filter(origin_id=plan).exists()


def test_what_comes_every_day_is_said_once_in_the_list(esi: Actor) -> None:
    esi.plan(what="The tablets", day="2026-11-01", at="08:00", repeat="daily")
    esi.plan(what="Choir")
    page = words(esi.see("/calendar/"))
    assert page.count("The tablets") == 1
    assert "Every day 08:00 The tablets" in page
    assert "Choir" in page
    assert "Sunday 22 November" not in page
    assert "The tablets" in words(esi.see("/calendar/day/2026-11-22/"))
    assert words(esi.see("/calendar/week/2026-11-22/")).count("The tablets") == 7
    almost = esi.plan(what="Stretching", day="2026-11-22", at="07:00", repeat="daily")
    page = words(esi.see("/calendar/"))
    assert page.count("Stretching") == 27, "not on each of the days: said on each"
    esi.send(f"/calendar/plans/{almost}/delete/")
