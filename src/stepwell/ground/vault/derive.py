"""Keys out of keys: HKDF-SHA256, with and without this server's pepper."""

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

KEY = 32


def derive(secret: bytes, info: str, *, salt: bytes = b"", length: int = KEY) -> bytes:
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info.encode()).derive(secret)


def pepper() -> bytes:
    """The bytes of the key file beside the settings. They are in no database and in no backup of one."""
    value = settings.PEPPER
    if not isinstance(value, bytes) or len(value) < KEY:
        raise ImproperlyConfigured(
            "PEPPER must be at least 32 bytes, read from the key file beside the settings."
        )
    return value


def derive_here(secret: bytes, info: str, *, length: int = KEY) -> bytes:
    """As `derive`, useless away from this server: its pepper is the salt."""
    return derive(secret, info, salt=pepper(), length=length)
