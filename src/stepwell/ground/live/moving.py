"""Saying that something moved: counted in the transaction that moved it, told after its commit."""

from functools import partial
from uuid import UUID

from django.db import connection, transaction

from stepwell.ground.live.bus import bus
from stepwell.ground.live.models import Moves

# Every act of a talk asks these. Written out: in parts the first takes three questions, and to compose them
# takes longer than to run them.
COUNT = """
    INSERT INTO live_moves (circle_id, seq) VALUES (%s, 1)
    ON CONFLICT (circle_id) DO UPDATE SET seq = live_moves.seq + 1 RETURNING seq
"""
SO_FAR = "SELECT seq FROM live_moves WHERE circle_id = %s"


def announce(circle: UUID, *, doubt: bool = False) -> int:
    """Something moved in this circle. Call it inside the transaction that moves it, once.

    Whoever has a live page of the circle open hears of it after the commit, and of nothing that rolled back.
    doubt: somebody may have lost their seat, so each of its pages is asked afresh whether it may listen.
    """
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [Moves._meta.pk.get_db_prep_value(circle, connection)])
        (seq,) = cursor.fetchone()
    bus().within(circle, seq, doubt)
    transaction.on_commit(partial(bus().after, circle, seq, doubt))
    return int(seq)


def moved(circle: UUID) -> int:
    """How often something moved there so far."""
    with connection.cursor() as cursor:
        cursor.execute(SO_FAR, [Moves._meta.pk.get_db_prep_value(circle, connection)])
        found = cursor.fetchone()
    return int(found[0]) if found else 0


def moved_of(circles: list[UUID]) -> dict[UUID, int]:
    return dict(Moves.objects.filter(circle_id__in=circles).values_list("circle_id", "seq"))
