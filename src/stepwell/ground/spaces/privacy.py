"""What this room holds about a person, and how it is given out and erased."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.spaces import inviting
from stepwell.ground.spaces.comparing import pairing_of
from stepwell.ground.spaces.leaving import leave
from stepwell.ground.spaces.models import CodeTry, Departure, Member, OwnKey, Readiness, Space
from stepwell.ground.spaces.opened import Couple, HeldSpace, couple_of, my_spaces
from stepwell.ground.spaces.resting import is_ready
from stepwell.ground.vault.api import CannotOpen, Keyring, read, seats

HOLDINGS = (
    Holding("spaces.Invitation", "that somebody was invited, and under which name", "invitation", "deleted"),
    Holding("spaces.Answer", "that an invitation was accepted, and under which name", "comparing", "deleted"),
    Holding("spaces.Compared", "that the words were the same", "comparing", "deleted"),
    Holding("spaces.CodeTry", "wrong codes of the last hour", "no: gone an hour later", "deleted"),
    Holding("spaces.Space", "that there is a space, and since which day", "spaces", "by whoever has it last"),
    Holding("spaces.Member", "the name shown to the other, sealed", "spaces", "the own one: deleted"),
    Holding("spaces.Readiness", "that somebody is ready for the space to be open", "spaces", "deleted"),
    Holding("spaces.Departure", "that somebody left", "spaces", "deleted"),
    Holding("spaces.OwnKey", "nothing: that a key was renewed", "no", "by whoever has the space last"),
)


def _export(keyring: Keyring) -> Mapping[str, object]:
    mine, pairing = inviting.my_invitation(keyring), pairing_of(keyring)
    couple = couple_of(keyring)
    return {
        "what-this-is": {
            "invitation": _("An invitation you made, and until when it works."),
            "comparing": _("With whom you compare eight words now."),
            "spaces": _(
                "Each space of two that you can still read, and from which day. The names stand there while "
                "it is open; one that rests or has ended gives none. Ready: what you said, never the other."
            ),
        },
        "invitation": {"until": mine[1].expires_at.isoformat()} if mine else None,
        "comparing": {"with": pairing.other_name, "said-the-same": pairing.said} if pairing else None,
        "spaces": [_told(keyring, space, couple) for space in my_spaces(keyring)],
    }


def _told(keyring: Keyring, space: HeldSpace, couple: Couple | None) -> dict[str, object]:
    """No id, which would tell a moment; and of a space that ended nothing that the other's leaving, or the
    end of their account, would change."""
    told: dict[str, object] = {"since": space.made_on.isoformat(), "open": space.open}
    if couple is None or couple.circle != space.circle:
        return told
    if couple.paused:
        return {**told, "rests": True, "ready": is_ready(keyring)}
    return {**told, "rests": False, "names": _names(keyring, space.circle)}


def _names(keyring: Keyring, circle: UUID) -> dict[str, str]:
    names = {}
    for row in Member.objects.within(keyring, circle):
        try:
            who = "me" if row.person_id == keyring.person_id else "the other"
            names[who] = str(read(keyring, row).name)
        except CannotOpen:
            continue
    return names


def _erase(keyring: Keyring) -> None:
    """Leave first, so that who stays has a space that ended and not one that hangs."""
    with transaction.atomic():
        inviting.withdraw(keyring)
        if couple_of(keyring):
            leave(keyring, take_back=True)
        for space in my_spaces(keyring):
            _forget(keyring, space.circle)
    CodeTry.objects.filter(person_id=keyring.person_id).delete()


def _forget(keyring: Keyring, circle: UUID) -> None:
    me = keyring.person_id
    if seats(keyring, circle) <= {me}:
        rows: tuple[Any, ...] = (Space, OwnKey, Readiness, Departure)
        for kept in rows:
            kept.objects.filter(circle_id=circle).delete()
        Member.objects.within(keyring, circle).delete()
        return
    Member.objects.within(keyring, circle).filter(person_id=me).delete()
    for mine in (Readiness, Departure):
        mine.objects.filter(circle_id=circle, person_id=me).delete()


ROOM = Room("spaces", HOLDINGS, _export, _erase)
