"""Who somebody is to the others: an X25519 and an Ed25519 key, made once and signed by itself."""

from dataclasses import dataclass
from hashlib import blake2b
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from stepwell.ground.vault.boxes import public_of
from stepwell.ground.vault.errors import CannotOpen
from stepwell.ground.vault.words import lp, unlp

_TAG = b"bundle1"


@dataclass(frozen=True, slots=True)
class Bundle:
    """The public halves: `sealing` (X25519) and `signing` (Ed25519), 32 bytes each."""

    person_id: UUID
    sealing: bytes
    signing: bytes


def new_halves() -> tuple[bytes, bytes]:
    """Fresh private halves: X25519 and Ed25519, 32 bytes each."""
    return X25519PrivateKey.generate().private_bytes_raw(), Ed25519PrivateKey.generate().private_bytes_raw()


def make_bundle(person_id: UUID, sealing: bytes, signing: bytes) -> bytes:
    """The public bundle of two private halves: LP("bundle1", person, X25519, Ed25519, signature)."""
    public = Ed25519PrivateKey.from_private_bytes(signing).public_key().public_bytes_raw()
    said = lp(_TAG, person_id.bytes, public_of(sealing), public)
    return said + lp(sign(signing, said))


def read_bundle(person_id: UUID, data: bytes) -> Bundle:
    """The bundle of that very person, its own signature checked. Raises CannotOpen."""
    parts = unlp(data)
    if [len(part) for part in parts] != [len(_TAG), 16, 32, 32, 64]:
        raise CannotOpen
    tag, person, sealing, signing, signature = parts
    if tag != _TAG or person != person_id.bytes or not signed(signing, lp(*parts[:4]), signature):
        raise CannotOpen
    return Bundle(person_id, sealing, signing)


def fingerprint(bundle: bytes) -> bytes:
    """32 bytes that stand for a bundle."""
    return blake2b(bundle, digest_size=32, person=b"stepwell bundle").digest()


def sign(signing: bytes, message: bytes) -> bytes:
    return Ed25519PrivateKey.from_private_bytes(signing).sign(message)


def signed(signing_public: bytes, message: bytes, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(signing_public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
