"""Making an invitation, showing it again, ending it, and finding it by what somebody brings."""

from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from stepwell.ground.spaces.codes import new_code, new_token, settled
from stepwell.ground.spaces.content import INVITATION_STATE, OPEN_INVITATION, OpenInvitationV1
from stepwell.ground.spaces.errors import AlreadyComparing, AlreadyTogether, InvitationOver, TooManyTries
from stepwell.ground.spaces.models import Answer, CodeTry, Compared, Invitation
from stepwell.ground.spaces.opened import couple_of
from stepwell.ground.vault.api import (
    CannotOpen,
    Conflict,
    Keyring,
    drop_state,
    get_state,
    lookup,
    my_bundle,
    open_for_server,
    put_state,
    seal_for_server,
)

LASTS = timedelta(hours=48)
AN_HOUR = timedelta(hours=1)
TRIES_AN_HOUR = 10
NAME = "invitation name"


def invite(keyring: Keyring, name: str) -> None:
    """Make an invitation. While one is on its way it stays the one, so that a form sent twice makes one.

    Raises AlreadyTogether, AlreadyComparing.
    """
    if couple_of(keyring):
        raise AlreadyTogether
    me = keyring.person_id
    token, code = new_token(), new_code()
    try:
        with transaction.atomic():
            if answered_by(me):
                raise AlreadyComparing
            if my_invitation(keyring):
                return
            end_of(me)
            made = _row(keyring, name, token, code)
            put_state(keyring, INVITATION_STATE, OpenInvitationV1(invitation=made.id, token=token, code=code))
    except (IntegrityError, Conflict):
        # The same form, faster on another way in: its invitation is the one.
        return


def _row(keyring: Keyring, name: str, token: str, code: str) -> Invitation:
    now = timezone.now()
    return Invitation.objects.create(
        person_id=keyring.person_id,
        token=lookup("invitation", token),
        code=lookup("invitation code", settled(code)),
        made_at=now,
        expires_at=now + LASTS,
        sealed_name=seal_for_server(NAME, name.encode()),
        bundle=my_bundle(keyring),
    )


def my_invitation(keyring: Keyring) -> tuple[OpenInvitationV1, Invitation] | None:
    """What this person's page shows: link and code, and the row. None when there is none that counts."""
    row = Invitation.objects.filter(person_id=keyring.person_id).first()
    if row is None or not counts(row):
        return None
    try:
        kept = get_state(keyring, INVITATION_STATE, OPEN_INVITATION)
    except CannotOpen:
        return None
    return (kept, row) if kept and kept.invitation == row.id else None


def withdraw(keyring: Keyring) -> None:
    """End whatever this person has on its way, whether they made it or answered it."""
    with transaction.atomic():
        end_of(keyring.person_id)
        drop_state(keyring, INVITATION_STATE)


def by_token(token: str) -> Invitation:
    """Raises InvitationOver."""
    return _counting(Invitation.objects.filter(token=lookup("invitation", token)).first())


def by_code(person_id: UUID, code: str) -> Invitation:
    """Raises InvitationOver, and TooManyTries when this person's wrong codes of the last hour are ten."""
    now = timezone.now()
    tries = CodeTry.objects.filter(person_id=person_id)
    tries.filter(at__lte=now - AN_HOUR).delete()
    # Written before it is counted: fifty at once are fifty tries.
    this = CodeTry.objects.create(person_id=person_id, at=now)
    if tries.count() > TRIES_AN_HOUR:
        this.delete()
        raise TooManyTries
    found = Invitation.objects.filter(code=lookup("invitation code", settled(code))).first()
    invitation = _counting(found)
    this.delete()
    return invitation


def _counting(found: Invitation | None) -> Invitation:
    if found is None or not counts(found):
        raise InvitationOver
    return found


def counts(invitation: Invitation) -> bool:
    return invitation.expires_at > timezone.now()


def name_in(row: Invitation | Answer) -> str:
    """Raises CannotOpen when this server's key file is not the one it was sealed with."""
    return open_for_server(NAME, bytes(row.sealed_name)).decode()


def answered_by(person_id: UUID) -> Answer | None:
    """The answer this person gave to an invitation that counts."""
    answer = Answer.objects.filter(person_id=person_id).first()
    row = Invitation.objects.filter(pk=answer.invitation_id).first() if answer else None
    return answer if row and counts(row) else None


def end(invitation_id: UUID) -> None:
    """Nothing of an invitation is kept."""
    people = [
        *Invitation.objects.filter(pk=invitation_id).values_list("person_id", flat=True),
        *Answer.objects.filter(pk=invitation_id).values_list("person_id", flat=True),
    ]
    Compared.objects.filter(person_id__in=people, invitation_id=invitation_id).delete()
    Answer.objects.filter(pk=invitation_id).delete()
    Invitation.objects.filter(pk=invitation_id).delete()


def end_of(person_id: UUID, *, but: UUID | None = None) -> None:
    """End every invitation this person made or answered, except one."""
    made = Invitation.objects.filter(person_id=person_id).values_list("id", flat=True)
    answered = Answer.objects.filter(person_id=person_id).values_list("invitation_id", flat=True)
    for invitation_id in {*made, *answered} - {but}:
        end(invitation_id)
