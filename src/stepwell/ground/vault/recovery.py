"""The printed code: 160 random bits, written so that they can be read aloud and typed again."""

from os import urandom

from stepwell.ground.vault.boxes import public_of
from stepwell.ground.vault.derive import derive_here
from stepwell.ground.vault.hidden import Hidden

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BYTES = 20
LETTERS = 32
GROUP = 4
# What people read for something else: O for zero, I and L for one. The code itself has none of them.
_VALUES = {letter: value for value, letter in enumerate(ALPHABET)} | {"O": 0, "I": 1, "L": 1}


class Code(Hidden):
    """A recovery code and its keys: `wrap` closes the root, `private` opens what is sealed to `public`."""

    __slots__ = ("_bytes", "private", "public", "wrap")

    def __init__(self, value: bytes) -> None:
        self._bytes = value
        self.wrap = derive_here(value, "recovery")
        self.private = derive_here(value, "recovery x25519")
        self.public = public_of(self.private)

    def printed(self) -> str:
        """Eight groups of four letters."""
        value = int.from_bytes(self._bytes, "big")
        letters = [ALPHABET[(value >> (5 * at)) & 31] for at in reversed(range(LETTERS))]
        return "-".join("".join(letters[at : at + GROUP]) for at in range(0, LETTERS, GROUP))


def new_code() -> Code:
    return Code(urandom(BYTES))


def read_code(text: str) -> Code | None:
    """The code somebody typed, whatever the case, spaces, dashes, O for 0, I or L for 1; or None."""
    letters = [letter for letter in text.upper() if letter.isalnum()]
    if len(letters) != LETTERS or any(letter not in _VALUES for letter in letters):
        return None
    value = 0
    for letter in letters:
        value = value << 5 | _VALUES[letter]
    return Code(value.to_bytes(BYTES, "big"))
