"""Naming up to five things to look at first."""

from datetime import timedelta

from stepwell.own.understanding import watching
from stepwell.own.understanding.finding import watched_by
from stepwell.own.understanding.models import Found, Watch
from stepwell.own.understanding.sources import Told
from stepwell.own.understanding.tests.cast import START, Actor, Days


def test_what_is_named_is_kept_and_looked_at_first(esi: Actor, days: Days) -> None:
    days.live(60)
    assert "You may name up to five things you suspect." in esi.see("/along/")
    for _ in range(2):
        esi.send("/along/watch/?signal=safety", {"factors": ["t:night", "h:walk"]})
    assert Watch.objects.count() == 1
    assert watched_by(esi.keyring).watched == {"safety": ("t:night", "h:walk")}
    assert "a bad night, a walk" in esi.see("/along/")
    assert "a bad night, a walk" not in esi.see("/along/?signal=trust")
    esi.send("/along/watch/?signal=safety", {})
    assert watched_by(esi.keyring).watched == {}


def test_another_choice_makes_void_what_was_found(esi: Actor, days: Days) -> None:
    """A link that is weak among many is told sooner when it was named before."""
    days.live(75, night=-1.2, seed=1)
    for n in range(75):
        chips = tuple(f"h:word {k}" for k in range(20) if (n * (k + 3)) % 7 < 2)
        days.told.append(Told(START + timedelta(days=n), noted=chips))
    esi.see("/along/")
    before = Found.objects.get().id
    strict = _evidence(esi)
    esi.send("/along/watch/?signal=safety", {"factors": ["t:night"]})
    esi.see("/along/")
    assert Found.objects.get().id != before
    assert (strict, _evidence(esi)) == ("emerging", "supported")


def _evidence(esi: Actor) -> str:
    from stepwell.own.understanding.finding import found

    one = next(one for one in found(esi.keyring).signals if one.key == "safety")
    return next(link.state for link in one.links if link.factor == "t:night")


def test_a_sixth_is_one_too_many_and_the_choice_stays(esi: Actor, days: Days) -> None:
    days.live(30)
    days.told.append(Told(START, noted=tuple(f"h:word {n}" for n in range(6))))
    esi.send("/along/watch/?signal=safety", {"factors": ["t:night"]})
    page = esi.page_after("/along/watch/?signal=safety", {"factors": [f"h:word {n}" for n in range(6)]}, 422)
    assert "You chose 6." in page
    assert page.count(" checked") == 6
    assert "choose one of the answers" in esi.page_after(
        "/along/watch/", {"factors": ["t:nobody noted it"]}, 422
    )
    assert watched_by(esi.keyring).watched == {"safety": ("t:night",)}


def test_before_anything_is_noted_the_page_says_where_to(esi: Actor, days: Days) -> None:
    assert "Nothing is noted yet." in esi.see("/along/watch/")
    assert watching.may_be_watched(esi.keyring, "safety") == []
