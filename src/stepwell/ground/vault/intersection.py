"""What two people both said yes to, and nothing else: private set intersection in three visits.

    begin    A: H(x)^a for each x that A said yes to, filled up with points of nothing, shuffled; a is kept
    answer   B: each of A's points to b, in their order; H(y)^b, filled up and shuffled; b is forgotten
    finish   A: B's points to a; those among A's raised points are what both said yes to; a is forgotten

Whatever was said, each visit does the same work on `ROUND_SLOTS` points. More: docs/mutual-answers.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from os import urandom
from secrets import SystemRandom

from nacl.bindings import crypto_core_ed25519_is_valid_point as is_valid
from nacl.bindings import crypto_core_ed25519_scalar_reduce as reduce
from nacl.bindings import crypto_scalarmult_ed25519_noclamp as raised_to
from nacl.exceptions import CryptoError

from stepwell.ground.vault.errors import Forged
from stepwell.ground.vault.hidden import Hidden
from stepwell.ground.vault.togroup import POINT, point_of
from stepwell.ground.vault.words import lp

# How many points each of the two lists of a round has. More cannot be said yes to in one round.
ROUND_SLOTS = 200
DOMAIN = b"stepwell-mutual-answers-1-with-edwards25519_XMD:SHA-512_ELL2_NU_"
NOTHING = -1
Points = tuple[bytes, ...]


@dataclass(frozen=True, repr=False, eq=False)
class Begun(Hidden):
    """points go to the other; secret and order stay with whoever began, until `finish_round`.

    order: for each point the place of its thing among those said yes to, NOTHING where it stands for none.
    """

    points: Points
    secret: bytes
    order: tuple[int, ...]


@dataclass(frozen=True)
class Answer:
    """raised: the other's points to my secret, in their order. own: mine, shuffled."""

    raised: Points
    own: Points


def begin_round(yes: Sequence[bytes], context: bytes) -> Begun:
    """The first visit. `context` names this round and no other. Raises ValueError for too many, or doubles.

    It does the work of a second visit too, and drops it: how long it takes does not tell who was first.
    """
    begun = begin_with(_secret(), yes, context, _shuffled(yes), _fillings())
    for point in begun.points:
        _raised(begun.secret, point)
    return begun


def begin_with(
    secret: bytes, yes: Sequence[bytes], context: bytes, order: tuple[int, ...], fillings: Sequence[bytes]
) -> Begun:
    """`begin_round` with what is drawn by lot given: for the kept test vectors alone."""
    return Begun(_blinded(yes, context, secret, order, fillings), secret, order)


def answer_round(points: Points, yes: Sequence[bytes], context: bytes) -> Answer:
    """The second visit. Raises Forged for points of no `begin_round`, ValueError for too many, or doubles."""
    return answer_with(_secret(), points, yes, context, _shuffled(yes), _fillings())


def answer_with(
    secret: bytes,
    points: Points,
    yes: Sequence[bytes],
    context: bytes,
    order: tuple[int, ...],
    fillings: Sequence[bytes],
) -> Answer:
    """`answer_round` with what is drawn by lot given: for the kept test vectors alone."""
    _distinct(points)
    return Answer(
        raised=tuple(_raised(secret, point) for point in points),
        own=_blinded(yes, context, secret, order, fillings),
    )


def finish_round(secret: bytes, order: Sequence[int], answered: Answer) -> frozenset[int]:
    """The third visit: the places of what both said yes to. Raises Forged for points of no `answer_round`."""
    check(answered.raised)
    _distinct(answered.own)
    theirs = {_raised(secret, point) for point in answered.own}
    pairs = zip(order, answered.raised, strict=True)
    return frozenset(place for place, point in pairs if point in theirs and place != NOTHING)


def check(points: Sequence[bytes]) -> None:
    """Refuse what no honest visit makes: another count, one point twice, or a point outside of the group.

    The neutral point, those of small or mixed order, what is not on the curve and other ways to write a point
    are all outside. Raises Forged.
    """
    _distinct(points)
    if not all(len(point) == POINT and is_valid(point) for point in points):
        raise Forged


def _distinct(points: Sequence[bytes]) -> None:
    """As many as there must be, and no two alike. What each one is, raising it finds out: see `_raised`."""
    if len(points) != ROUND_SLOTS or len(set(points)) != ROUND_SLOTS:
        raise Forged


def _secret() -> bytes:
    return reduce(urandom(64))


def _fillings() -> list[bytes]:
    """Words of nothing, as long as the digest of a real one, so that they take as long to hash."""
    return [urandom(POINT) for _ in range(ROUND_SLOTS)]


def _shuffled(yes: Sequence[bytes]) -> tuple[int, ...]:
    if len(yes) > ROUND_SLOTS or len(set(yes)) != len(yes):
        raise ValueError(f"A round holds {ROUND_SLOTS} things, each once; there are {len(yes)}.")
    order = [*range(len(yes)), *[NOTHING] * (ROUND_SLOTS - len(yes))]
    SystemRandom().shuffle(order)
    return tuple(order)


def _blinded(
    yes: Sequence[bytes], context: bytes, secret: bytes, order: Sequence[int], fillings: Sequence[bytes]
) -> Points:
    """A point for each slot. A thing and a filling go the same way, so that neither takes longer."""
    digests = [blake2b(thing, digest_size=POINT).digest() for thing in yes]
    parts = [filling if at == NOTHING else digests[at] for at, filling in zip(order, fillings, strict=True)]
    return tuple(_raised(secret, point_of(lp(context, part), DOMAIN)) for part in parts)


def _raised(secret: bytes, point: bytes) -> bytes:
    """secret · point. Raises Forged: the library refuses every point that `check` does, as the tests try."""
    made = b""
    try:
        made = raised_to(secret, point)
    except (CryptoError, TypeError, ValueError):
        made = b""
    # Raised outside the handler, so that no cause travels with it.
    if not made:
        raise Forged
    return made
