"""Seals a draft as the browser does, so that the vault's side can be tested without one."""

from os import urandom

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from stepwell.ground.vault.boxes import agree
from stepwell.ground.vault.drafts import draft_aad, draft_key
from stepwell.ground.vault.padding import pad


def seal_draft(public: bytes, name: str, payload: bytes) -> bytes:
    """The blob that a page keeps: see `drafts` for its layout."""
    mine = X25519PrivateKey.generate()
    ephemeral, nonce = mine.public_key().public_bytes_raw(), urandom(12)
    key = draft_key(agree(mine.private_bytes_raw(), public), ephemeral, public)
    sealed = AESGCM(key).encrypt(nonce, pad(payload), draft_aad(ephemeral, public, name))
    return b"\x01" + ephemeral + nonce + sealed
