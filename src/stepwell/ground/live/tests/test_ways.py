"""What another process committed is heard here, whichever way."""

from collections.abc import Callable
from queue import Queue
from uuid import UUID, uuid4

import pytest
from django.db import connection, connections, transaction

from stepwell.ground.live.models import Moves
from stepwell.ground.live.ways import Polling, Postgres

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "sessions"])
SOON = 3.0


def ways() -> list[Callable[[], Polling]]:
    return [lambda: Polling(every=0.02), Postgres]


@pytest.mark.parametrize("make", ways(), ids=["polling", "told"])
def test_news_of_another_process_arrive(make: Callable[[], Polling]) -> None:
    if make is Postgres and connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL tells")
    way, circle = make(), uuid4()
    Moves.objects.create(circle_id=circle, seq=4)
    heard: Queue[tuple[UUID, int, bool]] = Queue()
    way.begin(lambda *told: heard.put(told), lambda: [circle])
    try:
        # What was committed before anybody listened.
        # Nobody can say any more what it was, so each page is asked again.
        assert heard.get(timeout=SOON) == (circle, 4, True)
        with transaction.atomic():
            Moves.objects.filter(circle_id=circle).update(seq=5)
            make().within(circle, 5, False)
        assert heard.get(timeout=SOON) == (circle, 5, make is not Postgres)
        assert heard.empty()
    finally:
        way.end()
        connections.close_all()
