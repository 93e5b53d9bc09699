"""The gate of one's own safety: a word that does not count yet is held, and looks like any other."""

from tests.fixtures.clock import later

from stepwell.together.touch.models import Asking, KeptBack, Time
from stepwell.together.touch.tests.cast import Actor, begun

STANDS = "You asked for a quiet time."


def test_an_asking_that_is_held_is_one_never_made(alma: Actor, ben: Actor) -> None:
    never = ben.see()
    alma.is_afraid()
    alma.asks()
    assert STANDS in alma.see()
    assert ben.see() == never
    assert Asking.objects.get().circle_id == alma.keyring.own
    alma.is_well()
    assert ben.asked(), "by the answer itself"
    alma.is_afraid()
    assert ben.see() == never
    assert STANDS in alma.see()
    alma.send("/touch/take-back/")
    assert STANDS not in alma.see()
    assert not Asking.objects.exists()


def test_a_yes_that_is_held_is_one_never_said(alma: Actor, ben: Actor) -> None:
    alma.asks()
    waiting = alma.see()
    ben.is_afraid()
    assert ben.agrees() == "/touch/"
    assert "You said yes. It stands here once you both have." in ben.see()
    assert "You said yes." in ben.see(ben_asked(ben))
    assert alma.see() == waiting
    assert not Time.objects.exists()
    ben.send("/touch/take-back/")
    assert not KeptBack.objects.exists()
    assert alma.see() == waiting


def ben_asked(ben: Actor) -> str:
    from stepwell.ground.spaces.api import couple_of
    from stepwell.together.touch import asking

    couple = couple_of(ben.keyring)
    assert couple
    theirs = asking.theirs(ben.keyring, couple)
    assert theirs
    return f"/touch/asked/{theirs.id}/"


def test_a_held_yes_counts_from_when_it_may_and_not_after_its_hours(alma: Actor, ben: Actor) -> None:
    alma.asks()
    ben.is_afraid()
    ben.agrees()
    ben.is_well()
    assert Time.objects.count() == 1
    assert not KeptBack.objects.exists()
    alma.stops(f"/touch/{Time.objects.get().id}/")
    alma.asks(hours="2")
    ben.is_afraid()
    ben.agrees()
    with later(hours=3):
        ben.comes_back()
        ben.is_well()
        assert not Time.objects.exists()
        ben.see()
        assert not KeptBack.objects.exists()


def test_a_held_yes_to_what_was_taken_back_goes(alma: Actor, ben: Actor) -> None:
    alma.asks()
    ben.is_afraid()
    ben.agrees()
    alma.send("/touch/take-back/")
    ben.see()
    assert not KeptBack.objects.exists()


def test_the_gate_closing_ends_what_was_agreed_before_any_page(alma: Actor, ben: Actor) -> None:
    begun(alma, ben)
    ben.is_afraid()
    assert not Time.objects.exists()
