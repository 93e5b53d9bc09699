"""Eight words that two people compare: the same only if both see the same two identities."""

from functools import cache
from importlib.resources import files
from uuid import UUID

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from stepwell.ground.vault.words import lp

COUNT = 8
BITS = 10


@cache
def word_list() -> tuple[str, ...]:
    """The 1,024 words, in the order that gives each its number."""
    return tuple((files(__package__) / "words.txt").read_text(encoding="ascii").split())


def eight_words(invitation_id: UUID, bundle_a: bytes, bundle_b: bytes) -> list[str]:
    """80 bits of both bundles and the invitation, whichever way round. About 10 ms and 16 MiB.

    It is slow on purpose: somebody who would stand between the two could otherwise search, in advance, two
    forged identities that give the same words; 80 bits alone leave that at 2^40 tries.
    """
    both = lp(b"words1", invitation_id.bytes, *sorted([bundle_a, bundle_b]))
    slow = Argon2id(
        salt=invitation_id.bytes, length=COUNT * BITS // 8, iterations=1, lanes=1, memory_cost=16 * 1024
    )
    value = int.from_bytes(slow.derive(both), "big")
    words = word_list()
    return [words[(value >> (BITS * at)) & (len(words) - 1)] for at in reversed(range(COUNT))]
