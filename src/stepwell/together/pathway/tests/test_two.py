"""Forward: both, each on their own. Back: either, at once. In between nobody's page says a word."""

from collections.abc import Callable

import pytest

from stepwell.own.selfcare.testing import keep_now
from stepwell.together.pathway.models import Place
from stepwell.together.pathway.tests.cast import (
    BACK,
    NAMES,
    PAGE,
    READY,
    TAKE_BACK,
    Actor,
    Safety,
    both,
    enter_two,
)

Two = tuple[Actor, Actor]
PAGES = (
    PAGE,
    "/landings/solid-ground/",
    "/landings/open-doors/",
    "/together/",
    "/together/space/",
    "/today/",
)


def seen(somebody: Actor) -> dict[str, str]:
    return {page: somebody.see(page) for page in PAGES}


def test_the_page_tells_both_when_both_have_and_nothing_before(two: Two) -> None:
    alma, ben = two
    before = seen(ben)
    alma.ready()
    assert seen(ben) == before
    assert TAKE_BACK in alma.see()
    assert alma.landing() == ben.landing() == "Solid ground"
    ben.ready()
    for each in two:
        assert each.landing() == "Open doors"
        assert "Each of you said that you were ready for it." in each.see()
        assert READY in each.see()


def _says_no(alma: Actor, safety: Safety) -> None:
    """A no has no button: it is to look at the page and close it."""
    alma.see()
    alma.see("/landings/open-doors/")


def _takes_back(alma: Actor, safety: Safety) -> None:
    alma.ready()
    alma.take_back()


def _is_held(alma: Actor, safety: Safety) -> None:
    safety.closed.add(alma.member.id)
    alma.ready()
    assert TAKE_BACK in alma.see()


def _is_held_and_takes_back(alma: Actor, safety: Safety) -> None:
    _is_held(alma, safety)
    alma.take_back()
    assert READY in alma.see()


def _said_so_before_the_gate_closed(alma: Actor, safety: Safety) -> None:
    alma.ready()
    safety.closed.add(alma.member.id)
    assert TAKE_BACK in alma.see()


def _is_elsewhere_for_herself(alma: Actor, safety: Safety) -> None:
    alma.send("/landings/mine/", {"landing": "4"})


def _answers_herself(alma: Actor, safety: Safety) -> None:
    alma.send("/landings/questions/", {"say_no": "not_yet", "note": "Not before spring."})


QUIET = (
    _says_no, _takes_back, _is_held, _is_held_and_takes_back, _said_so_before_the_gate_closed,
    _is_elsewhere_for_herself, _answers_herself,
)  # fmt: skip


@pytest.mark.parametrize(
    ("does", "first"),
    [(does, False) for does in QUIET]
    # What was said and counted is the step itself where Ben had said it before.
    + [(does, True) for does in QUIET if does not in {_takes_back, _said_so_before_the_gate_closed}],
)
def test_a_no_a_not_yet_a_held_word_and_silence_are_the_same_bytes(
    two: Two, safety: Safety, does: Callable[[Actor, Safety], None], first: bool
) -> None:
    """To Ben, whether he said that he is ready before, or only looks, or says it afterwards."""
    alma, ben = two
    if first:
        ben.ready()
    before = seen(ben)
    does(alma, safety)
    assert seen(ben) == before
    ben.take_back()
    ben.ready()
    assert ben.landing() == "Solid ground"
    assert TAKE_BACK in ben.see()
    if first:
        assert seen(ben) == before


@pytest.mark.parametrize("does", [_says_no, _is_held, _is_held_and_takes_back])
def test_nor_does_a_row_of_the_two_tell(
    two: Two, safety: Safety, does: Callable[[Actor, Safety], None]
) -> None:
    alma, ben = two
    does(alma, safety)
    assert not Place.objects.exists()
    ben.ready()
    before = bytes(Place.objects.get().sealed), Place.objects.get().version
    safety.kept.clear()
    does(alma, safety)
    assert (bytes(Place.objects.get().sealed), Place.objects.get().version) == before


