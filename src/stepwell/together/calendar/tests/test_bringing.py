"""A calendar file on its way in: looked at first, then all of it or nothing, brought up to date, undone."""

from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from stepwell.together.calendar import incoming, writing
from stepwell.together.calendar.models import Brought, Incoming, Plan, Shown
from stepwell.together.calendar.tests.cast import Actor, inputs, words

pytestmark = pytest.mark.django_db
FILES = Path(__file__).parent / "files"
LOOK = "/calendar/files/look/"


def event(uid: str, what: str, day: str = "20261124", more: str = "") -> str:
    return f"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:{day}T180000\r\nSUMMARY:{what}\r\n{more}END:VEVENT\r\n"


def calendar(*events: str) -> bytes:
    return (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Home\r\n" + "".join(events) + "END:VCALENDAR\r\n"
    ).encode()


def choose(actor: Actor, data: bytes) -> None:
    answer = actor.browser.post("/calendar/files/", {"file": SimpleUploadedFile("a.ics", data)})
    assert answer.status_code == 303, answer.content.decode()


def bring(actor: Actor, data: bytes, **more: str) -> None:
    choose(actor, data)
    keep(actor, **more)


def keep(actor: Actor, status: int = 303, **more: str) -> Any:
    return actor.send(LOOK, {"seen": inputs(actor.see(LOOK), "seen")[0], **more}, status)


def titles(actor: Actor) -> set[str]:
    rows = Plan.objects.within(actor.keyring)
    return {writing.mine(actor.keyring, row.id)[1].body.text.what for row in rows}


def plan_of(actor: Actor, what: str) -> UUID:
    rows = Plan.objects.within(actor.keyring)
    return next(row.id for row in rows if writing.mine(actor.keyring, row.id)[1].body.text.what == what)


def test_nothing_is_kept_before_a_word_is_said(esi: Actor) -> None:
    choose(esi, (FILES / "google.ics").read_bytes())
    page = words(esi.see(LOOK))
    assert "Session Tuesday 24 November, 18:00 to 19:00" in page
    assert "Call with the office" in page
    assert "every week: Monday, Thursday" in page
    assert "Plans that are called off already are not taken: 1 of them stay out." in page
    assert "stands here already" not in page
    assert "Names and addresses of other people are not taken. They stand in 1 of the plans." in page
    assert titles(esi) == set()
    esi.send("/calendar/files/put-away/")
    assert Incoming.objects.within(esi.keyring).count() == 0
    assert titles(esi) == set()


def test_kept_it_stands_in_the_calendar(esi: Actor) -> None:
    bring(esi, (FILES / "google.ics").read_bytes())
    assert titles(esi) == {"Session", "Call with the office", "Dara's birthday"}
    assert "Session" in words(esi.see("/calendar/day/2026-11-24/"))
    assert Incoming.objects.within(esi.keyring).count() == 0
    assert "alma@example.org 4 plans, 21 November" in words(esi.see("/calendar/files/"))


def test_the_same_file_again_doubles_nothing(esi: Actor) -> None:
    for _ in range(3):
        bring(esi, (FILES / "apple.ics").read_bytes())
    assert Plan.objects.within(esi.keyring).count() == 2
    choose(esi, (FILES / "apple.ics").read_bytes())
    assert "There is nothing new in it." in words(esi.see(LOOK))


def test_a_later_file_changes_calls_off_and_lets_go(esi: Actor) -> None:
    bring(esi, calendar(event("a", "Choir"), event("b", "Swimming"), event("c", "Bowling")))
    later = calendar(event("a", "Choir, in the hall"), event("b", "Swimming", more="STATUS:CANCELLED\r\n"))
    choose(esi, later)
    page = words(esi.see(LOOK))
    assert "Changed Choir, in the hall" in page
    assert "Called off Swimming" in page
    assert "No longer in this file Bowling" in page
    keep(esi)
    assert titles(esi) == {"Choir, in the hall", "Swimming", "Bowling"}
    bring(esi, later, let_go="on")
    assert titles(esi) == {"Choir, in the hall", "Swimming"}
    assert "called off" in words(esi.see("/calendar/day/2026-11-24/"))


def test_undone_it_is_as_it_was(esi: Actor) -> None:
    esi.plan(what="Mine")
    bring(esi, calendar(event("a", "Choir"), event("c", "Bowling")))
    bring(esi, calendar(event("a", "Choir, in the hall"), event("d", "New")), let_go="on")
    assert titles(esi) == {"Mine", "Choir, in the hall", "New"}
    newest = Brought.objects.within(esi.keyring).order_by("-id")[0]
    esi.send(f"/calendar/files/{newest.id}/undo/")
    assert titles(esi) == {"Mine", "Choir", "Bowling"}
    first = Brought.objects.within(esi.keyring).get()
    esi.send(f"/calendar/files/{first.id}/undo/")
    assert titles(esi) == {"Mine"}


def test_what_its_owner_changed_since_stays_when_a_file_is_undone(esi: Actor) -> None:
    bring(esi, calendar(event("a", "Choir"), event("b", "Swimming")))
    esi.change(plan_of(esi, "Choir"), what="My own words")
    row = Brought.objects.within(esi.keyring).get()
    where = esi.send(f"/calendar/files/{row.id}/undo/")["Location"]
    assert "1 plan stays as it is" in words(esi.see(where))
    assert titles(esi) == {"My own words"}


