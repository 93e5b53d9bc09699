"""The words of the draft format, written again apart from the script that is tested against them."""

import base64


def to_text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_text(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def length_prefixed(*parts: bytes) -> bytes:
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def padme(length: int) -> int:
    exponent = length.bit_length() - 1
    last = exponent - exponent.bit_length()
    mask = (1 << last) - 1
    return (length + mask) & ~mask
