"""What is no file for here: refused with the reason and the line, and nothing of it kept."""

import random
import zipfile
from io import BytesIO
from pathlib import Path
from time import process_time
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given, settings
from hypothesis import strategies as st

from stepwell.together.calendar.ics.reading import read_file
from stepwell.together.calendar.ics.refusing import WHY, BadFile
from stepwell.together.calendar.models import Incoming, Plan
from stepwell.together.calendar.tests.cast import Actor, words

BERLIN = ZoneInfo("Europe/Berlin")
FILES = Path(__file__).parent / "files"
EVENT = "BEGIN:VEVENT\nUID:a\nDTSTART:20261124T180000\n{}\nEND:VEVENT"


def whole(*inside: str) -> bytes:
    return "\r\n".join(
        ["BEGIN:VCALENDAR", "VERSION:2.0", *"\n".join(inside).split("\n"), "END:VCALENDAR", ""]
    ).encode()


def packed() -> bytes:
    into = BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        archive.writestr("a.ics", whole(EVENT.format("SUMMARY:x")))
    return into.getvalue()


ZONE = (
    "BEGIN:VTIMEZONE\nTZID:Made up\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
    "TZOFFSETFROM:{0}\nTZOFFSETTO:{0}\n{1}\nEND:STANDARD\nEND:VTIMEZONE"
)
IN_MADE_UP = "BEGIN:VEVENT\nUID:a\nDTSTART;TZID=Made up:20261124T180000\nEND:VEVENT"

