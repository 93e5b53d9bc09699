"""The part of the walk that passes what two lay side by side, and the month that they read."""

from typing import TYPE_CHECKING

from tests.journeys.somebody import Somebody

if TYPE_CHECKING:
    from tests.journeys.gallery import Walk


def alone(walk: "Walk", alma: Somebody) -> None:
    walk.look(alma, "between-alone", "/between/")
    walk.look(alma, "between-choose-alone", "/between/choose/")
    walk.look(alma, "between-month-alone", "/between/month/")


def empty(walk: "Walk", alma: Somebody) -> None:
    walk.look(alma, "between-month-empty", "/between/month/")


def two(walk: "Walk", alma: Somebody, ben: Somebody) -> None:
    for one in (ben, alma):
        one.go("/between/choose/")
        one.hand.choose("Felt safety")
        one.hand.press("Keep this choice")
    walk.look(alma, "between-early")
    walk.look(alma, "between-choose", "/between/choose/")
    walk.look(alma, "between-month", "/between/month/")


def resting(walk: "Walk", alma: Somebody) -> None:
    walk.look(alma, "between-resting", "/between/")
    walk.look(alma, "between-choose-resting", "/between/choose/")
    walk.look(alma, "between-month-resting", "/between/month/")
