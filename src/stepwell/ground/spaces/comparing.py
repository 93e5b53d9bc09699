"""Between an accepted invitation and a space: two people compare eight words, each for themselves."""

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from stepwell.ground.spaces.content import INVITATION_STATE
from stepwell.ground.spaces.errors import (
    AlreadyComparing,
    AlreadyTogether,
    InvitationOver,
    OwnInvitation,
    WordsChanged,
)
from stepwell.ground.spaces.founding import found
from stepwell.ground.spaces.inviting import LASTS, NAME, counts, end, end_of, name_in
from stepwell.ground.spaces.models import Answer, Compared, Invitation
from stepwell.ground.spaces.opened import couple_of
from stepwell.ground.vault.api import (
    CannotOpen,
    Keyring,
    drop_state,
    eight_words,
    fingerprint,
    my_bundle,
    pin,
    read_bundle,
    seal_for_server,
)


@dataclass(frozen=True)
class Pairing:
    """One person's view of two who compare words. `said`: this person has said that they are the same."""

    invitation_id: UUID
    other_id: UUID
    other_name: str
    other_bundle: bytes
    my_name: str
    said: bool

    def words(self, keyring: Keyring) -> list[str]:
        """Out of my own identity as my keyring holds it, and the other's as the server gave it."""
        return eight_words(self.invitation_id, my_bundle(keyring), self.other_bundle)

    @property
    def shown(self) -> str:
        """What stands for the identity behind the words on the page."""
        return fingerprint(self.other_bundle).hex()


def accept(keyring: Keyring, invitation_id: UUID, name: str) -> None:
    """Answer an invitation; the words come next. Sent twice it is one answer.

    Raises AlreadyTogether, OwnInvitation, InvitationOver, AlreadyComparing.
    """
    me = keyring.person_id
    try:
        with transaction.atomic():
            if couple_of(keyring):
                raise AlreadyTogether
            invitation = _hold(invitation_id)
            if invitation.person_id == me:
                raise OwnInvitation
            answer = Answer.objects.filter(pk=invitation.id).first()
            if answer and answer.person_id == me:
                return
            if answer or not _readable(invitation):
                raise InvitationOver
            if pairing_of(keyring):
                raise AlreadyComparing
            end_of(me)
            _answer(keyring, invitation, name)
    except IntegrityError:
        raise AlreadyComparing from None


def _answer(keyring: Keyring, invitation: Invitation, name: str) -> None:
    Answer.objects.create(
        invitation_id=invitation.id,
        person_id=keyring.person_id,
        sealed_name=seal_for_server(NAME, name.encode()),
        bundle=my_bundle(keyring),
    )
    drop_state(keyring, INVITATION_STATE)
    Invitation.objects.filter(pk=invitation.id).update(expires_at=timezone.now() + LASTS)


def pairing_of(keyring: Keyring) -> Pairing | None:
    """With whom this person compares words now."""
    me = keyring.person_id
    for invitation in Invitation.objects.filter(pk__in=_mine(me)).order_by("id"):
        answer = Answer.objects.filter(pk=invitation.id).first()
        if answer is None or not counts(invitation):
            continue
        mine, other = (invitation, answer) if invitation.person_id == me else (answer, invitation)
        try:
            read_bundle(other.person_id, bytes(other.bundle))
            names = name_in(other), name_in(mine)
        except CannotOpen:
            continue
        said = Compared.objects.filter(person_id=me, invitation_id=invitation.id).exists()
        return Pairing(invitation.id, other.person_id, names[0], bytes(other.bundle), names[1], said)
    return None


def words_to_compare(keyring: Keyring) -> bool:
    """Somebody answered, and this person has not said yet whether the words are the same."""
    pairing = pairing_of(keyring)
    return pairing is not None and not pairing.said


def _mine(person_id: UUID) -> list[UUID]:
    made = Invitation.objects.filter(person_id=person_id).values_list("id", flat=True)
    answered = Answer.objects.filter(person_id=person_id).values_list("invitation_id", flat=True)
    return [*made, *answered]


def is_answered(invitation: Invitation) -> bool:
    return Answer.objects.filter(pk=invitation.id).exists()


def say_same(keyring: Keyring, shown: str) -> UUID | None:
    """The words are the same: pin the other. The second of the two to say so founds the space.

    Gives the new circle, or None while one of the two has not said so.
    Raises InvitationOver, WordsChanged, AlreadyTogether.
    """
    with transaction.atomic():
        pairing = _held(keyring)
        if pairing.shown != shown:
            raise WordsChanged
        pin(keyring, pairing.other_id, pairing.other_bundle)
        if couple_of(keyring):
            raise AlreadyTogether
        Compared.objects.get_or_create(person_id=keyring.person_id, invitation_id=pairing.invitation_id)
        # Whoever compares with one person is not on the way to another.
        end_of(keyring.person_id, but=pairing.invitation_id)
        both = [keyring.person_id, pairing.other_id]
        said = Compared.objects.filter(person_id__in=both, invitation_id=pairing.invitation_id).count()
        if said < len(both):
            return None
        names = {keyring.person_id: pairing.my_name, pairing.other_id: pairing.other_name}
        circle = found(keyring, pairing.other_id, pairing.other_bundle, names)
        end(pairing.invitation_id)
        drop_state(keyring, INVITATION_STATE)
        return circle


def say_different(keyring: Keyring) -> None:
    """Somebody may stand between the two: nothing of the invitation is left. Done twice it is done once."""
    with transaction.atomic():
        pairing = pairing_of(keyring)
        if pairing is not None:
            end(pairing.invitation_id)
            drop_state(keyring, INVITATION_STATE)


def _held(keyring: Keyring) -> Pairing:
    """The pairing, with its invitation held until the end of the transaction."""
    pairing = pairing_of(keyring)
    if pairing is None:
        raise InvitationOver
    _hold(pairing.invitation_id)
    return pairing


def _hold(invitation_id: UUID) -> Invitation:
    invitation = Invitation.objects.select_for_update().filter(pk=invitation_id).first()
    if invitation is None or not counts(invitation):
        raise InvitationOver
    return invitation


def _readable(invitation: Invitation) -> bool:
    try:
        return bool(read_bundle(invitation.person_id, bytes(invitation.bundle)))
    except CannotOpen:
        return False
