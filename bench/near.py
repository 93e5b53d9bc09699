"""Pages of drawing near, each as full as it may be: the ladder, small signs, one's own pace."""

from datetime import date, timedelta
from functools import cache

from msgspec.structs import replace

from bench.figure import Figure, Scale
from bench.pages import IN_PROCESS, page_ms
from stepwell.ground.people.testing import Member, make_person
from stepwell.ground.spaces.testing import make_couple
from stepwell.own.pace import content as leaves
from stepwell.own.pace import showing
from stepwell.own.pace import testing as pace
from stepwell.own.safety.testing import clear
from stepwell.together.affection import listing, noting
from stepwell.together.affection import testing as affection
from stepwell.together.affection.content import SIDES
from stepwell.together.openness import leaf as ladder
from stepwell.together.openness import testing as openness
from stepwell.together.openness.limits import DEEPEST, MOST_OWN

LIMIT = 15.0
LINES = 10


@cache
def two() -> tuple[Member, Member]:
    one, other = make_person("Tuva"), make_person("Yrsa")
    make_couple(one, other)
    for member in (one, other):
        clear(member.keyring)
    return one, other


def fill_the_ladder(one: Member, other: Member) -> None:
    """As many topics of her own as fit, all the way down; one told, and a wish of each that stands."""
    for number in range(MOST_OWN):
        openness.write_own(one.keyring, f"Topic {number} of her own", depth=1 + number % DEEPEST)
    ladder.change(one.keyring, lambda kept: replace(kept, depth=DEEPEST))
    opening = openness.ask_to_tell(one.keyring, "kitchen", clears=False)
    openness.agree_to_hear(other.keyring, opening, clears=False)
    openness.say_told(one.keyring, opening)
    for member in (one, other):
        openness.ask_to_tell(member.keyring, "smell", ("listen", "not-in-anger"), clears=False)


def fill_the_signs(one: Member, other: Member) -> None:
    """A full list, and as many notes of each as fit."""
    for number in range(listing.MOST):
        affection.write_line(one.keyring, SIDES[number % len(SIDES)], f"Line {number} of her own")
    today = date(2026, 11, 1)
    for member in (one, other):
        affection.welcome_notes(member.keyring, clears=False)
    for member in (one, other):
        for number in range(noting.MOST):
            day = today + timedelta(days=number % 20)
            affection.lay_note(member.keyring, f"Note {number}: the light in the hall.", today=day)


def fill_the_leaves(one: Member, other: Member) -> None:
    """Four leaves, so many lines in each part; and as many lines of each shown as fit."""
    for member in (one, other):
        for leaf, parts in leaves.LEAVES.items():
            said = {part: "\n".join(f"Line {number} of {part}" for number in range(LINES)) for part in parts}
            pace.write_leaf(member.keyring, leaf, said)
        places = [(leaf, part) for leaf, parts in leaves.LEAVES.items() for part in parts]
        for number in range(showing.MOST):
            leaf, part = places[number % len(places)]
            pace.show_line(member.keyring, leaf, part, f"Line {number // len(places)} of {part}")


PAGES = (
    (
        "the ladder of topics",
        "/openness/",
        f"{MOST_OWN} topics of one's own, all the way down, two wishes.",
    ),
    (
        "small signs",
        "/affection/",
        f"{listing.MOST} lines of one's own, {noting.MOST} notes of each, each sealed by itself.",
    ),
    ("one's own pace, four leaves", "/pace/", "Every part written."),
    ("one leaf", "/pace/body/", f"{LINES} lines in each part."),
    ("lines that are shown", "/pace/shown/", f"{showing.MOST} of each, each sealed by itself."),
)


def figures(scale: Scale) -> list[Figure]:
    one, other = two()
    for fill in (fill_the_ladder, fill_the_signs, fill_the_leaves):
        fill(one, other)
    found = []
    for what, path, full in PAGES:
        ms = page_ms(one, path, scale)
        how = f"{IN_PROCESS}; {full}"
        found.append(Figure(what, f"{ms:.1f} CPU-ms", how, f"at most {LIMIT:g} CPU-ms", ms <= LIMIT))
    return found
