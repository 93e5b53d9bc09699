"""Seal and open, exactly as the page of keys says.

    (e ‖ t) = BLAKE2b-512(key, ctx)        e: 32-byte cipher key, t: 32-byte commitment
    01 ‖ t ‖ nonce24 ‖ XChaCha20-Poly1305-IETF(e, nonce, padded payload, aad = ctx)

The commitment makes a sealed thing open under one key only, which the cipher alone does not promise.
"""

from hashlib import blake2b
from hmac import compare_digest
from os import urandom

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt,
)
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt,
)
from nacl.exceptions import CryptoError

from stepwell.ground.vault.errors import CannotOpen
from stepwell.ground.vault.padding import pad, unpad
from stepwell.ground.vault.words import ctx

# The newest suite, and the only one so far. A reader for every suite ever shipped stays.
SUITE = 1
LEAST = 1

TAG = slice(1, 33)
NONCE = slice(33, 57)
BODY = slice(57, None)
SHORTEST = 57 + 16 + 64


def seal(key: bytes, where: bytes, payload: bytes) -> bytes:
    """Seal `payload` under a 32-byte key to its place (see `words.place`)."""
    return seal_with(key, where, payload, urandom(24))


def seal_with(key: bytes, where: bytes, payload: bytes, nonce: bytes) -> bytes:
    """Seal with a given nonce: for the kept test vectors alone."""
    context = ctx(SUITE, where)
    both = blake2b(context, key=key).digest()
    return bytes([SUITE]) + both[32:] + nonce + encrypt(pad(payload), context, nonce, both[:32])


def unseal(key: bytes, where: bytes, blob: bytes, *, least: int = LEAST) -> bytes:
    """Open what `seal` made. Raises CannotOpen, and nothing else, for any bytes at all.

    `least` is the lowest suite the person's own sealed state permits.
    """
    if len(blob) < SHORTEST or blob[0] != SUITE or blob[0] < least:
        raise CannotOpen
    return first_suite(key, ctx(SUITE, where), blob)


def first_suite(key: bytes, context: bytes, blob: bytes) -> bytes:
    """Open a blob that is long enough and begins with 01; `context` is whole. Raises CannotOpen."""
    both = blake2b(context, key=key).digest()
    padded = None
    if compare_digest(both[32:], blob[TAG]):
        try:
            padded = decrypt(blob[BODY], context, blob[NONCE], both[:32])
        except CryptoError:
            padded = None
    # Raised outside the handler, so that no cause travels with it.
    if padded is None:
        raise CannotOpen
    return unpad(padded)
