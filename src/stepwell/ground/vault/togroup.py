"""Words become points of the prime-order group of edwards25519, as RFC 9380 says.

The suite is edwards25519_XMD:SHA-512_ELL2_NU_: one map, not uniform, whose cofactor is cleared. What mutual
answers need of a map holds for it, and it costs half of the uniform one: docs/mutual-answers.md says why.

libsodium maps, clears the cofactor and encodes. It leaves one thing to its caller, the sign of the first
coordinate, which the RFC settles: that sign is all that is worked out here, and the RFC's vectors hold.
"""

from hashlib import sha512

from nacl.bindings import crypto_core_ed25519_from_uniform

POINT = 32
P = 2**255 - 19
J = 486662
# Constants of RFC 9380, G.2.1 and G.2.2: a square root of -1, 2 ^ ((p + 3) / 8), the even root of -(J + 2).
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
TWO_RAISED = pow(2, (P + 3) // 8, P)
EVEN_ROOT = 6853475219497561581579357271197624642482790079785650197046958215289687604742
TO_ROOT = (P - 5) // 8
BLOCK, DIGEST = 128, 64
# Bytes for one element of the field: ceil((255 + 128) / 8).
WIDE = 48


def point_of(message: bytes, domain: bytes) -> bytes:
    """The point for a message, 32 bytes. `domain`, at most 255 bytes, keeps one use apart from all others."""
    u = int.from_bytes(_expanded(message, domain), "big") % P
    return crypto_core_ed25519_from_uniform((u | _sign(u) << 255).to_bytes(POINT, "little"))


def _expanded(message: bytes, domain: bytes) -> bytes:
    """expand_message_xmd with SHA-512, for as many bytes as fit into one digest (RFC 9380, 5.3.1)."""
    if len(domain) > 255:
        raise ValueError("A domain has 255 bytes at most.")
    ends = domain + bytes([len(domain)])
    first = sha512(bytes(BLOCK) + message + WIDE.to_bytes(2, "big") + b"\0" + ends).digest()
    return sha512(first + b"\1" + ends).digest()[:WIDE]


def _sign(u: int) -> int:
    """Which of two points is meant: the lowest bit of the first coordinate of Elligator 2 for u.

    Follows the straight-line program of RFC 9380, G.2.1, and goes on to the first coordinate of G.2.2.
    """
    t = 2 * u * u % P
    xd = t + 1
    squared = xd * xd % P
    gxd = squared * xd % P
    gx1 = (squared - J * J * t) * -J % P
    y, is_square = _root(gx1, gxd)
    x = -J
    if not is_square:
        # The first candidate is not on the curve: the other one is, and its root comes for two products.
        x, y = -J * t % P, y * u * TWO_RAISED % P
        if y * y * gxd % P != gx1 * t % P:
            y = y * ROOT_OF_MINUS_ONE % P
    if (y & 1) != is_square:
        y = P - y
    bottom = xd * y % P
    # Zero for no message that anybody will ever find; the RFC gives it the neutral point.
    return (x * EVEN_ROOT * pow(bottom, -1, P) % P) & 1 if bottom else 0


def _root(above: int, below: int) -> tuple[int, bool]:
    """A root of above/below, or what is needed to go on where it has none, and whether it has one."""
    cubed = below * below * below * above % P
    root = pow(cubed * pow(below, 4, P), TO_ROOT, P) * cubed % P
    found = root * root * below % P
    if found == P - above and above:
        return root * ROOT_OF_MINUS_ONE % P, True
    return root, found == above
