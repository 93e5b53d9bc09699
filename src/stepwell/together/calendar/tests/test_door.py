"""Days of other rooms beside plans, and what is taken out and erased."""

from collections.abc import Iterator
from datetime import date, datetime, time
from uuid import UUID

import pytest

from stepwell.ground.vault.api import Keyring
from stepwell.together.calendar import dated
from stepwell.together.calendar.api import Dated, add_dates
from stepwell.together.calendar.models import (
    Brought,
    Busy,
    FeedLink,
    Incoming,
    OutOfSight,
    Plan,
    Ritual,
    RitualYes,
    Shown,
)
from stepwell.together.calendar.privacy import ROOM, erase, export
from stepwell.together.calendar.testing import agree, body, bring_file, suggest, wall
from stepwell.together.calendar.tests.cast import ALL, Actor, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def sources(monkeypatch: pytest.MonkeyPatch) -> list[dated.Source]:
    registry: list[dated.Source] = []
    monkeypatch.setattr(dated, "_sources", registry)
    return registry


def test_days_of_other_rooms_stand_beside_plans(esi: Actor, sources: list[dated.Source]) -> None:
    asked = []

    def reviews(keyring: Keyring, first: date, last: date) -> Iterator[Dated]:
        asked.append((keyring.person_id, first, last))
        yield Dated(date(2026, 11, 24), None, "Look at <it> again", "/a/", None)
        yield Dated(date(2026, 11, 24), time(19, 15), "Ring the bank", "/b/", True)
        yield Dated(date(2031, 1, 1), None, "Far away", "/c/", True)

    add_dates(reviews)
    add_dates(reviews)
    assert sources == [reviews]
    esi.plan(what="Choir")
    page = esi.see("/calendar/week/2026-11-24/")
    assert asked == [(esi.member.id, date(2026, 11, 23), date(2026, 11, 29))]
    read = words(page)
    assert read.index("Look at &lt;it&gt; again") < read.index("18:00") < read.index("19:15 Ring the bank")
    assert 'href="/b/"' in page
    assert "Far away" not in page


def test_everything_is_taken_out_in_words_and_as_a_calendar_file(
    alma: Actor, ben: Actor, circle: UUID
) -> None:
    plan = ben.plan(what="Supper", where="The mill", note="I am nervous", repeat="weekly")
    ben.show(plan, ["what"])
    ben.change(plan, what="Bowling", repeat="weekly", note="I am nervous")
    agree(alma.keyring, ben.keyring, body(date_time(18), what="A walk", rule="FREQ=DAILY"))
    his, hers = export(ben.keyring), export(alma.keyring)
    (taken,) = his["plans"]  # type: ignore[misc]  # a list of one
    assert taken["text"]["where"] == "The mill"
    assert taken["note"] == "I am nervous"
    assert [one["text"]["what"] for one in taken["shown-so-far"]] == ["Supper", "Bowling"]
    assert taken["repeats"] == "every week: Tuesday"
    assert "SUMMARY:Bowling" in str(his["plans-as-a-calendar-file"])
    (shown,) = hers["shown-to-me"]  # type: ignore[misc]  # a list of one
    assert shown["text"] == {"what": "Bowling"}
    assert shown["before"][0]["text"] == {"what": "Supper"}
    assert "mill" not in repr(hers)
    assert str(plan) not in repr(hers)
    assert [one["text"]["what"] for one in hers["for-two"]] == ["A walk"]  # type: ignore[attr-defined]  # a list


def date_time(hour: int) -> datetime:
    return wall(f"2026-11-24 {hour}:00")


def test_erased_nothing_is_left_and_nothing_of_the_other_goes(alma: Actor, ben: Actor, circle: UUID) -> None:
    for actor in (alma, ben):
        plan = actor.plan(what="Supper")
        actor.show(plan, ALL)
        bring_file(actor.keyring)
        actor.send("/calendar/address/", {}, 200)
    agree(alma.keyring, ben.keyring, body(date_time(18), rule="FREQ=DAILY"))
    other = suggest(alma.keyring, body(date_time(19), rule="FREQ=DAILY"))
    ben.send(f"/calendar/both/{other}/put-aside/")
    erase(ben.keyring)
    fresh = alma.keyring
    for model in (Plan, Brought, FeedLink, Incoming, OutOfSight):
        assert model.objects.within(ben.keyring, ben.keyring.own).count() == 0
    assert Shown.objects.within(fresh, circle).filter(person_id=ben.member.id).count() == 0
    assert not Busy.objects.filter(person_id=ben.member.id).exists()
    assert not RitualYes.objects.filter(person_id=ben.member.id).exists()
    assert Plan.objects.within(fresh, fresh.own).count() == 2
    assert Shown.objects.within(fresh, circle).count() == 1
    # What both had agreed ends; what she suggested is hers.
    assert [row.id for row in Ritual.objects.within(fresh, circle)] == [other]


def test_every_table_of_the_room_is_declared() -> None:
    assert {holding.model for holding in ROOM.holdings} == {
        f"calendar.{model.__name__}"
        for model in (Plan, Shown, Ritual, RitualYes, Incoming, Brought, FeedLink, Busy, OutOfSight)
    }
