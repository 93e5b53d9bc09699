"""The calendar address: busy times, read by a library that did not write them, and by nobody without it."""

import re
from datetime import time
from typing import Any

import pytest
import vobject
from django.db import connection
from django.test import Client

from stepwell.ground.notices.api import close_feed, open_feed
from stepwell.ground.vault.api import CannotOpen, open_for_server
from stepwell.together.calendar import feeding
from stepwell.together.calendar.models import Busy
from stepwell.together.calendar.testing import wall
from stepwell.together.calendar.tests.cast import Actor, words

pytestmark = pytest.mark.django_db
PAGE = "/calendar/address/"


def address(actor: Actor) -> str:
    """As the page shows it, once."""
    page = actor.send(PAGE, {}, 200).content.decode()
    found = re.search(r"/feed/[\w-]+\.ics", page)
    assert found
    return found[0]


def feed(url: str) -> Any:
    answer = Client().get(url)
    assert answer.status_code == 200
    return vobject.readOne(answer.content.decode())


def test_it_tells_when_and_never_what(esi: Actor) -> None:
    esi.plan(
        what="Lawyer", where="Riverside 12", whom="Dr. Okafor", reach="By text", note="Secret", until="19:00"
    )
    esi.plan(what="Choir", at="20:00", repeat="weekly", weekdays=["1"])
    url = address(esi)
    raw = Client().get(url).content.decode()
    for secret in ("Lawyer", "Riverside", "Okafor", "text", "Secret", "Choir"):
        assert secret not in raw
    events = feed(url).vevent_list
    assert {event.summary.value for event in events} == {"Busy"}
    starts = sorted(event.dtstart.value.replace(tzinfo=None) for event in events)
    assert starts == [wall("2026-11-24 18:00"), wall("2026-11-24 20:00")]
    (weekly,) = [event for event in events if hasattr(event, "rrule")]
    coming = [moment.replace(tzinfo=None) for moment in weekly.rruleset[:3]]
    assert coming == [wall("2026-11-24 20:00"), wall("2026-12-01 20:00"), wall("2026-12-08 20:00")]


def test_it_follows_what_changes(esi: Actor) -> None:
    url = address(esi)
    assert not hasattr(feed(url), "vevent")
    plan = esi.plan()
    (event,) = feed(url).vevent_list
    first = event.uid.value
    esi.change(plan, at="19:00")
    (event,) = feed(url).vevent_list
    assert (event.uid.value, event.dtstart.value.time()) == (first, time(19))
    esi.send(f"/calendar/plans/{plan}/call-off/")
    assert not hasattr(feed(url), "vevent")


def test_one_that_was_moved_or_left_out(esi: Actor) -> None:
    plan = esi.plan(what="Choir", repeat="weekly", weekdays=["1"])
    url = address(esi)
    esi.send(f"/calendar/plans/{plan}/on/2026-12-01/", {"do": "leave-out"})
    esi.send(f"/calendar/plans/{plan}/on/2026-12-08/", {"do": "move", "day": "2026-12-09", "at": "20:00"})
    events = feed(url).vevent_list
    (series,) = [event for event in events if hasattr(event, "rrule")]
    days = [moment.day for moment in series.rruleset[:2]]
    assert days == [24, 15]
    assert [event.dtstart.value.day for event in events if event is not series] == [9]


def test_a_new_address_ends_the_old_one_and_an_ended_one_never_was(esi: Actor) -> None:
    esi.plan()
    never = Client().get("/feed/never-was.ics")
    old = address(esi)
    new = address(esi)
    assert Client().get(old).status_code == 404
    assert feed(new)
    esi.send(f"{PAGE}end/")
    ended = Client().get(new)
    assert (ended.status_code, ended.content) == (404, never.content)
    assert Busy.objects.count() == 0
    assert "There is no address that carries" in words(esi.see(PAGE))


def test_ended_among_the_reminders_it_is_ended_here(esi: Actor) -> None:
    esi.plan()
    url = address(esi)
    close_feed(esi.member.id)
    assert Client().get(url).status_code == 404
    assert Busy.objects.count() == 0
    assert not feeding.carries(esi.keyring)
    other = open_feed(esi.member.id)
    esi.plan(at="20:00")
    assert not hasattr(feed(f"/feed/{other}.ics"), "vevent")


def test_the_database_opens_nothing_without_the_address(esi: Actor) -> None:
    esi.plan(what="Lawyer")
    url = address(esi)
    token = url.split("/")[2].removesuffix(".ics")
    row = Busy.objects.get()
    with pytest.raises(CannotOpen):
        open_for_server("busy", bytes(row.closed))
    assert feeding.busy_of(esi.member.id, token)
    assert feeding.busy_of(esi.member.id, token[:-1] + "x") == []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            assert token not in repr(cursor.fetchall()), table


def test_what_the_other_shows_is_not_in_ones_own_address(alma: Actor, ben: Actor) -> None:
    plan = ben.plan()
    ben.show(plan)
    assert not hasattr(feed(address(alma)), "vevent")
