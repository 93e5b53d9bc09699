"""The page of reminders, the links in mail, and the calendar address."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from icalendar import Calendar
from tests.fixtures.clock import later

from stepwell.ground.notices import choices
from stepwell.ground.notices.api import tick
from stepwell.ground.notices.models import Asked, Due, Feed, MailAddress, MailOn, QuietHours, Unconfirmed
from stepwell.ground.notices.tests.conftest import at, berlin, token_in, with_mail
from stepwell.ground.people.testing import make_person, sign_in

pytestmark = pytest.mark.django_db
PAGE = "/settings/reminders/"


@pytest.fixture
def alma(client, times, settings):
    settings.MAIL_IS_SENT = True
    member = make_person("Alma")
    times[member.id] = [at(20, 30)]
    sign_in(client, member)
    return member


def test_everything_is_off_at_first(client, alma):
    page = client.get(PAGE)
    assert page.status_code == 200
    assert not MailOn.objects.exists()
    assert not Feed.objects.exists()
    assert not mail.outbox


def test_an_address_is_asked_before_it_is_used(client, alma):
    answer = client.post(PAGE + "address/", {"address": "alma@home.example"})
    assert answer.status_code == 303
    assert len(mail.outbox) == 1
    assert not MailAddress.objects.exists()
    link = "/notes/yes/" + token_in(mail.outbox[0].body) + "/"
    client.cookies.clear()
    assert client.get(link).status_code == 200
    assert not MailOn.objects.exists(), "a mail program that looks at the link decides nothing"
    assert client.post(link).status_code == 200
    assert MailOn.objects.filter(pk=alma.id).exists()
    assert Due.objects.filter(pk=alma.id).exists()
    assert client.get(link).status_code == 410
    assert client.post(link).status_code == 410


def test_a_question_is_good_for_one_day(client, alma):
    choices.ask(alma.id, "alma@home.example")
    token = token_in(mail.outbox[0].body)
    with later(days=1, minutes=1):
        assert client.get(f"/notes/yes/{token}/").status_code == 410
        assert not choices.confirm(token)


def test_a_wrong_address_comes_back_with_its_cure(client, alma):
    page = client.post(PAGE + "address/", {"address": "alma at home"})
    assert page.status_code == 200
    assert "alma at home" in page.content.decode()
    assert "alma@home.example" in page.content.decode()
    assert not Unconfirmed.objects.exists()


def test_a_mail_server_that_is_down_keeps_what_was_typed(client, alma, settings):
    settings.EMAIL_BACKEND = "stepwell.ground.notices.tests.test_sending.Broken"
    page = client.post(PAGE + "address/", {"address": "alma@home.example"})
    assert page.status_code == 200
    assert "alma@home.example" in page.content.decode()


def test_off_by_one_press_from_the_mail_program(client, alma):
    with time_machine.travel(berlin("2026-11-21T12:00"), tick=False):
        with_mail(alma.id)
    tick(berlin("2026-11-21T20:30"))
    link = mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>").removeprefix("http://127.0.0.1:8000")
    client.cookies.clear()
    assert client.get(link).status_code == 200
    assert MailOn.objects.filter(pk=alma.id).exists()
    assert client.post(link, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not MailOn.objects.exists()
    assert not Due.objects.exists()
    assert tick(berlin("2026-11-22T20:30")) == 0


def test_a_link_that_never_was_is_not_there(client, alma):
    assert client.post("/notes/end/none/").status_code == 404


def test_off_and_on_and_forgotten(client, alma):
    with_mail(alma.id)
    assert client.post(PAGE + "off/").status_code == 303
    assert not Due.objects.exists()
    client.post(PAGE + "on/")
    assert Due.objects.exists()
    client.post(PAGE + "forget/")
    assert not MailAddress.objects.exists()
    assert not Due.objects.exists()
    client.post(PAGE + "on/")
    assert not MailOn.objects.exists()


def test_quiet_hours_are_kept_both_or_none(client, alma):
    assert client.post(PAGE + "quiet/", {"begins": "22:00", "ends": ""}).status_code == 200
    assert not QuietHours.objects.exists()
    assert client.post(PAGE + "quiet/", {"begins": "22:00", "ends": "07:00"}).status_code == 303
    assert QuietHours.objects.filter(pk=alma.id).exists()
    client.post(PAGE + "quiet/", {"begins": "", "ends": ""})
    assert not QuietHours.objects.exists()


def _feed(client) -> str:
    page = client.post(PAGE + "calendar/").content.decode()
    return "/feed/" + page.split("/feed/")[1].split(".ics")[0] + ".ics"


def test_the_calendar_shows_neutral_times_in_the_persons_zone(client, alma):
    answer = client.get(_feed(client))
    assert answer["Content-Type"].startswith("text/calendar")
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == ["A quiet moment"]
    assert events[0]["rrule"]["freq"] == ["WEEKLY"]
    assert events[0]["dtstart"].params["tzid"] == "Europe/Berlin"
    assert b"BEGIN:VTIMEZONE" in answer.content
    for told in (b"Alma", str(alma.id).encode(), alma.id.hex.encode()):
        assert told not in answer.content


def test_the_calendar_is_the_same_until_the_times_change(client, alma, times):
    address = _feed(client)
    assert client.get(address).content == client.get(address).content
    times[alma.id] = []
    assert not Calendar.from_ical(client.get(address).content).walk("VEVENT")


def test_an_ended_calendar_address_looks_as_if_it_never_was(client, alma):
    address = _feed(client)
    client.post(PAGE + "calendar/end/")
    ended, never = client.get(address), client.get("/feed/never.ics")
    assert ended.status_code == never.status_code == 404
    assert ended.content == never.content


def test_a_new_calendar_address_ends_the_old_one(client, alma):
    old, new = _feed(client), _feed(client)
    assert client.get(old).status_code == 404
    assert client.get(new).status_code == 200
    token = new.removeprefix("/feed/").removesuffix(".ics")
    assert token.encode() not in bytes(Feed.objects.get().token)


def test_everything_can_be_taken_out_and_forgotten(client, alma):
    from stepwell.ground.notices.privacy import ROOM

    with_mail(alma.id)
    _feed(client)
    assert ROOM.export(alma.keyring)["mail"]["address"] == "alma@home.example"
    ROOM.erase(alma.keyring)
    assert not any(rows.objects.exists() for rows in choices.ROWS)


def test_every_page_has_its_name():
    assert reverse("notices:reminders") == PAGE


def _asks(client, address):
    return client.post(PAGE + "address/", {"address": address})


def test_three_questions_a_day_and_a_calm_page_beyond(client, alma):
    with time_machine.travel(berlin("2026-11-21T12:00"), tick=False) as clock:
        for number in range(3):
            assert _asks(client, f"alma{number}@home.example").status_code == 303
        before = Unconfirmed.objects.get().token
        page = _asks(client, "alma9@home.example")
        assert page.status_code == 429
        for said in ("Enough questions were sent for now", "alma9@home.example"):
            assert said in page.content.decode()
        assert len(mail.outbox) == 3
        assert bytes(Unconfirmed.objects.get().token) == bytes(before), "the one that waits still counts"
        clock.shift(timedelta(days=1, minutes=1))
        assert _asks(client, "alma9@home.example").status_code == 303


def test_one_question_an_hour_to_an_address_whoever_asks(client, alma):
    ben = make_person("Ben")
    with time_machine.travel(berlin("2026-11-21T12:00"), tick=False) as clock:
        choices.ask(ben.id, "Post@home.example")
        clock.shift(timedelta(minutes=50))
        assert _asks(client, "post@home.example").status_code == 429
        assert len(mail.outbox) == 1
        assert _asks(client, "other@home.example").status_code == 303
        clock.shift(timedelta(minutes=11))
        assert _asks(client, "post@home.example").status_code == 303, "a refusal does not begin a new hour"
        assert _asks(client, "third@home.example").status_code == 429, "and counts as asking"


def test_a_mail_server_that_was_down_may_be_asked_again_at_once(client, alma, settings):
    working = settings.EMAIL_BACKEND
    for _ in range(5):
        settings.EMAIL_BACKEND = "stepwell.ground.notices.tests.test_sending.Broken"
        assert _asks(client, "alma@home.example").status_code == 200
    settings.EMAIL_BACKEND = working
    assert _asks(client, "alma@home.example").status_code == 303


def test_no_address_stands_in_the_count(alma):
    choices.ask(alma.id, "alma@home.example")
    assert b"alma" not in bytes(Asked.objects.get().address)


def test_a_note_leads_to_the_sign_in_and_not_to_the_front_page(alma, settings):
    with time_machine.travel(berlin("2026-11-21T12:00"), tick=False):
        with_mail(alma.id)
    tick(berlin("2026-11-21T20:30"))
    lines = mail.outbox[0].body.splitlines()
    assert f"{settings.ORIGIN}/sign-in/" in lines
    assert f"{settings.ORIGIN}/" not in lines
