"""The gate: whether one person's own yes may count now. Nobody but that person can ask it.

There is no state of a couple here. Each one's yes is kept back by their own leaf or it is not, and to the
other a yes that is kept back is a yes that was never said: the same pages, the same rows, nothing between.
"""

from collections.abc import Callable
from datetime import timedelta
from enum import Enum

from msgspec.structs import replace

from stepwell.ground.vault.api import Keyring
from stepwell.own.safety import leaf as leaves
from stepwell.own.safety.content import LeafV1
from stepwell.own.safety.standing import HOLDS_FOR, is_cleared

Freed = Callable[[Keyring], None]
MOST_HELD, LONGEST_KEY = 40, 80


class Joint(Enum):
    """What two people do together. STEP: a step on to the next landing."""

    STEP = "step"
    DIALOGUE = "dialogue"
    CLOSENESS = "closeness"


# Answers before closeness are of the last seven days.
FRESH = {Joint.STEP: HOLDS_FOR, Joint.DIALOGUE: HOLDS_FOR, Joint.CLOSENESS: timedelta(days=7)}
# Survivors know their danger best. Closeness alone is not to be opened against one's own answers.
LIFTABLE = frozenset({Joint.STEP, Joint.DIALOGUE})
_told: list[Freed] = []


def may(keyring: Keyring, joint: Joint) -> bool:
    """Whether this person's own yes to it counts now. Unanswered is no. Raises Locked."""
    return _open(leaves.leaf_of(keyring), joint)


def lift(keyring: Keyring, *joints: Joint) -> None:
    """Open these knowingly, until the next answers and at most for as long as answers hold.

    Raises ValueError for closeness.
    """
    if not LIFTABLE.issuperset(joints):
        raise ValueError(joints)
    opened = {joint.value: leaves.today() for joint in joints}
    turn(keyring, lambda leaf: replace(leaf, lifted={**leaf.lifted, **opened}))


def lower(keyring: Keyring) -> None:
    """Take back everything that was opened knowingly. What was said meanwhile is its room's to take back."""
    turn(keyring, lambda leaf: replace(leaf, lifted={}))


def hold(keyring: Keyring, key: str) -> None:
    """Keep a yes back under its room's own key ("pathway.3.<turn>"). Raises ValueError for an unfit key."""
    if not 0 < len(key) <= LONGEST_KEY or not key.isascii() or not key.isprintable():
        raise ValueError(f"{key!r} is no key for a yes")
    leaves.change(keyring, lambda leaf: replace(leaf, held=(*_without(leaf, key), key)[-MOST_HELD:]))


def held(keyring: Keyring) -> frozenset[str]:
    """Every yes that is kept back. It stays so until its room lets it go."""
    return frozenset(leaves.leaf_of(keyring).held)


def let_go(keyring: Keyring, key: str) -> None:
    """Forget one: taken back, or it counts now. Does nothing when it is not there."""
    if key in leaves.leaf_of(keyring).held:
        leaves.change(keyring, lambda leaf: replace(leaf, held=_without(leaf, key)))


def on_freed(fn: Freed) -> None:
    """Called from an apps.py: what a room does once something may count that did not, or no longer may.

    It gets the keyring; it asks `may` and `held` itself, makes real what is, and lets it go.
    """
    if fn not in _told:
        _told.append(fn)


def turn(keyring: Keyring, how: leaves.Change) -> LeafV1:
    """Change the leaf, and tell the rooms where something may count that did not, or no longer may."""
    seen: list[frozenset[Joint]] = []

    def noted(leaf: LeafV1) -> LeafV1:
        seen[:] = [_opened(leaf)]
        return how(leaf)

    after = leaves.change(keyring, noted)
    if _opened(after) != seen[0] or (after.held and _opened(after)):
        for tell in _told:
            tell(keyring)
    return after


def _opened(leaf: LeafV1) -> frozenset[Joint]:
    return frozenset(joint for joint in Joint if _open(leaf, joint))


def _open(leaf: LeafV1, joint: Joint) -> bool:
    today = leaves.today()
    if is_cleared(leaf, today, within=FRESH[joint]):
        return True
    lifted = leaf.lifted.get(joint.value)
    return joint in LIFTABLE and lifted is not None and today - lifted < HOLDS_FOR


def _without(leaf: LeafV1, key: str) -> tuple[str, ...]:
    return tuple(other for other in leaf.held if other != key)
