"""Whole rounds in one go, for tests and measurements."""

from collections.abc import Sequence
from random import Random

from stepwell.ground.vault import intersection


def both_of(ours: Sequence[bytes], theirs: Sequence[bytes], context: bytes = b"a round") -> set[bytes]:
    begun = intersection.begin_round(ours, context)
    made = intersection.answer_round(begun.points, theirs, context)
    return {ours[place] for place in intersection.finish_round(begun.secret, begun.order, made)}


def rounds_that_differ(count: int, chance: Random) -> list[int]:
    """The numbers of those rounds whose outcome is not plain set intersection."""
    things = [b"thing %d" % number for number in range(intersection.ROUND_SLOTS * 2)]
    differ = []
    for number in range(count):
        ours, theirs = (
            chance.sample(things, chance.randint(0, intersection.ROUND_SLOTS)) for _ in ("one", "other")
        )
        if both_of(ours, theirs, b"round %d" % number) != set(ours) & set(theirs):
            differ.append(number)
    return differ
