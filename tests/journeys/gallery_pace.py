"""The part of the walk that passes somebody's own pace."""

from typing import TYPE_CHECKING

from tests.journeys.somebody import Somebody

if TYPE_CHECKING:
    from tests.journeys.gallery import Walk

LEAVES = ("safe", "like", "not-now", "body")
LINES = "The door of the room open.\nTo be asked first, in words.\nNothing after ten in the evening."


def alone(walk: "Walk", alma: Somebody) -> None:
    walk.look(alma, "pace-none", "/pace/")
    walk.look(alma, "pace-paper-none", "/pace/paper/")
    walk.look(alma, "pace-shown-alone", "/pace/shown/")
    for leaf in LEAVES:
        walk.look(alma, f"pace-{leaf}-write", f"/pace/{leaf}/write/")
    walk.look(alma, "pace-leaf-none", "/pace/body/")
    alma.go("/pace/safe/write/")
    alma.hand.write("What safe means for me now", "x" * 3_001)
    alma.hand.press("Keep this page")
    walk.look(alma, "pace-write-errors")


def two(walk: "Walk", alma: Somebody, ben: Somebody) -> None:
    write(alma)
    walk.look(alma, "pace-leaf")
    show(alma, "To be asked first, in words.")
    walk.look(alma, "pace-preview")
    alma.hand.press(f"Show this to {ben.name}")
    walk.look(alma, "pace-leaf-shown")
    walk.look(alma, "pace", "/pace/")
    walk.look(alma, "pace-paper", "/pace/paper/")
    walk.look(alma, "pace-shown-mine", "/pace/shown/")
    walk.look(ben, "pace-shown", "/pace/shown/")
    walk.look(alma, "pace-empty", "/pace/safe/empty/")


def write(somebody: Somebody) -> None:
    somebody.go("/pace/safe/write/")
    somebody.hand.write("What safe means for me now", LINES)
    somebody.hand.press("Keep this page")


def show(somebody: Somebody, words: str) -> None:
    """Press the button beside the line; what would be read is drawn."""
    row = somebody.page.get_by_role("listitem").filter(has_text=words)
    somebody.hand.tap(row.get_by_role("button", name="Show"))


def resting(walk: "Walk", alma: Somebody) -> None:
    walk.look(alma, "pace-shown-resting", "/pace/shown/")
    walk.look(alma, "pace-leaf-resting", "/pace/safe/")
