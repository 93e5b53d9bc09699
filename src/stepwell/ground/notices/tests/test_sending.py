"""What goes out, when, and what never does."""

from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from stepwell.ground.notices import choices, sending
from stepwell.ground.notices.api import rearm, tick
from stepwell.ground.notices.models import Due, MailOn, SentOn
from stepwell.ground.notices.tests.conftest import at, berlin, with_mail
from stepwell.ground.people.testing import make_person

pytestmark = pytest.mark.django_db
EVENING = berlin("2026-11-21T20:30")


@pytest.fixture
def alma(times) -> UUID:
    """Alma, who wants a note at half past eight; it is noon."""
    person = make_person("Alma", zone="Europe/Berlin").id
    times[person] = [at(20, 30)]
    with time_machine.travel(berlin("2026-11-21T12:00"), tick=False):
        with_mail(person)
    return person


def test_a_note_comes_at_the_time_and_not_before(alma):
    assert tick(EVENING - timedelta(seconds=1)) == 0
    assert tick(EVENING) == 1
    assert [message.to for message in mail.outbox] == [["alma@home.example"]]


def test_it_comes_once_and_again_tomorrow(alma):
    assert [tick(EVENING), tick(EVENING), tick(EVENING + timedelta(hours=5))] == [1, 0, 0]
    assert tick(EVENING + timedelta(days=1)) == 1


def test_two_processes_that_saw_the_same_row_send_one_note(alma):
    seen_by_both = Due.objects.get(pk=alma)
    assert sending._one(seen_by_both, EVENING)
    assert not sending._one(seen_by_both, EVENING)
    assert len(mail.outbox) == 1


def test_nothing_comes_unless_it_was_turned_on(times):
    ben = make_person("Ben").id
    times[ben] = [at(20, 30)]
    rearm(ben)
    assert not Due.objects.filter(pk=ben).exists()
    assert tick(EVENING) == 0


def test_an_address_that_nobody_confirmed_gets_no_note(times):
    ben = make_person("Ben").id
    times[ben] = [at(20, 30)]
    choices.ask(ben, "ben@home.example")
    choices.turn_on(ben)
    assert not MailOn.objects.exists()
    assert tick(EVENING) == 0


def test_turned_off_between_the_claim_and_the_letter(alma):
    MailOn.objects.all().delete()
    assert tick(EVENING) == 0


def test_quiet_hours_leave_it_out_rather_than_late(alma):
    choices.keep_quiet(alma, berlin("2026-01-01T20:00").time(), berlin("2026-01-01T07:00").time())
    assert tick(EVENING) == 0
    assert tick(berlin("2026-11-22T07:00")) == 0
    choices.keep_quiet(alma, None, None)
    assert tick(EVENING + timedelta(days=1)) == 1


def test_a_server_that_was_down_sends_no_late_notes(alma):
    assert tick(EVENING + timedelta(hours=1, minutes=1)) == 0
    assert tick(EVENING + timedelta(days=1)) == 1


def test_never_more_than_a_handful_a_day(alma, times):
    times[alma] = [at(hour) for hour in range(8, 20)]
    with time_machine.travel(berlin("2026-11-22T00:10"), tick=False):
        rearm(alma)
    sent = sum(tick(berlin(f"2026-11-22T{hour:02}:00")) for hour in range(8, 20))
    assert sent == sending.HANDFUL
    assert tick(berlin("2026-11-23T08:00")) == 1
    assert SentOn.objects.count() == 1


class Broken(EmailBackend):
    asked = 0

    def send_messages(self, messages):
        Broken.asked += 1
        raise ConnectionRefusedError


def test_a_mail_server_that_is_down_is_asked_again_and_then_left(alma, settings, caplog):
    Broken.asked = 0
    settings.EMAIL_BACKEND = f"{__name__}.Broken"
    for minute in range(120):
        assert tick(EVENING + timedelta(minutes=minute)) == 0
    assert Broken.asked == 1 + len(sending.AGAIN_AFTER)
    assert "alma@" not in caplog.text
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert tick(EVENING + timedelta(minutes=121)) == 0
    assert tick(EVENING + timedelta(days=1)) == 1


def test_a_mail_server_that_comes_back_gets_it_once(alma, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Broken"
    assert tick(EVENING) == 0
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert [tick(EVENING + timedelta(minutes=minute)) for minute in (1, 2, 3, 30)] == [0, 1, 0, 0]


def test_a_clock_set_back_does_not_silence_for_years(alma):
    Due.objects.filter(pk=alma).update(at=berlin("2031-01-01T20:30"), moment=berlin("2031-01-01T20:30"))
    tick(berlin("2026-11-21T19:00"))
    assert tick(EVENING) == 1


def test_a_note_holds_nothing_but_that_the_time_came(alma, settings):
    tick(EVENING)
    message = mail.outbox[0]
    whole = message.message().as_string().lower()
    for told in ("alma wrote", "ben", "check-in", "partner", "trust", "stepwell.example", str(alma)):
        assert told not in whole
    assert message.subject == "A note, as you asked"
    assert "!" not in message.body
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message.extra_headers["List-Unsubscribe"].startswith(f"<{settings.ORIGIN}/notes/end/")


def test_the_database_holds_no_address_in_the_clear(alma):
    from stepwell.ground.notices.models import MailAddress

    row = MailAddress.objects.get(pk=alma)
    for column in (row.address, row.stop, row.stop_token):
        assert b"home.example" not in bytes(column)


def test_another_key_file_sends_nothing_and_breaks_nothing(alma, caplog):
    from stepwell.ground.notices.models import MailAddress

    MailAddress.objects.update(address=b"\x01" + b"x" * 120)
    assert tick(EVENING) == 0
    assert "another key file" in caplog.text
