"""What other rooms have signed with somebody's identity, and whether it was."""

from stepwell.ground.vault import identity
from stepwell.ground.vault.identity import Bundle
from stepwell.ground.vault.keyring import Keyring
from stepwell.ground.vault.words import lp

# What the vault itself signs begins like this: no room may have such a thing signed.
_OURS = (lp(b"bundle1"), lp(b"epoch1"))


def sign(keyring: Keyring, message: bytes) -> bytes:
    """This person's Ed25519 signature, 64 bytes. Raises ValueError for what only the vault may say."""
    if message.startswith(_OURS):
        raise ValueError("Identities and epochs are signed by the vault alone.")
    return identity.sign(keyring._book.signing, message)


def signed(bundle: Bundle, message: bytes, signature: bytes) -> bool:
    """Whether whoever has this bundle signed exactly this message."""
    return identity.signed(bundle.signing, message, signature)
