"""Sealing to somebody's public key: an ephemeral X25519 pair, HKDF, and `seal`."""

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from stepwell.ground.vault.derive import derive
from stepwell.ground.vault.errors import CannotOpen
from stepwell.ground.vault.sealing import LEAST, seal, unseal

PUBLIC = 32


def public_of(private: bytes) -> bytes:
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def agree(private: bytes, public: bytes) -> bytes:
    """The 32 bytes both ends share. Raises CannotOpen for a public key that is none, or a low-order one."""
    shared = None
    try:
        shared = X25519PrivateKey.from_private_bytes(private).exchange(
            X25519PublicKey.from_public_bytes(public)
        )
    except ValueError:
        shared = None
    if shared is None:
        raise CannotOpen
    return shared


def seal_to(public: bytes, where: bytes, payload: bytes) -> bytes:
    """ephemeral public key (32 bytes) ‖ seal"""
    ephemeral = X25519PrivateKey.generate()
    mine = ephemeral.public_key().public_bytes_raw()
    shared = agree(ephemeral.private_bytes_raw(), public)
    return mine + seal(_key(shared, mine, public), where, payload)


def unseal_from(private: bytes, public: bytes, where: bytes, blob: bytes, *, least: int = LEAST) -> bytes:
    """Open with the private half of `public`. Raises CannotOpen."""
    theirs = blob[:PUBLIC]
    shared = agree(private, theirs)
    return unseal(_key(shared, theirs, public), where, blob[PUBLIC:], least=least)


def _key(shared: bytes, ephemeral: bytes, public: bytes) -> bytes:
    return derive(shared, "stepwell box 1", salt=ephemeral + public)
