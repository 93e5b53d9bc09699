"""Some pages of a journal, so that there is something to read and to look for."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from stepwell.ground.people.testing import Member
from stepwell.own.journal.testing import Sort, keep_entry, show_entry

# days ago, hour, sort, text, words
Page = tuple[int, int, Sort, str, dict[str, Any]]
PAGES: tuple[Page, ...] = (
    (
        2,
        21,
        "day",
        "His phone lit up while we were eating, and he turned it face down. I know what was on it, "
        "because he told me before I asked. My stomach did not know.\n\n"
        "I went for a walk and it was smaller when I came back.",
        {
            "feelings": ("anxious", "tired"),
            "body": ("knot_stomach",),
            "touched": ("trust", "own:being told in time"),
            "triggers": ("phone",),
            "helped": ("walk", "told_first"),
            "hindered": ("checking",),
        },
    ),
    (4, 22, "gratitude", "The light on the kitchen table, and nobody in a hurry.", {"feelings": ("calm",)}),
    (
        6,
        20,
        "reflection",
        "I said that I did not mind. I did mind. Next time I would like to say it while it is still small.",
        {
            "feelings": ("sad",),
            "touched": ("mattering",),
            "hindered": ("holding_back",),
            "helped": ("writing",),
        },
    ),
    (9, 21, "day", "", {"feelings": ("tired",), "triggers": ("silence", "late"), "helped": ("friend",)}),
    (13, 23, "day", "A quiet day. I slept.", {"feelings": ("settled",), "helped": ("sleep",)}),
    (
        37,
        21,
        "day",
        "We talked in the car, because there one need not look at each other.",
        {"helped": ("listened",)},
    ),
)


def write(one: Member, *, today: date, zone: ZoneInfo, show: bool) -> None:
    for back, hour, sort, text, words in PAGES:
        now = datetime.combine(today - timedelta(days=back), time(hour, 14), zone)
        entry = keep_entry(one.keyring, text, now=now, sort=sort, **words)
        if show and back == PAGES[0][0]:
            show_entry(one.keyring, entry, "feelings", "triggers", "helped")
