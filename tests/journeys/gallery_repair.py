"""The part of the walk that passes the plan for storms."""

from typing import TYPE_CHECKING

from tests.journeys.somebody import Somebody

if TYPE_CHECKING:
    from tests.journeys.gallery import Walk

HERS = {
    "My signs": "My hands go cold.\nI stop looking at you.",
    "What helps me": "Sit beside me.\nSay nothing for a while.",
    "What makes it worse": "Being followed from room to room.",
    "Our word": "Harbour",
    "How we come back": "At eight, in the kitchen. Whoever said the word begins.",
}
HIS = {
    "My signs": "I talk fast and loud.",
    "What helps me": "A walk round the block.",
    "What makes it worse": "A door that is shut without a word.",
}


def alone(walk: "Walk", alma: Somebody) -> None:
    walk.look(alma, "repair-alone", "/repair/")
    walk.look(alma, "storm-empty", "/repair/storm/")
    walk.look(alma, "repair-mine", "/repair/mine/")
    alma.hand.write("My word", "x" * 90)
    alma.hand.press("Keep it for myself")
    walk.look(alma, "repair-mine-errors")
    write(alma, {"My signs": HERS["My signs"], "What helps me": HERS["What helps me"], "My word": "Harbour"})
    walk.look(alma, "repair-own")
    walk.look(alma, "storm-alone", "/repair/storm/")


def write(somebody: Somebody, part: dict[str, str]) -> None:
    somebody.go("/repair/mine/")
    for label, words in part.items():
        somebody.hand.write(label, words)
    somebody.hand.press("Keep it for myself")


def two(walk: "Walk", alma: Somebody, ben: Somebody) -> None:
    write(alma, HERS)
    walk.look(alma, "repair-forward", "/repair/forward/")
    alma.hand.press(f"Put it forward to {ben.name}")
    walk.look(alma, "repair-put")
    walk.look(ben, "repair-theirs", "/repair/")
    write(ben, HIS)
    ben.go("/repair/forward/")
    ben.hand.press(f"Put it forward to {alma.name}")
    ben.hand.press("Sign this plan")
    walk.look(ben, "repair-signed")
    alma.go("/repair/")
    alma.hand.press("Sign this plan")
    walk.look(alma, "repair-in-force")
    walk.look(alma, "storm", "/repair/storm/?then=/together/")
    walk.look(alma, "repair-withdraw", "/repair/withdraw/")
    walk.look(alma, "repair-delete", "/repair/mine/delete/")
    write(alma, {**HERS, "Our word": "Lantern"})
    alma.go("/repair/forward/")
    alma.hand.press(f"Put it forward to {ben.name}")
    walk.look(ben, "repair-new-version", "/repair/")


def resting(walk: "Walk", alma: Somebody) -> None:
    walk.look(alma, "repair-resting", "/repair/")