BAD = {
    "empty": (b"  \r\n", "empty", None),
    "no calendar": (b"<html>\nhello\n</html>", "other", 1),
    "a letter": (b"Dear Alma,\nsee you", "other", 1),
    "zip": (packed(), "packed", None),
    "gzip": (b"\x1f\x8b\x08\x00abc", "packed", None),
    "zero byte": (whole("X-A:1", "X-B:\0"), "zeros", 4),
    "latin-1": (whole("X-A:1") .replace(b"X-A:1", "X-A:Gr\u00f6\u00dfe".encode("latin-1")), "letters", 3),
    "utf-16": ("BEGIN:VCALENDAR".encode("utf-16"), "letters", 1),
    "cut off": (whole(EVENT.format("SUMMARY:x"))[:70], "open", 3),
    "end of nothing": (b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\nEND:VCALENDAR", "end", 2),
    "nested plans": (whole("BEGIN:VEVENT", "UID:a", EVENT.format("SUMMARY:x"), "END:VEVENT"), "nested", 5),
    "nested calendars": (whole("BEGIN:VCALENDAR", "END:VCALENDAR"), "nested", 3),
    "deep": (whole(*["BEGIN:X-A"] * 30), "deep", 6),
    "after the end": (whole("X-A:1") + b"more\r\n", "line", 5),
    "no name": (whole(EVENT.format("this is no line")), "line", 6),
    "no start": (whole("BEGIN:VEVENT", "UID:a", "SUMMARY:x", "END:VEVENT"), "start", 3),
    "bad time": (whole("BEGIN:VEVENT", "UID:a", "DTSTART:2026-11-24", "END:VEVENT"), "time", 5),
    "no such day": (whole("BEGIN:VEVENT", "UID:a", "DTSTART:20260230T100000", "END:VEVENT"), "time", 5),
    "year one": (whole("BEGIN:VEVENT", "UID:a", "DTSTART:00010101T100000", "END:VEVENT"), "far", 5),
    "backwards": (whole(EVENT.format("DTEND:20261124T170000")), "before", 6),
    "ages": (whole(EVENT.format("DURATION:P9999999999999W")), "time", 6),
    "years": (whole(EVENT.format("DTEND:20291124T170000")), "long", 6),
    "unknown clock": (whole("BEGIN:VEVENT\nUID:a\nDTSTART;TZID=Mars:20261124T180000\nEND:VEVENT"), "zone", 5),
    "clock without rules": (whole("BEGIN:VTIMEZONE", "TZID:Made up", "END:VTIMEZONE", IN_MADE_UP), "zone", 8),
    "clock like none": (whole(ZONE.format("+0317", ""), IN_MADE_UP), "zone", 14),
    "clock by the second": (whole(ZONE.format("+0100", "RRULE:FREQ=SECONDLY"), IN_MADE_UP), "zone", 14),
    "every second": (whole(EVENT.format("RRULE:FREQ=SECONDLY")), "often", 6),
    "five million": (whole(EVENT.format("RRULE:FREQ=DAILY;COUNT=5000000")), "many-times", 6),
    "never": (whole(EVENT.format("RRULE:FREQ=YEARLY;COUNT=3;BYMONTH=2;BYMONTHDAY=31")), "never", 6),
    "two rules": (whole(EVENT.format("RRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY")), "rules", 7),
    "a rule that is none": (whole(EVENT.format("RRULE:whenever")), "broken", 6),
    "an exception rule": (whole(EVENT.format("RRULE:FREQ=DAILY\nEXRULE:FREQ=WEEKLY")), "except", 7),
    "a flood of counts": (whole(*[EVENT.format("RRULE:FREQ=DAILY;COUNT=2000")] * 40), "many-times", 131),
    "a flood of dates": (whole(EVENT.format("RDATE:" + ",".join(["20261124T180000"] * 600))), "dates", 6),
    "a flood of lines": (whole(EVENT.format("\n".join(["EXDATE:20261124T180000"] * 4000))), "much", 3004),
    "this and following": (
        whole(
            EVENT.format("RRULE:FREQ=DAILY"),
            "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261126T180000",
            "DTSTART:20261126T190000\nEND:VEVENT",
        ),
        "range",
        10,
    ),
    "too many": (whole(*["BEGIN:VEVENT\nUID:a\nDTSTART:20261124\nEND:VEVENT"] * 2001), "many", 8003),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_refused_with_the_reason_and_the_line(name: str) -> None:
    data, why, line = BAD[name]
    began = process_time()
    with pytest.raises(BadFile) as bad:
        read_file(data, BERLIN)
    assert (bad.value.why, bad.value.line) == (why, line)
    assert bad.value.words
    assert process_time() - began < 3


def test_a_huge_file_is_refused_unread() -> None:
    with pytest.raises(BadFile) as bad:
        read_file(b"BEGIN:VCALENDAR\r\n" + b"X" * 2_000_000, BERLIN)
    assert bad.value.why == "large"


@pytest.mark.parametrize(("offset", "hours"), [("+0530", 5.5), ("+0100", 1.0)])
def test_a_clock_of_another_name_is_known_by_its_rules(offset: str, hours: float) -> None:
    found = read_file(whole(ZONE.format(offset, ""), IN_MADE_UP), BERLIN).items[0].body.when
    apart = found.starts.replace(tzinfo=ZoneInfo(found.zone)).utcoffset()
    assert apart is not None
    assert apart.total_seconds() == hours * 3600


def test_without_an_end_it_has_none_and_without_words_none() -> None:
    item = read_file(whole("BEGIN:VEVENT", "DTSTART:20261124T180000", "END:VEVENT"), BERLIN).items[0]
    assert item.body.when.ends is None
    assert item.uid.startswith("none-")


def test_a_full_file_is_read_within_a_moment() -> None:
    events = [
        EVENT.replace("UID:a", f"UID:{n}").format(f"RRULE:FREQ=WEEKLY;BYDAY=TU\nSUMMARY:Number {n}")
        for n in range(2000)
    ]
    began = process_time()
    assert len(read_file(whole(*events), BERLIN).items) == 2000
    assert process_time() - began < 6


def test_a_file_of_the_worst_rules_is_read_within_moments() -> None:
    numbers = ",".join(map(str, range(1, 367)))
    rule = f"RRULE:FREQ=YEARLY;BYYEARDAY={numbers};UNTIL=2090{{:02d}}01"
    events = [EVENT.replace("UID:a", f"UID:{n}").format(rule.format(n % 12 + 1)) for n in range(80)]
    began = process_time()
    assert len(read_file(whole(*events), BERLIN).items) == 80
    assert process_time() - began < 3


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;COUNT=9;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU",
        "FREQ=DAILY;UNTIL=21200101;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU",
        "FREQ=MONTHLY;BYDAY=5SU;BYMONTH=2;COUNT=30",
    ],
)
def test_many_slow_rules_have_one_budget_and_are_refused_with_the_line(rule: str) -> None:
    events = [EVENT.replace("UID:a", f"UID:{n}").format(f"RRULE:{rule}") for n in range(300)]
    began = process_time()
    with pytest.raises(BadFile) as bad:
        read_file(whole(*events), BERLIN)
    assert process_time() - began < 4
    assert bad.value.why == "many-times"
    assert (bad.value.line or 0) % 5 == 1


