"""The printed code between its making and the moment its owner says that it is kept.

It waits in the person's sealed state, so that a form sent twice, a lost answer or a closed page costs nobody
their way back. The state names the form that made it: whoever sends the same form again within some minutes,
with the right password, comes to the same page and not to a second code.
"""

import time
from uuid import UUID

from msgspec.structs import replace

from stepwell.ground.vault.api import (
    Content,
    Keyring,
    Kind,
    Master,
    change_state,
    check_password,
    drop_state,
    get_state,
)

NAME = "code"
A_MOMENT = 10 * 60


class WaitingV1(Content, frozen=True, kw_only=True):
    """A code nobody has said to have kept: which form made it, at which second, and the sign-in it began."""

    code: str
    form: UUID
    made: int
    sign_in: UUID | None = None


WAITING = Kind("people.code", WaitingV1)


def keep(master: Master, code: str, form: UUID) -> None:
    """In place of any earlier one, which opens nothing any more."""
    fresh = WaitingV1(code=code, form=form, made=int(time.time()))
    change_state(master, NAME, WAITING, lambda _earlier: fresh)


def belongs_to(master: Master, sign_in: UUID) -> None:
    """This sign-in may read it while the own circle is locked: it was begun by making the code."""
    change_state(
        master, NAME, WAITING, lambda waiting: replace(waiting, sign_in=sign_in) if waiting else None
    )


def waiting(holder: Keyring | Master) -> WaitingV1 | None:
    return get_state(holder, NAME, WAITING)


def readable(keyring: Keyring, sign_in: UUID) -> str:
    """The code that waits, or nothing. Behind a second passphrase, only to the sign-in that began with it:
    the code opens that lock, and somebody who has the password alone is to be stopped there."""
    kept = waiting(keyring)
    return kept.code if kept and (not keyring.locked or kept.sign_in == sign_in) else ""


def drop(holder: Keyring | Master) -> None:
    drop_state(holder, NAME)


def sent_again(person_id: UUID | None, password: str, form: UUID) -> Master | None:
    """The root key, if this very form made their code a moment ago. Stretches the password: call it in line.

    Nothing is learnt here by guessing: the form's id is known only to the browser that sent it.
    """
    master = check_password(person_id, password)
    kept = waiting(master) if master else None
    return master if kept and kept.form == form and time.time() - kept.made < A_MOMENT else None
