"""One number a circle. It only goes up, and says nothing but that something moved."""

from django.db import models


class Moves(models.Model):
    circle_id = models.UUIDField(primary_key=True)
    seq = models.PositiveBigIntegerField(default=0)
