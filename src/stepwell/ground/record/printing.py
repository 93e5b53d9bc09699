"""The record on paper, by typst. What people wrote goes in as data, never as markup."""

from datetime import date, tzinfo
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from stepwell.ground.people.api import Someone
from stepwell.ground.record.looking import events, look
from stepwell.ground.record.reading import Day, Line, days_of, keys_of, lines_of
from stepwell.ground.record.shapes import NOTHING, Head
from stepwell.ground.spaces.api import HeldSpace, names_in
from stepwell.ground.ui.api import in_words, typeset
from stepwell.ground.vault.api import Keyring

# More than a hundred pages are nobody's to read on paper; the file holds everything.
MOST = 2000


def pdf(keyring: Keyring, space: HeldSpace, reader: Someone) -> bytes:
    """A tagged PDF of the record, oldest first, by the reader's clock. Raises Broken, NoSeat."""
    head = look(keyring, space.circle) or NOTHING
    first = max(head.i - MOST, 0)
    found = events(keyring, space.circle, after=first)
    names = {**names_in(keyring, space.circle), reader.id: reader.name}
    keys = keys_of(keyring, space.circle, {event.signer: event.name for event in found})
    days = days_of(lines_of(found, names), reader.zone)
    return typeset(
        "stepwell.ground.record",
        "record.typ",
        {
            **_front(head, [key.name for key in keys], reader.zone, left_out=first),
            "days": [_day(day, reader.zone) for day in days],
            "keys": [{"name": key.name, "mark": key.mark} for key in keys],
        },
    )


def _front(head: Head, names: list[str], zone: tzinfo, *, left_out: int) -> dict[str, Any]:
    made = _on_paper(timezone.now().astimezone(zone).date())
    return {
        "language": (get_language() or "en").split("-")[0],
        "title": _("What we agreed, and when"),
        "names": _("%(one)s and %(other)s") % {"one": names[0], "other": names[1]}
        if len(names) > 1
        else names[0],
        "made": _("Printed on %(when)s. The hours are those of %(zone)s.") % {"when": made, "zone": zone},
        "nothing": _("Nothing has been signed yet."),
        "left-out": _("Events 1 to %(number)s are not on this paper. They are in the file.")
        % {"number": left_out}
        if left_out
        else "",
        "receipt-title": _("The receipt"),
        "receipt-of": _("For everything up to event %(number)s:") % {"number": head.i},
        "receipt": head.words,
        "hash": head.h.hex(),
        "keys-title": _("Who signed, by which key"),
        "claim": [
            _("If either of you alters the record later, the other can tell."),
            _("It does not prove who sat at the keyboard."),
            _("The file can be verified without this program, on any computer."),
        ],
        "page": _("Page"),
    }


def _on_paper(day: date) -> str:
    """With its year, always: paper is read in other years."""
    words = in_words(day, "day")
    return words if str(day.year) in words else _("{date} {year}").format(date=words, year=day.year)


def _day(day: Day, zone: tzinfo) -> dict[str, Any]:
    return {"day": _on_paper(day.day), "lines": [_line(line, zone) for line in day.lines]}


def _line(line: Line, zone: tzinfo) -> dict[str, Any]:
    return {
        "number": line.event.i,
        "time": in_words(line.event.at, "time", zone),
        "sentence": line.sentence,
        "said": [{"label": said.label, "words": list(said.words)} for said in line.said],
        "receipt": line.receipt,
    }
