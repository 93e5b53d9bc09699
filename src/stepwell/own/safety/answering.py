"""Answering the questions, and what is kept of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from stepwell.ground.vault.api import Keyring
from stepwell.own.safety import gate
from stepwell.own.safety import leaf as leaves
from stepwell.own.safety.content import AnswersV1, LeafV1
from stepwell.own.safety.standing import Outcome, apart_from, asks_apart, outcome, shaken_since


class AnsweredElsewhere(Exception):
    """The questions were answered in another page since this one was opened."""


@dataclass(frozen=True)
class Sheet:
    """Which questions are asked now, and the round they belong to."""

    apart: bool
    round: int


@dataclass(frozen=True)
class Answered:
    """what: what the answers came to. again_on: from which day humiliation alone is asked about again."""

    what: Outcome
    again_on: date | None


def sheet(keyring: Keyring) -> Sheet:
    leaf = leaves.leaf_of(keyring)
    return Sheet(asks_apart(leaf, leaves.today()), leaf.rounds)


def answer(keyring: Keyring, said: Mapping[str, bool], *, asked: Sheet) -> Answered:
    """Keep the answers; earlier ones go. Whatever was opened knowingly before closes with them.

    The same answers sent twice are one round. Raises AnsweredElsewhere.
    """
    answers = AnswersV1(day=leaves.today(), said=dict(said), apart=asked.apart)

    def put(before: LeafV1) -> LeafV1:
        if before.rounds == asked.round + 1 and before.answers == answers:
            return before
        if before.rounds != asked.round:
            raise AnsweredElsewhere
        return replace(
            before,
            answers=answers,
            rounds=before.rounds + 1,
            shaken_since=shaken_since(before, answers),
            lifted={},
        )

    after = gate.turn(keyring, put)
    what = outcome(answers)
    return Answered(what, apart_from(after) if what == "humiliated" else None)
