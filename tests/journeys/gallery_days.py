"""The walk past the pages of the calendar: empty, alone, of two, with a file that does and does not fit."""

from typing import TYPE_CHECKING

from tests.journeys.somebody import Somebody

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload

    from tests.journeys.gallery import Walk

DAY = "2031-11-18"
FILE = "\r\n".join(
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "X-WR-CALNAME:Home",
        "BEGIN:VEVENT",
        "UID:gallery@example",
        f"DTSTART:{DAY.replace('-', '')}T080000",
        "DTEND:{day}T090000".format(day=DAY.replace("-", "")),
        "RRULE:FREQ=WEEKLY;BYDAY=TU",
        "SUMMARY:Swimming",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
)


def choose_file(somebody: Somebody, text: str) -> None:
    somebody.go("/calendar/files/")
    given: FilePayload = {"name": "days.ics", "mimeType": "text/calendar", "buffer": text.encode()}
    somebody.page.get_by_label("A calendar file").set_input_files(given)
    somebody.hand.press("Look into it")


def alone(walk: "Walk", alma: Somebody) -> None:
    for name, path in {
        "days-none": "/calendar/",
        "week-none": f"/calendar/week/{DAY}/",
        "month-none": f"/calendar/month/{DAY}/",
        "days-both-alone": "/calendar/both/",
        "days-address-none": "/calendar/address/",
        "plan-write-alone": "/calendar/new/",
    }.items():
        walk.look(alma, name, path)
    choose_file(alma, FILE.replace("FREQ=WEEKLY", "FREQ=SECONDLY"))
    walk.look(alma, "file-refused")
    choose_file(alma, FILE)
    walk.look(alma, "file-looked-at")
    alma.hand.press("Keep all of it")
    walk.look(alma, "files-kept", "/calendar/files/")
    alma.go("/calendar/address/")
    alma.hand.press("Make an address")
    walk.look(alma, "days-address")
    alma.hand.press("End the address")


def two(walk: "Walk", alma: Somebody, ben: Somebody) -> None:
    ben.go("/calendar/new/")
    ben.hand.write("On which day", DAY)
    ben.hand.write("From what time", "19:00")
    ben.hand.write("Until what time", "18:00")
    ben.hand.press("Keep this plan")
    walk.look(ben, "plan-write-errors")
    ben.hand.write("What it is", "Supper with the old team")
    ben.hand.write("Where you will be", "The mill, Riverside 4")
    ben.hand.write("Until what time", "22:00")
    ben.hand.choose(f"{alma.name} and me")
    ben.hand.press("Keep this plan")
    walk.look(ben, "plan-shown")
    own = ben.page.url.split("?")[0]
    ben.go(own + "change/")
    walk.look(ben, "plan-change")
    ben.hand.write("Where you will be", "The station bar")
    ben.hand.press("Keep it like this")
    walk.look(ben, "plan-changed")
    walk.look(ben, "plan-call-off", own + "call-off/")
    walk.look(ben, "plan-delete", own + "delete/")
    _read(walk, alma)
    _again(walk, alma, ben)


def _read(walk: "Walk", alma: Somebody) -> None:
    for view in ("day", "week", "month", "list"):
        walk.look(alma, f"days-{view}", f"/calendar/{view}/{DAY}/")
    alma.go(f"/calendar/week/{DAY}/")
    alma.hand.press("Supper with the old team")
    walk.look(alma, "plan-of-the-other")
    alma.go(f"/calendar/week/{DAY}/")
    alma.hand.press("Swimming")
    walk.look(alma, "plan-once")


def _again(walk: "Walk", alma: Somebody, ben: Somebody) -> None:
    ben.go("/calendar/both/")
    ben.hand.choose("A walk")
    ben.hand.write("From what time", "18:00")
    ben.hand.press("Suggest it")
    walk.look(ben, "days-both-suggested")
    walk.look(alma, "days-both-asked", "/calendar/both/")
    alma.hand.press("Yes A walk")
    walk.look(alma, "days-both-agreed")


def resting(walk: "Walk", alma: Somebody) -> None:
    walk.look(alma, "days-both-resting", "/calendar/both/")
