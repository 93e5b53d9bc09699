"""The two ways into an invitation: a link, and a short code to read aloud."""

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUP = 4
LENGTH = 8
_READ_AS = str.maketrans("OIL", "011", " -–\u00a0\t")


def new_token() -> str:
    return secrets.token_urlsafe(24)


def new_code() -> str:
    """Forty bits in Crockford's letters, in two groups."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return f"{letters[:GROUP]}-{letters[GROUP:]}"


def settled(code: str) -> str:
    """The code as it is looked up, whatever the case, spaces, dashes, O for 0, I or L for 1."""
    return code.upper().translate(_READ_AS)
