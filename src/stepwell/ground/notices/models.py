"""When a person may be written to, and where. Addresses are closed with the server's key file."""

from django.db import models

from stepwell.ground.vault.api import new_id


class MailAddress(models.Model):
    """A confirmed address. `stop` finds the row from the link that ends all mail."""

    person_id = models.UUIDField(primary_key=True)
    address = models.BinaryField()
    stop = models.BinaryField(max_length=32, unique=True)
    stop_token = models.BinaryField()


class Unconfirmed(models.Model):
    """An address that somebody typed. Nothing but the one question is ever sent to it."""

    person_id = models.UUIDField(primary_key=True)
    address = models.BinaryField()
    token = models.BinaryField(max_length=32, unique=True)
    until = models.DateTimeField()


class Asked(models.Model):
    """One time that somebody asked, for a day. `address` is a keyed hash; empty where nothing was sent."""

    store = "sessions"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person_id = models.UUIDField()
    address = models.BinaryField(max_length=32, db_index=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person_id", "at"], name="notices_asked_by_one")]


class MailOn(models.Model):
    """This person asked for invitations by mail. Without the row there are none."""

    person_id = models.UUIDField(primary_key=True)


class QuietHours(models.Model):
    """No mail from `begins` until `ends`, by the person's own clock; over midnight when begins > ends."""

    person_id = models.UUIDField(primary_key=True)
    begins = models.TimeField()
    ends = models.TimeField()


class Due(models.Model):
    """The one moment at which the clock looks at this person again.

    `moment` is the time the person chose; `at` is when to act, later than `moment` only while
    a mail server is being asked again.
    """

    person_id = models.UUIDField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    moment = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)


class SentOn(models.Model):
    """How many mails went out on a day, so that it is never more than a handful."""

    id = models.UUIDField(primary_key=True, default=new_id)
    person_id = models.UUIDField()
    day = models.DateField()
    count = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint("person_id", "day", name="notices_one_count_a_day")]


class Feed(models.Model):
    """A calendar address that was given out. The row holds what finds it, never the address."""

    person_id = models.UUIDField(primary_key=True)
    token = models.BinaryField(max_length=32, unique=True)
    since = models.DateField()
