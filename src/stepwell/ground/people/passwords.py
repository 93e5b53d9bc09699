"""What makes a password easy to guess: length, and an offline list of common ones."""

import re

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from stepwell.ground.people.names import plain

SHORTEST, LONGEST = 15, 256
_common: frozenset[str] | None = None


def _list() -> frozenset[str]:
    global _common  # noqa: PLW0603  # read on first use: 20,000 words that most requests never need
    if _common is None:
        _common = frozenset(CommonPasswordValidator().passwords)
    return _common


def check(password: str, name: str = "") -> None:
    """Raises ValidationError with the cure."""
    if len(password) < SHORTEST:
        raise ValidationError(_("Use at least 15 characters. A few words you can remember are fine."))
    small = plain(password).replace(" ", "")
    core = re.sub(r"[\d\W_]+$", "", small)
    if small in _list() or core in _list() or _repeats(small) or (name and small == plain(name) * 2):
        raise ValidationError(
            _("Many people use this one, so it is easy to guess. Try a few words of your own.")
        )


def _repeats(text: str) -> bool:
    """One short piece over and over: 'abcabcabcabcabc'."""
    return any(text == (text[:size] * len(text))[: len(text)] and _weak(text[:size]) for size in range(1, 7))


def _weak(piece: str) -> bool:
    return len(piece) <= 6
