"""What the environment may say. A misspelt or unusable value stops the start, with its cure."""

import os
import re
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import unquote, urlsplit

KNOWN = {
    "STEPWELL_DATABASE",
    "STEPWELL_DEVELOPMENT",
    "STEPWELL_HOME",
    "STEPWELL_LEAVE_TO",
    "STEPWELL_MAIL_FROM",
    "STEPWELL_OPERATOR",
    "STEPWELL_ORIGIN",
    "STEPWELL_SESSIONS",
    "STEPWELL_SIGN_UP",
    "STEPWELL_SMTP",
}
HERE = {"127.0.0.1", "localhost", "::1"}
# A host, and a port or none: no account, no other sign, so that it may stand in a header too.
PLACE = re.compile(r"(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?\Z", re.IGNORECASE)
PATH = re.compile(r"/(?![/\\])[!-~]*\Z")
# What mail servers take as an address; whether it exists only they know.
MAIL_ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\Z", re.IGNORECASE)


class Misconfigured(SystemExit):
    """Stops the program with one plain line instead of a trace."""


def refuse_unknown(environ: "os._Environ[str]" = os.environ) -> None:
    named = (
        name for name in environ if name.startswith("STEPWELL_") and not name.startswith("STEPWELL_TEST_")
    )
    unknown = sorted(name for name in named if name not in KNOWN)
    if unknown:
        raise Misconfigured(
            f"stepwell: the setting {unknown[0]} is not known. Known settings: {', '.join(sorted(KNOWN))}."
        )


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def flag(name: str, *, default: bool) -> bool:
    value = text(name, "yes" if default else "no").lower()
    if value not in {"yes", "no"}:
        raise Misconfigured(f"stepwell: {name} is {value!r}. Write yes or no.")
    return value == "yes"


def port() -> int:
    value = text("PORT", "8000")
    if not value.isdigit() or not 0 < int(value) < 65536:
        raise Misconfigured(f"stepwell: PORT is {value!r}. Write a number from 1 to 65535.")
    return int(value)


def _is_place(value: str) -> bool:
    """Whether it begins as an address of the web does: http or https, then a host that can be one."""
    try:
        parts = urlsplit(value)
        return parts.scheme in {"http", "https"} and bool(PLACE.match(parts.netloc)) and parts.port != 0
    except ValueError:  # a port or a host that is none
        return False


def origin() -> str:
    value = text("STEPWELL_ORIGIN") or f"http://127.0.0.1:{port()}"
    value = value.rstrip("/")
    parts = urlsplit(value) if _is_place(value) else None
    if parts is None or parts.path or parts.query or parts.fragment:
        raise Misconfigured(
            f"stepwell: STEPWELL_ORIGIN is {value!r}."
            " Write the address people open, such as https://home.example."
        )
    if parts.scheme == "http" and parts.hostname not in HERE:
        raise Misconfigured(
            "stepwell: STEPWELL_ORIGIN must begin with https:// unless it is this machine itself (127.0.0.1)."
            " Browsers keep a sign-in only over https."
        )
    return value


def leave_to() -> str:
    """Where leaving leads. It stands in a header and in a script's hand, so nothing else may pass."""
    value = text("STEPWELL_LEAVE_TO") or "/blank/"
    if PATH.match(value) or (
        _is_place(value) and value.isascii() and value.isprintable() and " " not in value
    ):
        return value
    raise Misconfigured(
        f"stepwell: STEPWELL_LEAVE_TO is {value!r}."
        " Write a whole address, such as https://weather.example/, or a path of this server, such as /blank/."
    )


def mail_from(default: str) -> str:
    value = text("STEPWELL_MAIL_FROM") or default
    if not MAIL_ADDRESS.match(parseaddr(value)[1]) or not value.isprintable():
        raise Misconfigured(
            f"stepwell: STEPWELL_MAIL_FROM is {value!r}."
            " Write an address, such as notes@home.example, or Notes <notes@home.example>."
        )
    return value


@dataclass(frozen=True)
class Smtp:
    host: str
    port: int
    user: str
    password: str
    tls: bool  # from the first byte
    starttls: bool


def smtp() -> Smtp | None:
    """None when no mail server is named. `file` is answered by the settings, not here."""
    value = text("STEPWELL_SMTP")
    if value in {"", "file"}:
        return None
    parts = urlsplit(value)
    here = parts.hostname in HERE
    try:
        port = parts.port or {"smtp": 25 if here else 587, "smtps": 465}[parts.scheme]
    except (KeyError, ValueError):
        port = 0
    if not parts.hostname or not port or parts.path.strip("/"):
        raise Misconfigured(
            "stepwell: STEPWELL_SMTP cannot be read. Write smtp://user:password@mail.example:587,"
            " or smtps://user:password@mail.example:465, with % codes for signs such as @ in a password."
        )
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    # A mail server on this machine may speak plainly; any other must offer TLS.
    return Smtp(
        parts.hostname, port, user, password, parts.scheme == "smtps", parts.scheme == "smtp" and not here
    )


def home() -> Path:
    if "STEPWELL_HOME" in os.environ and not text("STEPWELL_HOME"):
        raise Misconfigured(
            "stepwell: STEPWELL_HOME is empty. Write the folder of the data, or take the setting away"
            " to use the folder var."
        )
    return Path(text("STEPWELL_HOME", "var")).resolve()
