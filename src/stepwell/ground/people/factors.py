"""The second factor: a code from an app, or a passkey. Its secrets are sealed under the person's own key."""

import time
from contextlib import suppress
from uuid import UUID

import pyotp

from stepwell.ground.people import passkeys
from stepwell.ground.vault.api import (
    Conflict,
    Content,
    Keyring,
    Kind,
    Master,
    change_state,
    drop_state,
    get_state,
)

NAME, BEGUN = "totp", "totp-begun"
# Long enough to find and install an app.
TIME_TO_BEGIN = 30 * 60


class TotpV1(Content, frozen=True, kw_only=True):
    seed: str
    last_step: int = 0


class BegunV1(Content, frozen=True, kw_only=True):
    """A seed that an app was shown and has not yet confirmed, in the one sign-in that asked for it."""

    seed: str
    sign_in: UUID
    until: int


TOTP = Kind("people.totp", TotpV1)
SHOWN = Kind("people.totp-begun", BegunV1)


def has_app(holder: Keyring | Master) -> bool:
    return get_state(holder, NAME, TOTP) is not None


def has_any(holder: Keyring | Master) -> bool:
    return has_app(holder) or passkeys.has_any(holder)


def new_seed() -> str:
    return pyotp.random_base32()


def address_of(seed: str) -> str:
    """What an authenticator app reads from the QR code. The label names nobody."""
    return pyotp.TOTP(seed).provisioning_uri(name="home", issuer_name="Stepwell")


def seed_to_show(holder: Keyring | Master, sign_in: UUID) -> str:
    """The seed that waits for its first code in this sign-in, or a new one. No page sends it back."""
    shown = get_state(holder, BEGUN, SHOWN)
    now = int(time.time())
    if shown and shown.sign_in == sign_in and now < shown.until:
        return shown.seed
    fresh = BegunV1(seed=new_seed(), sign_in=sign_in, until=now + TIME_TO_BEGIN)

    def fitting(kept: BegunV1 | None) -> BegunV1:
        return kept if kept and kept.sign_in == sign_in and now < kept.until else fresh

    with suppress(Conflict):
        change_state(holder, BEGUN, SHOWN, fitting)
    # Of pages opened at once the last to write may have lost; any of them that was kept is as good.
    kept = get_state(holder, BEGUN, SHOWN)
    if kept is None or kept.sign_in != sign_in:
        raise Conflict
    return kept.seed


def confirm(holder: Keyring | Master, sign_in: UUID, code: str) -> bool:
    """Begin with the seed that this sign-in was shown, once. A seed that is too old begins nothing."""
    shown = get_state(holder, BEGUN, SHOWN)
    if shown is None or shown.sign_in != sign_in or int(time.time()) >= shown.until:
        return False
    if not begin(holder, shown.seed, code):
        return False
    drop_state(holder, BEGUN)
    return True


def begin(holder: Keyring | Master, seed: str, code: str) -> bool:
    """Ask for the factor from now on, once the app has shown that it holds the seed."""
    step = _step_of(seed, code, 0)
    if step is None:
        return False
    begun = TotpV1(seed=seed, last_step=step)
    change_state(holder, NAME, TOTP, lambda _earlier: begun)
    return True


def end(holder: Keyring | Master) -> None:
    drop_state(holder, NAME)


def check_code(holder: Keyring | Master, code: str) -> bool:
    """Each code opens once: a code read over a shoulder is already used."""
    accepted = False

    def used(kept: TotpV1 | None) -> TotpV1 | None:
        nonlocal accepted
        step = _step_of(kept.seed, code, kept.last_step) if kept else None
        accepted = step is not None
        return TotpV1(seed=kept.seed, last_step=step) if kept and step is not None else kept

    change_state(holder, NAME, TOTP, used)
    return accepted


def _step_of(seed: str, code: str, after: int) -> int | None:
    digits = "".join(code.split())
    now = int(time.time()) // 30
    totp = pyotp.TOTP(seed)
    for step in (now, now - 1, now + 1):
        if step > after and pyotp.utils.strings_equal(totp.generate_otp(step), digits):
            return step
    return None