def test_a_shown_plan_that_a_file_changes_says_so_to_the_other(alma: Actor, ben: Actor, circle: UUID) -> None:
    bring(ben, calendar(event("a", "Choir")))
    ben.show(plan_of(ben, "Choir"))
    shown = f"/calendar/shown/{Shown.objects.within(alma.keyring, circle).get().id}/"
    bring(ben, calendar(event("a", "Bowling"), event("b", "Other")))
    page = words(alma.see(shown))
    assert "Choir" in page
    assert "Bowling" in page
    assert "It was changed on" in page
    for row in Brought.objects.within(ben.keyring).order_by("-id"):
        ben.send(f"/calendar/files/{row.id}/undo/")
    assert "Called off on" in words(alma.see(shown))


def test_all_or_nothing_when_there_is_no_room(esi: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MOST_PLANS", 1)
    choose(esi, calendar(event("a", "Choir"), event("b", "Swimming")))
    page = keep(esi, 422).content.decode()
    assert "Nothing of it was kept" in page
    assert titles(esi) == set()
    assert Brought.objects.within(esi.keyring).count() == 0
    assert Incoming.objects.within(esi.keyring).count() == 1


def test_without_a_file_that_waits_there_is_nothing_to_look_at(esi: Actor) -> None:
    assert esi.send(LOOK, {})["Location"] == "/calendar/files/"
    with pytest.raises(incoming.Nothing):
        incoming.look(esi.keyring)


def test_another_finds_neither_the_file_nor_what_came_with_it(esi: Actor, chidi: Actor) -> None:
    bring(esi, calendar(event("a", "Choir")))
    row = Brought.objects.within(esi.keyring).get()
    theirs, never = (chidi.send(f"/calendar/files/{one}/undo/")["Location"] for one in (row.id, uuid4()))
    assert theirs == never == "/calendar/files/"
    assert Brought.objects.within(esi.keyring).filter(id=row.id).exists()
    assert "Choir" not in words(chidi.see("/calendar/day/2026-11-24/"))
    bring(chidi, calendar(event("a", "Choir")))
    assert titles(chidi) == {"Choir"}


def test_out_as_one_plan_and_as_all_and_in_again_elsewhere(esi: Actor, chidi: Actor) -> None:
    bring(esi, (FILES / "outlook.ics").read_bytes())
    everything = esi.browser.get("/calendar/files/all.ics")
    assert everything["Content-Type"].startswith("text/calendar")
    bring(chidi, everything.content)
    assert titles(chidi) == titles(esi)
    plan = esi.plan(what="Choir", whom="Jo", reach="By text", where="St Mark", until="19:00")
    one = esi.browser.get(f"/calendar/plans/{plan}/plan.ics").content
    bring(chidi, one)
    kept = writing.mine(chidi.keyring, plan_of(chidi, "Choir"))[1]
    assert kept.body == writing.mine(esi.keyring, plan)[1].body
    # Back into the calendar it came from it is the same plan.
    choose(esi, one)
    assert "There is nothing new in it." in words(esi.see(LOOK))


def test_what_was_not_looked_at_is_not_kept(esi: Actor) -> None:
    choose(esi, calendar(event("a", "First")))
    seen = inputs(esi.see(LOOK), "seen")[0]
    choose(esi, calendar(event("a", "Second")))
    for sent in ({"seen": seen}, {}):
        page = words(esi.send(LOOK, sent, 422).content.decode())
        assert "Another file waits here" in page
        assert "Second" in page
    assert titles(esi) == set()
    keep(esi)
    assert titles(esi) == {"Second"}


def test_the_other_reads_whether_it_stands(alma: Actor, ben: Actor, circle: UUID) -> None:
    stands, off = calendar(event("a", "Choir")), calendar(event("a", "Choir", more="STATUS:CANCELLED\r\n"))
    bring(ben, stands)
    ben.show(plan_of(ben, "Choir"))
    shown = f"/calendar/shown/{Shown.objects.within(alma.keyring, circle).get().id}/"
    bring(ben, off)
    assert "Called off" in words(alma.see(shown))
    newest = Brought.objects.within(ben.keyring).order_by("-id")[0]
    ben.send(f"/calendar/files/{newest.id}/undo/")
    assert "Called off" not in words(alma.see(shown))
    bring(ben, off)
    bring(ben, stands)
    assert "Called off" not in words(alma.see(shown))


def test_a_file_never_undoes_what_was_called_off_by_hand(alma: Actor, ben: Actor, circle: UUID) -> None:
    bring(ben, calendar(event("a", "Choir")))
    plan = plan_of(ben, "Choir")
    ben.show(plan)
    ben.send(f"/calendar/plans/{plan}/call-off/")
    shown = f"/calendar/shown/{Shown.objects.within(alma.keyring, circle).get().id}/"
    bring(ben, calendar(event("a", "Choir, in the hall")))
    assert "Called off" in words(alma.see(shown))
    newest = Brought.objects.within(ben.keyring).order_by("-id")[0]
    ben.send(f"/calendar/files/{newest.id}/undo/")
    assert "Called off" in words(alma.see(shown))


def test_the_oldest_file_can_no_longer_be_undone_and_its_plans_stay(
    esi: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(incoming, "MOST_FILES", 2)
    for name in ("One", "Two", "Three"):
        bring(esi, calendar(event(name, name)))
    assert titles(esi) == {"One", "Two", "Three"}
    assert Brought.objects.within(esi.keyring).count() == 2


def test_undone_twice_it_is_undone_once_and_nobody_is_sent_away(esi: Actor) -> None:
    bring(esi, calendar(event("a", "Choir")))
    row = Brought.objects.within(esi.keyring).get()
    first = esi.send(f"/calendar/files/{row.id}/undo/")["Location"]
    assert first.startswith("/calendar/files/")
    esi.see(first)
    assert esi.send(f"/calendar/files/{row.id}/undo/")["Location"] == "/calendar/files/"
    assert not Plan.objects.within(esi.keyring).exists()
