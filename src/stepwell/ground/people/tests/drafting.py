"""Seals a draft as the browser's script does, with plain library calls."""

import json
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def sealed(draft_key: str, name: str, fields: object) -> str:
    """Base64url, for a payload of at most 60 bytes. `draft_key` as it stands in the page."""
    owner = urlsafe_b64decode(draft_key + "=")
    mine = X25519PrivateKey.generate()
    eph = mine.public_key().public_bytes_raw()
    shared = mine.exchange(X25519PublicKey.from_public_bytes(owner))
    key = HKDF(SHA256(), 32, salt=eph + owner, info=b"stepwell draft 1").derive(shared)
    aad = b"".join(len(part).to_bytes(4, "big") + part for part in (b"draft1", eph, owner, name.encode()))
    payload = json.dumps(fields).encode()
    padded = (len(payload).to_bytes(4, "big") + payload).ljust(64, b"\0")
    assert len(padded) == 64
    nonce = os.urandom(12)
    blob = b"\x01" + eph + nonce + AESGCM(key).encrypt(nonce, padded, aad)
    return urlsafe_b64encode(blob).decode().rstrip("=")
