"""The gate cannot be read off a clock. The whole measurement is `python -m bench.gate`; this is small."""

from random import Random
from time import process_time
from typing import Any

import pytest
from bench.by_lot import rank_sum
from bench.gate import _bare, _causes
from django.test import Client

from stepwell.ground.people.testing import make_person, sign_in
from stepwell.ground.spaces.testing import make_couple
from stepwell.own.safety import leaf

ROUNDS = 40
# A machine with neighbours: so small a p comes once in ten thousand runs where nothing differs.
HARDLY = 0.0001


def test_the_measurement_sees_a_difference_and_only_a_difference() -> None:
    lot = Random(7)
    one = [lot.gauss(3, 0.2) for _ in range(400)]
    assert rank_sum(one, [lot.gauss(3, 0.2) for _ in range(400)]) > 0.01
    assert rank_sum(one, [lot.gauss(3.1, 0.2) for _ in range(400)]) < 0.001
    assert rank_sum([1.0] * 9, [1.0] * 9) == 1.0


@pytest.mark.django_db
@pytest.mark.parametrize("cause", ["cleared", "yes", "humiliated", "own violence"])
def test_no_cause_takes_longer_than_another(cause: str) -> None:
    alma, ben = make_person("Alma"), make_person("Ben")
    make_couple(alma, ben)
    hers, his = Client(), Client()
    sign_in(hers, alma)
    sign_in(his, ben)
    leaves: list[Any] = [_bare(), _causes()[cause]]
    pages = ((hers, "/mine/ground/"), (his, "/landings/"))
    times: dict[str, tuple[list[float], list[float]]] = {url: ([], []) for _client, url in pages}
    order = [0, 1] * ROUNDS
    Random(3).shuffle(order)
    keyring = alma.fresh().keyring
    for which in [0, 1, *order]:
        leaf.change(keyring, lambda _leaf, which=which: leaves[which])
        for client, url in pages:
            began = process_time()
            client.get(url)
            times[url][which].append(process_time() - began)
    for url, both in times.items():
        assert rank_sum(both[0][1:], both[1][1:]) > HARDLY, url
