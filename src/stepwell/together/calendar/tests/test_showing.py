"""What the other reads of a plan: the chosen parts, what stood there before, and when it changed."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from stepwell.together.calendar.models import Plan, Shown
from stepwell.together.calendar.tests.cast import ALL, Actor, words
from stepwell.together.calendar.tests.conftest import EVENING

pytestmark = pytest.mark.django_db
WEEK = "/calendar/week/2026-11-24/"
SUPPER = {
    "what": "Supper",
    "where": "The mill",
    "whom": "Jo and Karim",
    "until": "22:00",
    "reach": "By text",
    "note": "I am nervous",
}


def copy_of(reader: Actor, circle: UUID) -> str:
    """The address of the one plan that is shown."""
    row = Shown.objects.within(reader.keyring, circle).get()
    return f"/calendar/shown/{row.id}/"


def test_private_until_shown_and_then_what_was_chosen(alma: Actor, ben: Actor, circle: UUID) -> None:
    silence = alma.see(WEEK)
    plan = ben.plan(**SUPPER)
    assert alma.see(WEEK) == silence
    ben.show(plan)
    week, page = words(alma.see(WEEK)), words(alma.see(copy_of(alma, circle)))
    for said in ("Supper", "The mill", "Jo and Karim", "22:00", "By text"):
        assert said in week
        assert said in page
    assert "I am nervous" not in page
    assert "Ben chose to show this." in page


@pytest.mark.parametrize("part", ALL)
def test_each_part_may_be_left_out(alma: Actor, ben: Actor, circle: UUID, part: str) -> None:
    plan = ben.plan(**SUPPER)
    ben.show(plan, [one for one in ALL if one != part])
    page = words(alma.see(copy_of(alma, circle)))
    left = {"until": "22:00"}.get(part, SUPPER[part])
    assert left not in page
    for other in (one for one in ALL if one != part):
        assert {"until": "22:00"}.get(other, SUPPER[other]) in page


def test_shown_while_it_is_written(alma: Actor, ben: Actor, circle: UUID) -> None:
    ben.plan(**SUPPER, who="both", parts=["where"])
    page = words(alma.see(copy_of(alma, circle)))
    assert "The mill" in page
    assert "Supper" not in page


def test_taken_back_it_is_as_if_it_had_never_been_there(alma: Actor, ben: Actor, circle: UUID) -> None:
    silence = alma.see(WEEK)
    plan = ben.plan(**SUPPER)
    ben.show(plan)
    shown = copy_of(alma, circle)
    assert "What was read stays read." in words(ben.see(f"/calendar/plans/{plan}/"))
    ben.send(f"/calendar/plans/{plan}/stop/")
    assert alma.see(WEEK) == silence
    alma.see(shown, 404)
    ben.show(plan)
    ben.send(f"/calendar/plans/{plan}/show/", {"who": "me"})
    assert alma.see(WEEK) == silence


def test_a_change_shows_both_and_the_hour(alma: Actor, ben: Actor, circle: UUID, evening: Any) -> None:
    plan = ben.plan(**SUPPER)
    ben.show(plan)
    evening.shift(timedelta(hours=2, minutes=17))
    ben.change(plan, where="The station bar", until="23:30")
    page = words(alma.see(copy_of(alma, circle)))
    for said in ("The mill", "The station bar", "22:00", "23:30"):
        assert said in page
    assert "It was changed on 21 November, between 21:00 and 22:00." in page
    assert "21:47" not in page
    assert "It had begun by then" not in page
    assert "changed" in words(alma.see(WEEK))
    assert "The mill" in words(ben.see(f"/calendar/plans/{plan}/"))


def test_what_was_changed_after_it_began_says_so(alma: Actor, ben: Actor, circle: UUID, evening: Any) -> None:
    plan = ben.plan(**SUPPER)
    ben.show(plan)
    evening.move_to(EVENING + timedelta(days=3, hours=2))
    ben.change(plan, whom="Nobody")
    page = words(alma.see(copy_of(alma, circle)))
    assert "Changed afterwards" in page
    assert "Jo and Karim" in page
    assert "changed afterwards" in words(alma.see(WEEK))


def test_moved_into_the_future_or_the_past_is_afterwards_too(
    alma: Actor, ben: Actor, circle: UUID, evening: Any
) -> None:
    early, late = ben.plan(day="2026-11-20"), ben.plan(day="2026-12-20")
    for plan, day in ((early, "2026-12-01"), (late, "2026-11-19")):
        ben.show(plan)
        ben.change(plan, day=day)
        page = words(alma.see(copy_of(alma, circle)))
        assert "Changed afterwards" in page
        ben.send(f"/calendar/plans/{plan}/stop/")


def test_told_only_afterwards_it_says_so(alma: Actor, ben: Actor, circle: UUID) -> None:
    plan = ben.plan(day="2026-11-20", what="Bowling")
    ben.show(plan)
    page = words(alma.see(copy_of(alma, circle)))
    assert "Shown since 21 November, between 19:00 and 20:00. It had begun by then." in page


def test_taking_back_changing_and_showing_again_hides_nothing(alma: Actor, ben: Actor, circle: UUID) -> None:
    plan = ben.plan(**SUPPER)
    ben.show(plan)
    ben.send(f"/calendar/plans/{plan}/stop/")
    ben.change(plan, where="The station bar")
    ben.show(plan)
    page = words(alma.see(copy_of(alma, circle)))
    assert "The mill" in page
    assert "It was changed on" in page


def test_a_part_that_is_no_longer_shown_goes_out_of_the_past_as_well(
    alma: Actor, ben: Actor, circle: UUID
) -> None:
    plan = ben.plan(**SUPPER)
    ben.show(plan)
    ben.change(plan, whom="Jo alone", where="The station bar")
    ben.show(plan, ["what", "where"])
    page = alma.see(copy_of(alma, circle))
    assert "The mill" in page
    assert "Jo alone" not in page
    assert "Jo and Karim" not in page


def test_a_part_shown_for_the_first_time_is_no_change(alma: Actor, ben: Actor, circle: UUID) -> None:
    plan = ben.plan(**SUPPER)
    ben.show(plan, ["what"])
    ben.change(plan, where="The station bar", note="Not for her")
    assert "It was changed" not in words(alma.see(copy_of(alma, circle)))
    ben.show(plan, ["what", "where"])
    page = words(alma.see(copy_of(alma, circle)))
    assert "The station bar" in page
    assert "The mill" not in page
    assert "It was changed" not in page


def test_called_off_it_stays_for_the_other_and_cannot_vanish_by_deleting(
    alma: Actor, ben: Actor, circle: UUID, evening: Any
) -> None:
    plan = ben.plan(**SUPPER)
    ben.show(plan)
    ben.send(f"/calendar/plans/{plan}/delete/")
    assert Plan.objects.within(ben.keyring).count() == 1
    assert "Supper" in words(alma.see(WEEK))
    evening.move_to(EVENING + timedelta(days=3))
    ben.send(f"/calendar/plans/{plan}/call-off/")
    page = words(alma.see(copy_of(alma, circle)))
    assert "Called off on 24 November" in page
    assert "It had begun by then" in page
    assert "called off" in words(alma.see(WEEK))
    ben.send(f"/calendar/plans/{plan}/stop/")
    ben.send(f"/calendar/plans/{plan}/delete/")
    assert Plan.objects.within(ben.keyring).count() == 0


def test_one_of_a_series_moved_or_left_out_and_the_rest_stays(
    alma: Actor, ben: Actor, circle: UUID, evening: Any
) -> None:
    plan = ben.plan(what="Choir", until="19:00", repeat="weekly", weekdays=["1"], who="both", parts=ALL)
    evening.move_to(EVENING + timedelta(days=5))
    ben.send(f"/calendar/plans/{plan}/on/2026-12-01/", {"do": "leave-out"})
    moved = {"do": "move", "day": "2026-12-09", "at": "20:00", "until": "21:00", "what": "Choir, late"}
    ben.send(f"/calendar/plans/{plan}/on/2026-12-08/", moved)
    assert "Choir" not in words(alma.see("/calendar/day/2026-12-01/"))
    assert "Choir" not in words(alma.see("/calendar/day/2026-12-08/"))
    assert "20:00 to 21:00" in words(alma.see("/calendar/day/2026-12-09/"))
    assert "Choir" in words(alma.see("/calendar/day/2026-12-15/"))
    page = words(alma.see(copy_of(alma, circle)))
    # The series began on Tuesday, the two that were changed had not.
    assert "Changed afterwards" not in page
    assert page.count("It was changed on") == 2
    ben.send(f"/calendar/plans/{plan}/on/2026-12-01/", {"do": "as-the-rest"})
    assert "Choir" in words(alma.see("/calendar/day/2026-12-01/"))
    ben.send(f"/calendar/plans/{plan}/on/2026-11-24/", {"do": "leave-out"})
    assert "Changed afterwards" in words(alma.see(copy_of(alma, circle)))


def test_no_day_of_the_series_is_not_found(ben: Actor) -> None:
    plan = ben.plan(repeat="weekly", weekdays=["1"])
    ben.see(f"/calendar/plans/{plan}/on/2026-12-02/", 404)
    once = ben.plan()
    ben.see(f"/calendar/plans/{once}/on/2026-11-24/", 404)
    bad = {"do": "move", "day": "2026-12-09", "at": "20:00", "until": "19:00", "what": "Stays"}
    page = ben.send(f"/calendar/plans/{plan}/on/2026-12-01/", bad, 422).content.decode()
    assert "before it begins" in page
    assert "Stays" in page


def test_the_other_reads_their_own_clock_with_a_note(db: None, evening: Any) -> None:
    from stepwell.together.calendar.tests.cast import enter_two

    dara, ben = enter_two("Dara", "Ben", ("Asia/Kolkata", "Europe/Berlin"))
    plan = ben.plan(**SUPPER)
    ben.show(plan)
    page = words(dara.see(copy_of(dara, dara.circle)))
    assert "Tuesday 24 November, 22:30, to Wednesday 25 November, 02:30" in page
    assert "18:00 in Berlin" in page


def test_while_the_space_rests_nothing_of_the_other_is_drawn(alma: Actor, ben: Actor, circle: UUID) -> None:
    silence = alma.see(WEEK)
    plan = ben.plan(**SUPPER)
    ben.show(plan)
    shown = copy_of(alma, circle)
    alma.send("/together/space/pause/")
    assert words(alma.see(WEEK)) == words(silence)
    alma.see(shown, 404)
    ben.change(plan, where="The station bar")
    ben.send(f"/calendar/plans/{plan}/show/", {"who": "both", "parts": ALL})
    assert "The space you share rests" in words(ben.see(f"/calendar/plans/{plan}/"))
    assert "rests now" in words(ben.see(f"/calendar/plans/{plan}/?waits=rests"))
    for actor in (alma, ben):
        actor.send("/together/space/ready/")
    page = words(alma.see(shown))
    assert "The station bar" in page
    assert "The mill" in page


def test_taking_back_works_while_it_rests_and_after_it_ended(alma: Actor, ben: Actor, circle: UUID) -> None:
    first, second = ben.plan(**SUPPER), ben.plan(what="Bowling")
    ben.show(first)
    ben.show(second)
    alma.send("/together/space/pause/")
    ben.send(f"/calendar/plans/{first}/stop/")
    assert Shown.objects.within(alma.keyring, circle).count() == 1
    alma.send("/together/space/leave/")
    assert "stays there as it was" in words(ben.see(f"/calendar/plans/{second}/"))
    ben.send(f"/calendar/plans/{second}/stop/")
    assert Shown.objects.within(alma.keyring, circle).count() == 0


def test_leaving_with_everything_taken_back(alma: Actor, ben: Actor, circle: UUID) -> None:
    plan = ben.plan(**SUPPER)
    ben.show(plan)
    hers = alma.plan(what="Swimming")
    alma.show(hers)
    ben.send("/together/space/leave/", {"take_back": "on"})
    left = Shown.objects.within(alma.keyring, circle)
    assert [row.person_id for row in left] == [alma.member.id]


def test_words_of_the_other_are_never_markup(alma: Actor, ben: Actor, circle: UUID) -> None:
    plan = ben.plan(what="<b>x</b><script>1</script>", where="<i>y</i>", repeat="daily")
    ben.show(plan)
    for page in (alma.see(WEEK), alma.see("/calendar/month/2026-11-24/"), alma.see(copy_of(alma, circle))):
        assert "<b>x" not in page
        assert "<script>1" not in page
        assert "<i>y" not in page


def test_nothing_of_the_other_tells_the_minute(alma: Actor, ben: Actor, circle: UUID) -> None:
    plan = ben.plan(**SUPPER)
    ben.show(plan)
    page = alma.see(copy_of(alma, circle)) + alma.see(WEEK)
    assert str(plan) not in page
    assert Shown.objects.within(alma.keyring, circle).get().id.version == 4


def test_another_couple_and_a_former_partner_find_nothing(
    alma: Actor, ben: Actor, chidi: Actor, circle: UUID
) -> None:
    plan = ben.plan(**SUPPER)
    ben.show(plan)
    shown = copy_of(alma, circle)
    chidi.see(shown, 404)
    ben.send("/together/space/leave/")
    alma.see(shown, 404)
