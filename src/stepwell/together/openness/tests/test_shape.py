"""Whatever one does alone, the other's page follows from the words that count, and from nothing else."""

import re
from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from stepwell.together.openness.models import Opening
from stepwell.together.openness.tests.cast import Actor, enter_two

pytestmark = pytest.mark.django_db
NUMBERS = count(1)
UUIDS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
SOME = settings(
    deadline=None,
    max_examples=8,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
HEARING = st.lists(
    st.sampled_from(["yes", "not-any-more", "aside", "afraid", "well", "see"]), min_size=4, max_size=9
)
ASKING = st.lists(
    st.sampled_from(["ask", "take-back", "afraid", "well", "see", "own"]), min_size=4, max_size=9
)


def two() -> tuple[Actor, Actor]:
    number = next(NUMBERS)
    return enter_two(f"Alma {number}", f"Ben {number}")


def page(one: Actor) -> str:
    """Without the number of a wish, which is drawn by lot."""
    return UUIDS.sub("", one.see())


@SOME
@given(acts=HEARING)
def test_whoever_asked_sees_a_yes_that_counts_and_nothing_else(acts: list[str]) -> None:
    alma, ben = two()
    alma.asks("kitchen", "listen")
    opening = Opening.objects.get(person_id=alma.member.id).id
    silence = alma.see()
    ben.agrees(opening)
    agreed = alma.see()
    ben.does_not_any_more(opening)
    assert agreed != silence
    said, well = False, True
    for act in acts:
        if act == "yes":
            ben.agrees(opening)
            said = True
        elif act == "not-any-more":
            ben.does_not_any_more(opening)
            said = False
        elif act == "aside":
            ben.send(f"/openness/{opening}/aside/")
        elif act == "afraid":
            ben.is_afraid()
            well = False
        elif act == "well":
            ben.is_well()
            well = True
        else:
            ben.see()
        assert alma.see() == (agreed if said and well else silence), act


@SOME
@given(acts=ASKING)
def test_whoever_is_asked_sees_a_wish_that_counts_and_nothing_else(acts: list[str]) -> None:
    alma, ben = two()
    nothing = page(ben)
    alma.asks("kitchen", "listen")
    asked = page(ben)
    alma.takes_back()
    assert asked != nothing
    said, well = False, True
    for act in acts:
        if act == "ask":
            alma.asks("kitchen", "listen")
            said = True
        elif act == "take-back":
            alma.takes_back()
            said = False
        elif act == "afraid":
            alma.is_afraid()
            well = False
        elif act == "well":
            alma.is_well()
            well = True
        elif act == "own":
            alma.writes("The red scarf", 2)
        else:
            alma.see()
        assert page(ben) == (asked if said and well else nothing), act
        assert Opening.objects.filter(person_id=alma.member.id).count() == (said and well)


@pytest.mark.parametrize("went", ["well", "not-well", "unsaid"])
def test_how_it_was_and_how_deep_one_goes_move_nothing_of_the_others(went: str) -> None:
    alma, ben = two()
    alma.asks("kitchen", "listen")
    opening = Opening.objects.get(person_id=alma.member.id).id
    ben.agrees(opening)
    alma.told(opening)
    before = ben.see()
    alma.says(opening, went, "time")
    assert ben.see() == before
    alma.send("/openness/step-back/", {"since": "2"})
    assert ben.see() == before


def test_a_page_asks_as_much_of_the_database_however_long_the_list_is() -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from stepwell.together.openness import leaf

    alma, _ben = two()
    alma.writes("Topic", 1)
    alma.see()
    with CaptureQueriesContext(connection) as few:
        alma.see()
    for number in range(50):
        leaf.add(alma.keyring, f"Topic {number}", 1)
    with CaptureQueriesContext(connection) as many:
        alma.see()
    assert len(many) == len(few) <= 20
