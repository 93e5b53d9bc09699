"""My safety plan: five fields in its owner's own words."""

from msgspec.structs import replace

from stepwell.ground.vault.api import Keyring
from stepwell.own.safety import leaf as leaves
from stepwell.own.safety.content import LeafV1, PlanV1

PARTS = ("signs", "alone", "people", "professionals", "place")


class ChangedElsewhere(Exception):
    """Another page kept other words since this one was opened. Neither is lost."""

    def __init__(self, kept: PlanV1) -> None:
        super().__init__()
        self.kept = kept


def plan_of(keyring: Keyring) -> PlanV1:
    return leaves.leaf_of(keyring).plan


def keep(keyring: Keyring, words: PlanV1) -> None:
    """Keep these words in place of those at `words.revision`.

    Raises ChangedElsewhere, or TooMuch when the leaf would not hold them.
    """

    def put(leaf: LeafV1) -> LeafV1:
        same = replace(words, revision=leaf.plan.revision) == leaf.plan
        if not same and leaf.plan.revision != words.revision:
            raise ChangedElsewhere(leaf.plan)
        return leaf if same else replace(leaf, plan=replace(words, revision=leaf.plan.revision + 1))

    leaves.change(keyring, put)
