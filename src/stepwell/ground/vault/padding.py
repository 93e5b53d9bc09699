"""Padding to Padmé sizes, so that the size of a sealed thing says little about what is in it.

A padded payload is its length (4 bytes, big-endian), itself, and zeros up to the bucket. The smallest
bucket is 64 bytes; above it the overhead is at most 12 percent.
"""

from stepwell.ground.vault.errors import CannotOpen

SMALLEST = 64
PREFIX = 4


def bucket(size: int) -> int:
    """The smallest permitted size that holds `size` bytes."""
    if size <= SMALLEST:
        return SMALLEST
    exponent = size.bit_length() - 1
    free = (1 << (exponent - exponent.bit_length())) - 1
    return (size + free) & ~free


def pad(payload: bytes) -> bytes:
    prefixed = len(payload).to_bytes(PREFIX, "big") + payload
    return prefixed.ljust(bucket(len(prefixed)), b"\0")


def unpad(padded: bytes) -> bytes:
    """The payload. Raises CannotOpen when the length in front does not fit the bytes behind it."""
    end = PREFIX + int.from_bytes(padded[:PREFIX], "big")
    if end > len(padded) or len(padded) < PREFIX:
        raise CannotOpen
    return padded[PREFIX:end]
