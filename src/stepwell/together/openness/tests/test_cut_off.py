"""Cut off in the middle of any act, the server knows all of it or none of it; and the next visit goes on."""

from collections.abc import Callable
from unittest.mock import patch

import pytest

from stepwell.together.openness.models import After, Leaf, Opening
from stepwell.together.openness.tests.cast import Actor, standing, tell

ACTS: dict[str, Callable[[Actor, Actor], None]] = {
    "ask": lambda alma, _ben: alma.asks("kitchen", "listen"),
    "take-back": lambda alma, _ben: alma.takes_back(),
    "yes": lambda _alma, ben: ben.agrees(standing()),
    "told": lambda alma, _ben: alma.told(standing()),
    "after": lambda alma, _ben: alma.says(Opening.objects.get().id, "well", "time"),
}
BEFORE = {"take-back": "ask", "yes": "ask", "told": "yes", "after": "told"}


class Killed(Exception):
    """The server went."""


def rows() -> list[object]:
    return [list(model._default_manager.order_by("id").values()) for model in (Leaf, Opening, After)]


def come_to(act: str, alma: Actor, ben: Actor) -> None:
    if act in BEFORE:
        come_to(BEFORE[act], alma, ben)
        ACTS[BEFORE[act]](alma, ben)


def is_cut(act: Callable[[Actor, Actor], None], alma: Actor, ben: Actor) -> bool:
    try:
        act(alma, ben)
    except Killed:
        return True
    return False


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("place", ["leaf", "opening", "after", "gone"])
@pytest.mark.parametrize("act", ACTS)
def test_all_of_an_act_or_none_of_it(alma: Actor, ben: Actor, act: str, place: str) -> None:
    come_to(act, alma, ben)
    before = rows()
    models = {"leaf": Leaf, "opening": Opening, "after": After}
    where = f"{Opening.__module__}.{models[place].__name__}.save" if place in models else ""
    where = where or "django.db.models.query.QuerySet.delete"
    with patch(where, side_effect=Killed):
        was_cut = is_cut(ACTS[act], alma, ben)
    if not was_cut:
        assert rows() != before, "this act does not pass there"
        return
    assert rows() == before
    ACTS[act](alma, ben)
    assert rows() != before


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("place", ["Leaf", "Opening"])
def test_a_held_word_that_comes_to_count_is_not_lost_between(alma: Actor, ben: Actor, place: str) -> None:
    alma.is_afraid()
    alma.asks()
    with patch(f"{Opening.__module__}.{place}.save", side_effect=Killed), pytest.raises(Killed):
        alma.is_well()
    assert not Opening.objects.exists()
    alma.is_well().see()
    assert "I would like to hear it" in ben.see()
    tells = standing()
    ben.agrees(tells)
    alma.told(tells)
    assert tell(ben, alma)