@pytest.mark.parametrize("until", ["99991231T235959Z", "99991231", "99991231T235959"])
def test_a_far_off_end_is_none(until: str) -> None:
    item = read_file(whole(EVENT.format(f"RRULE:FREQ=WEEKLY;UNTIL={until}")), BERLIN).items[0]
    assert (item.body.rule, item.body.last) == ("FREQ=WEEKLY", None)


@pytest.mark.parametrize("until", ["00010101", "00010101T000000Z", "20261123"])
def test_an_end_before_the_start_is_refused_with_its_line(until: str) -> None:
    with pytest.raises(BadFile) as bad:
        read_file(whole(EVENT.format(f"RRULE:FREQ=WEEKLY;UNTIL={until}")), BERLIN)
    assert (bad.value.why, bad.value.line) == ("never", 6)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(["apple", "google", "outlook"]))
def test_whatever_becomes_of_a_file_it_is_read_or_refused(seed: int, name: str) -> None:
    """Lines doubled, dropped, swapped and altered by chance."""
    chance = random.Random(seed)
    lines = (FILES / f"{name}.ics").read_bytes().split(b"\r\n")
    for _ in range(chance.randint(1, 6)):
        at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
        do = chance.choice(["drop", "double", "swap", "alter", "digits"])
        if do == "drop":
            lines[at] = b""
        elif do == "double":
            lines.insert(to, lines[at])
        elif do == "swap":
            lines[at], lines[to] = lines[to], lines[at]
        elif lines[at]:
            place = chance.randrange(len(lines[at]))
            byte = bytes([chance.choice(b"0123456789" if do == "digits" else bytes(range(256)))])
            lines[at] = lines[at][:place] + byte + lines[at][place + 1 :]
    try:
        read_file(b"\r\n".join(lines), BERLIN)
    except BadFile as bad:
        why = bad.why
    else:
        why = "empty"
    assert why in WHY


@pytest.mark.django_db
def test_the_page_says_why_and_where_and_keeps_nothing(esi: Actor) -> None:
    data, _why, line = BAD["unknown clock"]
    answer = esi.browser.post("/calendar/files/", {"file": SimpleUploadedFile("a.ics", data)})
    assert answer.status_code == 422
    said = words(answer.content.decode())
    assert f"Line {line}: This clock is not known here" in said
    assert "Nothing of it was kept." in said
    assert Plan.objects.within(esi.keyring).count() == 0
    assert Incoming.objects.within(esi.keyring).count() == 0


@pytest.mark.django_db
def test_without_a_file_and_with_a_huge_one_the_page_says_so(esi: Actor) -> None:
    assert "Choose a file first" in words(esi.send("/calendar/files/", {}, 422).content.decode())
    big = SimpleUploadedFile("a.ics", b"BEGIN:VCALENDAR\r\n" + b"X" * 505_000)
    answer = esi.browser.post("/calendar/files/", {"file": big})
    assert answer.status_code == 422
    assert "larger than what is read here" in words(answer.content.decode())
