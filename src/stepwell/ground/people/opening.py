"""Opening a place from the command line, to take everything out: as many steps as in a browser."""

from collections.abc import Callable
from enum import Enum

from stepwell.ground.people import factors, names, passkeys
from stepwell.ground.vault.api import (
    Keyring,
    Master,
    check_code,
    check_password,
    has_lock,
    keyring_for,
    open_lock,
)


class Step(Enum):
    """What is asked beside the password, where its owner put it on."""

    APP = "app"
    PRINTED = "printed"
    """Instead of a passkey, which no command line can ask."""
    PASSPHRASE = "passphrase"  # noqa: S105  # the name of a step


Ask = Callable[[Step], str]


def keyring_of(name: str, password: str, ask: Ask) -> Keyring | None:
    """None when any of it does not fit. `ask` is called only for steps that this person put on."""
    try:
        master = check_password(names.find(name), password)
    except UnicodeEncodeError:
        return None
    if master is None or not _second(master, ask):
        return None
    if not has_lock(master.person_id):
        return keyring_for(master)
    opened = open_lock(master, ask(Step.PASSPHRASE))
    return keyring_for(master, opened=opened) if opened else None


def _second(master: Master, ask: Ask) -> bool:
    if factors.has_app(master):
        return factors.check_code(master, ask(Step.APP))
    if passkeys.has_any(master):
        return check_code(master.person_id, ask(Step.PRINTED)) is not None
    return True
