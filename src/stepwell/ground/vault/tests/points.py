"""Points for the vectors and tests of the mutual answers: known ones, and ones that no honest visit makes."""

from collections.abc import Sequence
from hashlib import sha256

from stepwell.ground.vault import intersection

RFC_DOMAIN = "QUUX-V01-CS02-with-edwards25519_XMD:SHA-512_ELL2_NU_"
# RFC 9380, J.5.2: message, first and second coordinate.
_J_5_2 = {
    "": (
        "1ff2b70ecf862799e11b7ae744e3489aa058ce805dd323a936375a84695e76da",
        "222e314d04a4d5725e9f2aff9fb2a6b69ef375a1214eb19021ceab2d687f0f9b",
    ),
    "abc": (
        "5f13cc69c891d86927eb37bd4afc6672360007c63f68a33ab423a3aa040fd2a8",
        "67732d50f9a26f73111dd1ed5dba225614e538599db58ba30aaea1f5c827fa42",
    ),
    "abcdef0123456789": (
        "1dd2fefce934ecfd7aae6ec998de088d7dd03316aa1847198aecf699ba6613f1",
        "2f8a6c24dd1adde73909cada6a4a137577b0f179d336685c4a955a0a8e1a86fb",
    ),
    "q128_" + "q" * 128: (
        "35fbdc5143e8a97afd3096f2b843e07df72e15bfca2eaf6879bf97c5d3362f73",
        "2af6ff6ef5ebba128b0774f4296cb4c2279a074658b083b8dcca91f57a603450",
    ),
    "a512_" + "a" * 512: (
        "6e5e1f37e99345887fc12111575fc1c3e36df4b289b8759d23af14d774b66bff",
        "2c90c3d39eb18ff291d33441b35f3262cdd307162cc97c31bfcc7a4245891a37",
    ),
}


def _encoded(first: str, second: str) -> bytes:
    return (int(second, 16) | (int(first, 16) & 1) << 255).to_bytes(32, "little")


RFC_POINTS = {message: _encoded(*coordinates) for message, coordinates in _J_5_2.items()}

# Every point of small order, each as the standard writes it.
SMALL_ORDER = [
    bytes.fromhex(point)
    for point in (
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    )
]
# The neutral point is the first of these.
NEUTRAL = SMALL_ORDER[0]
# The same points in other ways to write them: with p added to the second coordinate, or with a needless sign.
NOT_CANONICAL = [
    bytes.fromhex(point)
    for point in (
        "0100000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    )
]


def fill(who: str, at: int) -> bytes:
    """The words of nothing in the kept vectors."""
    return sha256(f"{who} {at}".encode()).digest()


def order_of(count: int, step: int) -> tuple[int, ...]:
    """Not by lot: the thing with number n lies in slot n · step, nothing in any other."""
    lying = {at * step % intersection.ROUND_SLOTS: at for at in range(count)}
    return tuple(lying.get(slot, intersection.NOTHING) for slot in range(intersection.ROUND_SLOTS))


def told(points: Sequence[bytes]) -> dict[str, object]:
    """The first three of a list, and the SHA-256 of all of them together."""
    return {"first": [point.hex() for point in points[:3]], "sha256": sha256(b"".join(points)).hexdigest()}
