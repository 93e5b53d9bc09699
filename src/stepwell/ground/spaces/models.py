"""Invitations on their way to a space, and the space itself. What two people do in it lies in other rooms."""

from django.db import models

from stepwell.ground.spaces.content import MEMBER
from stepwell.ground.vault.api import SealedRow, new_id


class Invitation(models.Model):
    """One invitation of its maker, `person_id`. It holds what finds it, never the link or the code.

    Expired, withdrawn, used and refused are all the same state: the row is gone.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person_id = models.UUIDField(unique=True)
    token = models.BinaryField(max_length=32, unique=True)
    code = models.BinaryField(max_length=32, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    sealed_name = models.BinaryField()
    bundle = models.BinaryField()


class Answer(models.Model):
    """Who accepted. One invitation has one answer, and one person answers one invitation at a time."""

    invitation_id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField(unique=True)
    sealed_name = models.BinaryField()
    bundle = models.BinaryField()


class Compared(models.Model):
    """One person said that the eight words are the same."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person_id = models.UUIDField()
    invitation_id = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint("person_id", "invitation_id", name="spaces_compared_once")]


class CodeTry(models.Model):
    """One wrong code, for an hour."""

    store = "sessions"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person_id = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person_id", "at"], name="spaces_tries_of_one")]


class Space(models.Model):
    """A space of two. Who has a seat in it is the vault's to say."""

    circle_id = models.UUIDField(primary_key=True)
    made_on = models.DateField()


class Member(SealedRow):
    """The name under which somebody is shown to the other."""

    kind = MEMBER
    person_id = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint("circle_id", "person_id", name="spaces_one_member_a_seat")]


class Readiness(models.Model):
    """One person is ready for the space to be open: it is while there are two of these, and rests otherwise.

    A pause takes both away, so that nothing kept tells whose it was, nor when.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    circle_id = models.UUIDField()
    person_id = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint("circle_id", "person_id", name="spaces_ready_once")]


class Departure(models.Model):
    """One person left. Nothing undoes it: two who want to go on begin a new space."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    circle_id = models.UUIDField()
    person_id = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint("circle_id", "person_id", name="spaces_left_once")]


class OwnKey(models.Model):
    """Whoever stayed has made a key of their own since: the last one was made by who left."""

    circle_id = models.UUIDField(primary_key=True)
