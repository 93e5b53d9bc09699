"""Passkeys as a second factor: public halves sealed under the person's own key, checked by python-fido2."""

import ipaddress
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    UserVerificationRequirement,
)

from stepwell.ground.people import questions
from stepwell.ground.people.models import HalfSignIn, SignIn
from stepwell.ground.vault.api import Content, Keyring, Kind, Master, change_state, drop_state, get_state

NAME = "passkeys"
MOST = 8


class PasskeysV1(Content, frozen=True, kw_only=True):
    """Each credential as the authenticator attested it: id and public key."""

    credentials: tuple[bytes, ...] = ()


PASSKEYS = Kind("people.passkeys", PasskeysV1)


def possible() -> bool:
    """A passkey belongs to a name; at a bare address there is none."""
    try:
        ipaddress.ip_address(urlsplit(settings.ORIGIN).hostname or "")
    except ValueError:
        return True
    return False


def _server() -> Fido2Server:
    here = PublicKeyCredentialRpEntity(id=urlsplit(settings.ORIGIN).hostname, name="Stepwell")
    return Fido2Server(here, verify_origin=lambda origin: origin == settings.ORIGIN)


def _kept(holder: Keyring | Master) -> list[AttestedCredentialData]:
    row = get_state(holder, NAME, PASSKEYS)
    return [AttestedCredentialData(one) for one in row.credentials] if row else []


def has_any(holder: Keyring | Master) -> bool:
    return bool(_kept(holder))


def ask_to_add(holder: Keyring | Master, row: SignIn) -> str:
    """Options for the browser of this sign-in, as JSON. Its answer goes to `add`."""
    user = PublicKeyCredentialUserEntity(id=holder.person_id.bytes, name="home", display_name="home")
    options, state = _server().register_begin(
        user, _kept(holder), user_verification=UserVerificationRequirement.PREFERRED
    )
    questions.put(row, state)
    return json.dumps(dict(options))


def add(holder: Keyring | Master, row: SignIn, answer: str) -> bool:
    """Keep the key that the browser made, if it answers the question that was put to it."""
    made = _answered(row, answer, lambda here, asked, given: here.register_complete(asked, given))
    credential = made.credential_data if made else None
    if credential is None:
        return False

    def with_it(before: PasskeysV1 | None) -> PasskeysV1:
        kept = before.credentials if before else ()
        return PasskeysV1(credentials=(*kept, bytes(credential))[-MOST:])

    change_state(holder, NAME, PASSKEYS, with_it)
    return True


def ask(holder: Keyring | Master, row: HalfSignIn) -> str:
    """Options for the browser whose second step is still to come. Its answer goes to `check`."""
    options, state = _server().authenticate_begin(_kept(holder))
    questions.put(row, state)
    return json.dumps(dict(options))


def check(holder: Keyring | Master, row: HalfSignIn, answer: str) -> bool:
    kept = _kept(holder)
    return bool(
        _answered(row, answer, lambda here, asked, given: here.authenticate_complete(asked, kept, given))
    )


def end(holder: Keyring | Master) -> None:
    drop_state(holder, NAME)


def _answered(row: questions.Row, answer: str, verify: Any) -> Any:
    asked = questions.take(row)
    try:
        given = json.loads(answer)
        if asked is None or not isinstance(given, Mapping):
            return None
        return verify(_server(), asked, given)
    except Exception:  # whatever a browser may send, it is only ever a key that does not fit
        return None
