"""What becomes of the landing and of each one's word when the space rests, and when one of two leaves."""

from stepwell.together.pathway.content import NOBODY
from stepwell.together.pathway.models import Place
from stepwell.together.pathway.tests.cast import NAMES, READY, Actor, Safety, both

Two = tuple[Actor, Actor]


def test_a_pause_ends_every_word_held_ones_too(two: Two, safety: Safety) -> None:
    alma, ben = two
    safety.closed.add(alma.member.id)
    alma.ready()
    safety.closed.add(ben.member.id)
    ben.ready()
    safety.closed.clear()
    ben.pause()
    for each in two:
        assert "The space for two rests." in each.see()
        assert each.landing() == ""
        each.send("/landings/ready/", {"turn": str(NOBODY)})
    for each in two:
        each.go_on()
    for each in two:
        assert READY in each.see()
        assert each.landing() == "Solid ground"


def test_a_pause_ends_what_alma_said_and_keeps_the_landing(two: Two) -> None:
    alma, ben = two
    both(two)
    alma.ready()
    ben.pause()
    alma.go_on()
    ben.go_on()
    assert READY in alma.see()
    ben.ready()
    assert ben.landing() == alma.landing() == "Open doors"


def test_a_pause_within_a_pause_leaves_everything(two: Two) -> None:
    alma, ben = two
    both(two)
    ben.pause()
    before = Place.objects.get().version
    alma.pause()
    alma.send("/together/space/not-yet/")
    assert Place.objects.get().version == before


def test_each_keeps_their_own_when_one_leaves(two: Two) -> None:
    alma, ben = two
    both(two)
    both(two)
    ben.send("/landings/mine/", {"landing": "1"})
    alma.ready()
    alma.send("/together/space/leave/")
    for each, name in ((alma, "Being heard"), (ben, "Solid ground")):
        page = each.see()
        assert each.landing() == ""
        assert _marked(page) == name
        assert "The two of you" not in page
    ben.send("/landings/mine/", {"landing": "2"})
    assert _marked(ben.see()) == "Open doors"
    assert _marked(alma.see()) == "Being heard"


def test_who_stays_goes_on_from_where_the_two_were(two: Two) -> None:
    alma, ben = two
    both(two)
    ben.send("/together/space/leave/")
    assert _marked(alma.see()) == _marked(ben.see()) == "Open doors"


def _marked(page: str) -> str:
    here = page.partition('aria-current="step"')[2]
    return next(name for name in sorted(NAMES, key=here.find) if name in here)
