"""Files of three calendar programs, written after their documentation: read, kept, written, read again."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
import vobject
from icalendar import Calendar

from stepwell.together.calendar.content import BodyV1, IncomingV1, ItemV1
from stepwell.together.calendar.ics.reading import read_file
from stepwell.together.calendar.ics.writing import Written, file_of
from stepwell.together.calendar.slots import slots
from stepwell.together.calendar.testing import wall

FILES = Path(__file__).parent / "files"
BERLIN = ZoneInfo("Europe/Berlin")
STAMP = datetime(2026, 11, 21, 18, 30, tzinfo=UTC)
DIALECTS = ("apple", "google", "outlook")


def read(name: str, own: ZoneInfo = BERLIN) -> IncomingV1:
    return read_file((FILES / f"{name}.ics").read_bytes(), own)


def by_title(found: IncomingV1) -> dict[str, ItemV1]:
    return {item.body.text.what: item for item in found.items}


def falls(body: BodyV1, first: date, last: date) -> list[str]:
    found = sorted(slots(body, first, last, BERLIN), key=lambda slot: slot.starts)
    return [f"{slot.starts:%d.%m. %H:%M} {slot.text.what}" for slot in found]


def test_apple() -> None:
    found = read("apple")
    items = by_title(found)
    assert found.name == "Home"
    assert dict(found.left) == {"VTODO": 1, "cut": 0, "people": 0}
    choir = items["Choir, the small hall"].body
    assert choir.text.where.startswith(
        "St Mark Market Square 4, the door beside the baker's who closes at six"
    )
    assert falls(choir, date(2026, 10, 19), date(2026, 12, 31)) == [
        "20.10. 18:00 Choir, the small hall",
        "27.10. 18:00 Choir, the small hall",
        "11.11. 19:00 Choir, on Wednesday",
        "17.11. 18:00 Choir, the small hall",
        "24.11. 18:00 Choir, the small hall",
        "01.12. 18:00 Choir, the small hall",
        "08.12. 18:00 Choir, the small hall",
        "15.12. 18:00 Choir, the small hall",
    ]
    sister = items["My sister is here \U0001f33f – Größe"].body
    assert sister.when.whole
    assert sister.when.ends == wall("2026-11-23")


def test_google() -> None:
    found = read("google")
    items = by_title(found)
    session = items["Session"]
    assert session.body.when.starts == wall("2026-11-24 18:00")
    assert session.body.when.zone == "Europe/Berlin"
    assert session.note == "Bring the letter.\n\nFloor 3"
    assert dict(found.left)["people"] == 1
    office = items["Call with the office"].body
    # New York leaves summer time a week after Berlin.
    assert falls(office, date(2026, 10, 1), date(2026, 12, 31)) == [
        "26.10. 14:00 Call with the office",
        "29.10. 14:00 Call with the office",
        "02.11. 15:00 Call with the office",
        "12.11. 15:00 Call with the office",
        "12.11. 17:00 Call with the office, later",
    ]
    assert items["Dara's birthday"].body.rule == "FREQ=YEARLY"
    assert items["Not taking place"].off
    assert all("@example.org" not in str(item) for item in found.items)


def test_outlook() -> None:
    items = by_title(read("outlook"))
    table = items["Round table"].body
    assert table.when.zone == "Europe/Berlin"
    assert falls(table, date(2026, 10, 1), date(2026, 12, 31)) == [
        "12.10. 09:00 Round table",
        "16.10. 09:00 Round table",
        "26.10. 09:00 Round table",
        "30.10. 09:00 Round table",
        "06.11. 14:00 Round table, later",
        "13.11. 09:00 Round table",
        "23.11. 09:00 Round table",
        "27.11. 09:00 Round table",
        "07.12. 09:00 Round table",
        "11.12. 09:00 Round table",
    ]
    leave = items["Leave"].body.when
    assert (leave.whole, leave.starts, leave.ends) == (True, wall("2026-11-30"), wall("2026-12-01"))
    boston = items["Call with Boston"].body.when
    offset = boston.starts.replace(tzinfo=ZoneInfo(boston.zone)).utcoffset()
    assert offset == datetime(2026, 11, 1, 8, tzinfo=ZoneInfo("America/New_York")).utcoffset()


def written(found: IncomingV1) -> bytes:
    return file_of(
        [Written(item.uid, item.body, STAMP, note=item.note, off=item.off) for item in found.items]
    )


@pytest.mark.parametrize("name", DIALECTS)
def test_out_and_in_again_it_is_the_same(name: str) -> None:
    found = read(name)
    again = read_file(written(found), BERLIN)
    first, last = date(2026, 10, 1), date(2027, 1, 31)
    assert {item.uid: (item.note, item.off) for item in again.items} == {
        item.uid: (item.note, item.off) for item in found.items
    }
    for one, other in zip(sorted(found.items, key=str_uid), sorted(again.items, key=str_uid), strict=True):
        assert falls(one.body, first, last) == falls(other.body, first, last)
        assert one.body.text == other.body.text
        assert one.body.when == other.body.when
    # Once more, and not a byte is another.
    assert written(again) == written(read_file(written(again), BERLIN))


def str_uid(item: ItemV1) -> str:
    return item.uid


@pytest.mark.parametrize("name", DIALECTS)
def test_the_days_are_those_that_another_library_finds_in_the_same_file(name: str) -> None:
    calendar = Calendar.from_ical((FILES / f"{name}.ics").read_bytes())
    first, last = date(2026, 10, 1), date(2026, 12, 31)
    theirs = set()
    for event in recurring_ical_events.of(calendar).between(first, last):
        start = event["DTSTART"].dt
        if event.get("STATUS") == "CANCELLED":
            continue
        local = start.astimezone(BERLIN).replace(tzinfo=None) if isinstance(start, datetime) else None
        theirs.add((str(event["SUMMARY"]), local or datetime.combine(start, datetime.min.time())))
    ours = {
        (slot.text.what, slot.starts)
        for item in read(name).items
        if not item.off
        for slot in slots(item.body, first, last, BERLIN)
    }
    assert ours == theirs


@pytest.mark.parametrize("name", DIALECTS)
def test_a_library_that_wrote_none_of_it_reads_what_goes_out(name: str) -> None:
    found = read(name)
    calendar = vobject.readOne(written(found).decode())
    masters = [event for event in calendar.vevent_list if not hasattr(event, "recurrence_id")]
    assert {event.uid.value for event in masters} == {item.uid for item in found.items}
    assert {event.summary.value for event in masters} == set(by_title(found))
    for event in masters:
        item = by_title(found)[event.summary.value]
        if item.body.rule and item.body.last:
            last = max(moment for moment in event.rruleset)
            assert last.replace(tzinfo=None) <= item.body.last


def test_lines_are_folded_and_end_as_they_have_to() -> None:
    for line in written(read("apple")).split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line
