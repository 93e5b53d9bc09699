"""What the other reads of a series: late is only what had begun, and a kind only where it is shown."""

from uuid import UUID

import pytest

from stepwell.together.calendar.tests.cast import Actor, words
from stepwell.together.calendar.tests.test_showing import copy_of

pytestmark = pytest.mark.django_db
SERIES = {"what": "Choir", "repeat": "weekly", "weekdays": ["1"], "day": "2026-11-03"}


def test_a_series_with_a_time_to_come_was_not_changed_afterwards(
    alma: Actor, ben: Actor, circle: UUID
) -> None:
    plan = ben.plan(**SERIES)
    ben.show(plan)
    page = words(alma.see(copy_of(alma, circle)))
    assert "It had begun" not in page
    assert "The series began on: 3 November" in page
    ben.change(plan, where="The hall", repeat="weekly", weekdays=["1"])
    page = words(alma.see(copy_of(alma, circle)))
    assert "It holds from the next time on." in page
    assert "afterwards" not in page
    ben.send(f"/calendar/plans/{plan}/call-off/")
    page = words(alma.see(copy_of(alma, circle)))
    assert "Called off on 21 November" in page
    assert "It had begun" not in page


def test_one_past_time_left_out_is_afterwards_and_no_other(alma: Actor, ben: Actor, circle: UUID) -> None:
    plan = ben.plan(**SERIES)
    ben.show(plan)
    ben.send(f"/calendar/plans/{plan}/on/2026-11-10/", {"do": "leave-out"})
    assert "Changed afterwards" in words(alma.see(copy_of(alma, circle)))
    assert "changed afterwards" not in words(alma.see("/calendar/day/2026-11-24/"))


def test_a_series_that_is_over_was_changed_afterwards(alma: Actor, ben: Actor, circle: UUID) -> None:
    plan = ben.plan(**SERIES, last="2026-11-17")
    ben.show(plan)
    assert "It had begun by then" in words(alma.see(copy_of(alma, circle)))


def test_a_kind_that_is_not_shown_is_not_told(alma: Actor, ben: Actor, circle: UUID) -> None:
    plan = ben.plan(sort="session")
    ben.show(plan, [])
    assert "Appointment" not in words(alma.see(copy_of(alma, circle)))
    ben.show(plan, ["what"])
    assert "Appointment" in words(alma.see(copy_of(alma, circle)))
