"""A record as it is taken away: one file, signed by whoever takes it, that verifies without this program."""

from collections.abc import Mapping
from datetime import UTC
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from stepwell.ground.record.bound import Somebody, bound
from stepwell.ground.record.looking import every, look
from stepwell.ground.spaces.api import names_in
from stepwell.ground.vault.api import Keyring, my_bundle, pinned, seats, sign


def taken(keyring: Keyring, circle: UUID) -> dict[str, Any]:
    """This person's copy, everything in it verified once more. Raises Broken, NoSeat."""
    look(keyring, circle)
    found = list(every(keyring, circle))
    names = {UUID(event["signer"]): name for event, name in found}
    people = people_of(keyring, circle, names)
    made = timezone.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    events = [event for event, _name in found]
    return bound(circle, people, events, made, keyring.person_id, lambda message: sign(keyring, message))


def people_of(keyring: Keyring, circle: UUID, signed_as: Mapping[UUID, str]) -> list[Somebody]:
    """Everybody who signed or has a seat, by the name they go by here or else last signed with."""
    names = {**signed_as, **names_in(keyring, circle)}
    everybody = {*signed_as, *seats(keyring, circle), keyring.person_id}
    bundles = {one: _bundle(keyring, one) for one in sorted(everybody)}
    return [
        Somebody(one, names.get(one) or _("your partner"), bundle)
        for one, bundle in bundles.items()
        if bundle
    ]


def _bundle(keyring: Keyring, person: UUID) -> bytes | None:
    return my_bundle(keyring) if person == keyring.person_id else pinned(keyring, person)
