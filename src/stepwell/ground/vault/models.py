"""The vault's own rows. Every byte string in them is sealed, public, or a proof; none is a key."""

from django.db import models

from stepwell.ground.vault.ids import new_id


class Root(models.Model):
    """How one person's root key is closed: once by the password, once by the printed code."""

    person_id = models.UUIDField(primary_key=True)
    costs = models.PositiveSmallIntegerField()
    salt = models.BinaryField()
    verifier = models.BinaryField()
    by_password = models.BinaryField()
    by_code = models.BinaryField()


class Identity(models.Model):
    """One person's public bundle, and the book that only their root key opens."""

    person_id = models.UUIDField(primary_key=True)
    bundle = models.BinaryField()
    version = models.PositiveIntegerField()
    sealed = models.BinaryField()


class Epoch(models.Model):
    """One epoch of a circle: who has a seat, said and signed by its maker. Rows are only ever added."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    circle_id = models.UUIDField()
    number = models.PositiveIntegerField()
    statement = models.BinaryField()
    signature = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id", "number"], name="one_epoch_per_number")]


class HeldKey(models.Model):
    """One person's copy of one circle key, closed so that only they open it. Kept with the person."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person_id = models.UUIDField()
    circle = models.UUIDField()
    number = models.PositiveIntegerField()
    wrap = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person_id", "circle", "number"], name="one_held_key_per_epoch")
        ]
        indexes = [models.Index(fields=["circle"], name="held_key_circle")]


class Lock(models.Model):
    """The second passphrase of one person's own circle. It exists exactly while there is one."""

    person_id = models.UUIDField(primary_key=True)
    costs = models.PositiveSmallIntegerField()
    salt = models.BinaryField()
    by_passphrase = models.BinaryField()
    by_code = models.BinaryField()


class State(models.Model):
    """One named thing of a person's sealed state, outside the circle that can be locked."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person_id = models.UUIDField()
    name = models.CharField(max_length=64)
    version = models.PositiveIntegerField()
    sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person_id", "name"], name="one_state_per_name")]