def test_a_readiness_makes_the_sealed_row_no_longer(two: Two) -> None:
    alma, _ben = two
    alma.ready()
    said = Place.objects.get()
    alma.take_back()
    assert len(said.sealed) == len(Place.objects.get().sealed)


def test_a_held_word_counts_at_the_next_visit_once_it_may(two: Two, safety: Safety) -> None:
    alma, ben = two
    safety.closed.add(alma.member.id)
    alma.ready()
    ben.ready()
    waiting = ben.see()
    alma.see()
    assert ben.see() == waiting
    safety.closed.clear()
    assert ben.see() == waiting
    assert alma.landing() == ben.landing() == "Open doors"
    assert not safety.kept[alma.member.id]


def test_a_word_said_before_the_gate_closed_is_held_from_the_next_visit(two: Two, safety: Safety) -> None:
    alma, ben = two
    alma.ready()
    safety.closed.add(alma.member.id)
    assert TAKE_BACK in alma.see()
    ben.ready()
    assert ben.landing() == "Solid ground"
    safety.closed.clear()
    alma.see()
    assert ben.landing() == "Open doors"


def test_her_own_page_looks_the_same_held_or_not(two: Two, safety: Safety) -> None:
    alma, _ben = two
    turn = alma.turn()
    alma.ready()
    counted = alma.see()
    alma.take_back()
    safety.closed.add(alma.member.id)
    alma.ready(turn)
    assert alma.see() == counted


def test_back_is_at_once_by_either_and_names_nobody(two: Two) -> None:
    alma, ben = two
    both(two)
    both(two)
    ben.ready()
    alma.back()
    for each, other in ((alma, "Ben"), (ben, "Alma")):
        page = each.see()
        assert each.landing() == "Open doors"
        assert READY in page
        assert "Each of you said" not in page
        assert page.count(other) == 1
    # What Ben had said was for another step, and does not count for this one.
    alma.ready()
    assert ben.landing() == "Open doors"
    ben.ready()
    assert ben.landing() == alma.landing() == "Being heard"
    ben.back()
    ben.back()
    assert alma.landing() == "Solid ground"
    assert BACK not in alma.see()


def test_a_page_that_is_out_of_date_moves_nobody(two: Two) -> None:
    alma, ben = two
    old = alma.turn()
    both(two)
    before = ben.see()
    alma.ready(old)
    alma.send("/landings/ready/", {"turn": "no uuid"})
    alma.send("/landings/ready/")
    assert READY in alma.see()
    alma.back(old)
    assert ben.see() == before
    here = alma.turn()
    alma.back(here)
    alma.back(here)
    assert alma.landing() == "Solid ground"


def test_all_five_and_no_further(two: Two) -> None:
    alma, ben = two
    for name in NAMES:
        assert alma.landing() == ben.landing() == name
        both(two) if READY in alma.see() else None
    assert READY not in alma.see()
    turn = alma.turn()
    for each in two:
        each.ready(turn)
    assert alma.landing() == "New water"


def test_another_couple_is_another_couple(two: Two, safety: Safety) -> None:
    alma, _ben = two
    chidi, dara = enter_two("Chidi", "Dara")
    before = chidi.see()
    both(two)
    assert chidi.see() == before
    turn = alma.turn()
    chidi.send("/landings/back/", {"turn": turn})
    chidi.send("/landings/ready/", {"turn": turn})
    assert chidi.see() == before
    assert alma.landing() == "Open doors"
    assert dara.landing() == "Solid ground"


def test_over_the_edge_a_step_for_two_waits_and_the_other_sees_nothing_of_it(two: Two) -> None:
    alma, ben = two
    before = seen(ben)
    keep_now(alma.keyring, "over", 8)
    answer = alma.send("/landings/ready/", {"turn": alma.turn()}, 200)
    assert "This can wait" in answer.content.decode()
    assert seen(ben) == before
    assert READY in alma.see()
    keep_now(alma.keyring, "inside")
    alma.ready()
    assert TAKE_BACK in alma.see()
