"""Half-written text, sealed by the browser to a public key; only the opened own circle reads it again.

01 ‖ ephemeral public key (32) ‖ nonce (12) ‖ AES-256-GCM(k, nonce, padded payload, aad)
k = HKDF-SHA256(X25519(ephemeral, public), salt = ephemeral public ‖ public, info = "stepwell draft 1")
aad = LP("draft1", ephemeral public, public, name)
"""

from os import urandom

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from stepwell.ground.vault.boxes import agree, public_of
from stepwell.ground.vault.derive import derive
from stepwell.ground.vault.errors import CannotOpen
from stepwell.ground.vault.keyring import Keyring
from stepwell.ground.vault.own import draft_private
from stepwell.ground.vault.padding import bucket, pad, unpad
from stepwell.ground.vault.words import lp

SUITE = b"\x01"
EPHEMERAL = slice(1, 33)
NONCE = slice(33, 45)
BODY = slice(45, None)


def draft_public(keyring: Keyring) -> bytes:
    """32 bytes for the page. To seal needs no open circle; to open does."""
    return keyring._book.draft_public


def seal_draft(keyring: Keyring, name: str, payload: bytes) -> bytes:
    """As the browser would, for words that came without its script or from another page of ours."""
    mine, public = X25519PrivateKey.generate(), draft_public(keyring)
    ephemeral, nonce = mine.public_key().public_bytes_raw(), urandom(NONCE.stop - NONCE.start)
    aead = AESGCM(draft_key(agree(mine.private_bytes_raw(), public), ephemeral, public))
    return SUITE + ephemeral + nonce + aead.encrypt(nonce, pad(payload), draft_aad(ephemeral, public, name))


def open_draft(keyring: Keyring, name: str, blob: bytes) -> bytes:
    """The payload of a draft with this name, of any epoch of the own circle. Raises CannotOpen or Locked."""
    circle = keyring.own
    for epoch in range(keyring._chain(circle).newest.number, 0, -1):
        payload = open_with(draft_private(keyring._circle_key(circle, epoch)), name, blob)
        if payload is not None:
            return payload
    raise CannotOpen


def open_with(private: bytes, name: str, blob: bytes) -> bytes | None:
    public, ephemeral = public_of(private), blob[EPHEMERAL]
    padded = b""
    try:
        aead = AESGCM(draft_key(agree(private, ephemeral), ephemeral, public))
        padded = aead.decrypt(blob[NONCE], blob[BODY], draft_aad(ephemeral, public, name))
    except (InvalidTag, ValueError, CannotOpen):
        padded = b""
    if blob[:1] != SUITE or not padded or len(padded) != bucket(len(padded)):
        return None
    return unpad(padded)


def draft_key(shared: bytes, ephemeral: bytes, public: bytes) -> bytes:
    return derive(shared, "stepwell draft 1", salt=ephemeral + public)


def draft_aad(ephemeral: bytes, public: bytes, name: str) -> bytes:
    return lp(b"draft1", ephemeral, public, name.encode())
