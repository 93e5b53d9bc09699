"""Mutual answers: each visit of a round beside bare calls; many rounds against plain set intersection."""

from collections.abc import Callable
from os import urandom
from random import Random
from unittest.mock import patch

from nacl.bindings import crypto_core_ed25519_from_uniform as mapped
from nacl.bindings import crypto_core_ed25519_is_valid_point as is_valid
from nacl.bindings import crypto_core_ed25519_scalar_reduce as reduce
from nacl.bindings import crypto_scalarmult_ed25519_noclamp as raised_to

from bench.clock import cpu_ms
from bench.figure import Figure, Scale
from stepwell.ground.vault import intersection
from stepwell.ground.vault.tests.rounds import rounds_that_differ

VISIT = 100.0
FEW = 12
ITEMS = [b"an item of the list, number %d" % number for number in range(intersection.ROUND_SLOTS)]


def bare(mappings: int, checks: int, powers: int) -> Callable[[], None]:
    """So many calls of the library for each slot, and nothing else."""
    point, secret = mapped(urandom(32)), reduce(urandom(64))

    def work() -> None:
        for _ in ITEMS:
            for _ in range(mappings):
                mapped(urandom(32))
            for _ in range(checks):
                is_valid(point)
            for _ in range(powers):
                raised_to(secret, point)

    return work


def visits(scale: Scale) -> list[Figure]:
    begun = intersection.begin_round(ITEMS, b"bench")
    answered = intersection.answer_round(begun.points, ITEMS, b"bench")
    told: list[tuple[str, Callable[[], object], Callable[[], None]]] = [
        ("the first visit", lambda: intersection.begin_round(ITEMS, b"bench"), bare(1, 1, 2)),
        (
            "the second visit",
            lambda: intersection.answer_round(begun.points, ITEMS, b"bench"),
            bare(1, 1, 2),
        ),
        (
            "the third visit",
            lambda: intersection.finish_round(begun.secret, begun.order, answered),
            bare(0, 2, 1),
        ),
    ]
    times = max(scale.rounds // 5, 2)
    figures = []
    for name, work, calls in told:
        whole, least = cpu_ms(work, times), cpu_ms(calls, times)
        figures.append(
            Figure(
                f"{name} of a round, 200 things said yes to",
                f"{whole:.0f} CPU-ms",
                f"The vault's part alone; the same calls of the library in a bare loop: {least:.0f} CPU-ms.",
                f"at most {VISIT:g} CPU-ms",
                whole <= VISIT,
            )
        )
    return figures


def figures(scale: Scale) -> list[Figure]:
    with patch.object(intersection, "ROUND_SLOTS", FEW):
        differ = rounds_that_differ(scale.mutual_rounds, Random(2026))
    return [
        *visits(scale),
        Figure(
            "rounds whose outcome is not plain set intersection",
            f"{len(differ)} of {scale.mutual_rounds:,}",
            f"Sets drawn by lot, rounds of {FEW} slots; the program's own have 200.",
            "0",
            not differ,
        ),
    ]
