"""Accounts in the main store; sign-ins, known browsers and failures in a store that no backup holds."""

from django.db import models

from stepwell.ground.vault.api import new_id


class Person(models.Model):
    """An account. The name to sign in with is here as a keyed hash; the rest is sealed in the vault."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    handle = models.BinaryField(max_length=32, unique=True)
    made_on = models.DateField()
    zone = models.CharField(max_length=64, default="UTC")
    language = models.CharField(max_length=12, default="en")
    theme = models.CharField(max_length=8, default="", blank=True)


class RecoveryWait(models.Model):
    """Somebody used the printed code without a second factor: any open sign-in may end the wait."""

    person_id = models.UUIDField(primary_key=True)
    opens_at = models.DateTimeField()


class KeptDraft(models.Model):
    """Half-written words that were handed over on the way out of a page, sealed to their owner.

    A new id at each keeping: it says when that was.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person_id = models.UUIDField()
    name = models.CharField(max_length=40)
    blob = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person_id", "name"], name="one_draft_a_name")]


class SignIn(models.Model):
    """One browser that is signed in. Holds the root key closed by a secret that only its cookie has."""

    store = "sessions"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person_id = models.UUIDField(db_index=True)
    token_hash = models.BinaryField(max_length=32, unique=True)
    root = models.BinaryField()
    opened = models.BinaryField(null=True)
    asked = models.BinaryField(null=True)
    label = models.BinaryField()
    first_seen = models.DateField()
    last_used = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)


class HalfSignIn(models.Model):
    """The password was right; the second factor is still to come."""

    store = "sessions"

    token_hash = models.BinaryField(primary_key=True, max_length=32)
    person_id = models.UUIDField(db_index=True)
    root = models.BinaryField()
    stay = models.BooleanField(default=False)
    asked = models.BinaryField(null=True)
    expires_at = models.DateTimeField(db_index=True)


class KnownBrowser(models.Model):
    """A browser in which this person signed in before: strangers' failures never shut it out."""

    store = "sessions"

    token_hash = models.BinaryField(primary_key=True, max_length=32)
    person_id = models.UUIDField(db_index=True)
    last_used = models.DateField()


class Failure(models.Model):
    """A wrong password, code or passphrase; counted by bucket and forgotten after a day."""

    store = "sessions"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    bucket = models.BinaryField(max_length=32, db_index=True)
    at = models.DateTimeField()
