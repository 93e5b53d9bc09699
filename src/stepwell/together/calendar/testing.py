"""Makers for the tests of other rooms and for the demonstration."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from django.utils import timezone

from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.together.calendar import incoming, rituals, writing
from stepwell.together.calendar.content import BodyV1, SpanV1, TextV1
from stepwell.together.calendar.ics.reading import read_file
from stepwell.together.calendar.rules import settle
from stepwell.together.calendar.zones import zone_of

FILE = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//Example//EN
BEGIN:VEVENT
UID:{uid}
DTSTAMP:20261101T080000Z
DTSTART:20261124T090000
DTEND:20261124T100000
SUMMARY:{what}
END:VEVENT
END:VCALENDAR
"""


def wall(text: str) -> datetime:
    """What a clock on a wall shows: wall("2026-11-24 18:00")."""
    return datetime.fromisoformat(text)


def body(
    starts: datetime,
    ends: datetime | None = None,
    *,
    rule: str = "",
    zone: str = "Europe/Berlin",
    whole: bool = False,
    **text: str,
) -> BodyV1:
    """A plan by the wall clock of `zone`: body(wall("2026-11-24 18:00"), what="Choir")."""
    kept, last = settle(rule, starts, zone_of(zone)) if rule else ("", None)
    when = SpanV1(starts=starts, ends=ends, whole=whole, zone=zone)
    return BodyV1(when=when, text=TextV1(**text), rule=kept, last=last)


def keep_plan(
    keyring: Keyring,
    plan: BodyV1,
    *,
    note: str = "",
    show: Iterable[str] | None = None,
    now: datetime | None = None,
) -> UUID:
    """One plan; show: the parts for the other. Gives its id."""
    kept = writing.keep(
        keyring,
        form_id=uuid4(),
        body=plan,
        note=note,
        now=now or timezone.now(),
        show=show,
        couple=couple_of(keyring),
    )
    return kept.id


def suggest(keyring: Keyring, plan: BodyV1) -> UUID:
    """A ritual with one yes. Gives its id."""
    couple = couple_of(keyring)
    if couple is None:
        raise ValueError("a ritual takes two")
    return rituals.suggest(keyring, couple, form_id=uuid4(), body=plan)


def agree(one: Keyring, other: Keyring, plan: BodyV1) -> UUID:
    """A ritual that both said yes to."""
    ritual, couple = suggest(one, plan), couple_of(other)
    if couple is not None:
        rituals.say_yes(other, couple, ritual)
    return ritual


def bring_file(keyring: Keyring, *, what: str = "From a file", uid: str = "a@example") -> UUID:
    """A calendar file with one plan, kept. Gives the id of the file."""
    data = FILE.format(uid=uid, what=what).replace("\n", "\r\n").encode()
    incoming.offer(keyring, read_file(data, zone_of("Europe/Berlin")))
    return incoming.keep(keyring, let_go=False, couple=couple_of(keyring), now=timezone.now())
