"""The first day of two people, from nothing to an ended space, each in a browser of their own."""

from itertools import count

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.journeys.hands import HANDS
from tests.journeys.somebody import Somebody

pytestmark = pytest.mark.journey
_numbers = count(1)


@pytest.fixture(params=HANDS)
def two(request: pytest.FixtureRequest, visit: Visit) -> tuple[Somebody, Somebody]:
    """Alma and Ben, driven by one kind of hand."""
    number, javascript = next(_numbers), request.param != "no script"

    def somebody(name: str) -> Somebody:
        page = visit(javascript=javascript).new_page()
        return Somebody(f"{name} {request.param} {number}", page, HANDS[request.param])

    return somebody("Alma"), somebody("Ben")


def test_two_people_meet_show_and_part(two: tuple[Somebody, Somebody]) -> None:
    alma, ben = two
    alma.sign_up()
    assert alma.heading == f"Today, {alma.name}"
    ben.sign_up()
    code = alma.invite()
    ben.answer(code)

    # The eight words are the same on both pages, and neither page says what the other has pressed.
    assert len(alma.eight_words()) == 8
    assert alma.eight_words() == ben.eight_words()
    waiting = ben.text
    alma.say_same()
    assert alma.heading == "You have said that they are the same"
    ben.go("/together/words/")
    assert ben.text == waiting
    ben.say_same()
    assert alma.name in ben.heading

    # Private until shown: Ben's page has nothing of it, and no sign that something was written.
    ben.go("/together/")
    nothing = ben.text
    alma.check_in(noticed="You rang when you said.", safety=4)
    assert alma.sees("Only you can read this.")
    ben.go("/together/")
    assert ben.text == nothing

    own_page = alma.page.url
    alma.hand.choose(f"{ben.name} and me")
    alma.hand.press("Keep this choice")
    ben.go("/together/")
    assert ben.sees("You rang when you said.")
    assert ben.sees("4 of 10")
    ben.go("/today/")
    assert ben.sees("You rang when you said.")

    # Withdrawn: the page is again what it was before anything was shown.
    alma.go(own_page)
    alma.hand.press("Stop showing it")
    ben.go("/together/")
    assert ben.text == nothing

    ben.check_in(noticed="I was late and said so.", show_to=alma.name)
    alma.go("/together/")
    assert alma.sees("I was late and said so.")

    # A pause by one looks the same to both, and gives no reason.
    ben.go("/together/space/")
    ben.hand.press("Pause the space")
    alma.go("/together/")
    assert not alma.sees("I was late")
    assert ben.name not in alma.text
    assert "paus" not in alma.text.lower()
    for each in (alma, ben):
        each.go("/together/space/")
        each.hand.press("I am ready to go on")
    alma.go("/together/")
    assert alma.sees("I was late and said so.")

    # Leaving is one's own, at once; each keeps what is said that they keep.
    ben.go("/together/space/leave/")
    ben.hand.press("Leave the space")
    assert ben.heading == "You have left the space"
    alma.go("/together/")
    assert not alma.sees("I was late")
    alma.go("/today/")
    assert not alma.sees(ben.name)
    ben.go("/check-ins/")
    assert ben.sees("I was late and said so.")
    ben.check_in(noticed="On my own now.")
    assert ben.sees("Only you can read this.")


def test_words_that_differ_end_it(two: tuple[Somebody, Somebody], arrivals: Arrivals) -> None:
    alma, ben = two
    arrivals.come(alma, ben)
    ben.answer(alma.invite())
    alma.go("/together/words/")
    alma.hand.press("They are different")
    ben.go("/together/words/")
    assert ben.page.locator(".words8").count() == 0
    ben.go("/together/")
    assert alma.name not in ben.text


def test_somebody_follows_the_link_without_a_place_of_their_own(two: tuple[Somebody, Somebody]) -> None:
    alma, ben = two
    alma.sign_up()
    alma.invite()
    link = alma.page.locator(".typed").inner_text()
    ben.sign_up(start=link)
    assert ben.heading == f"{alma.name} asks you to share a space"
    ben.hand.press("Say yes and compare words")
    alma.say_same()
    ben.say_same()
    assert alma.name in ben.heading
    ben.go(link)
    assert ben.page.locator(".words8").count() == 0


def test_what_was_typed_survives_a_mistake(two: tuple[Somebody, Somebody]) -> None:
    alma, _ben = two
    alma.go("/sign-up/")
    alma.hand.write("A name to sign in with", alma.name)
    alma.hand.write("Password", "too short")
    alma.hand.write("The same password again", "too short")
    alma.hand.press("Make this place")
    assert alma.page.get_by_role("alert").count() == 1
    assert alma.page.get_by_label("A name to sign in with").input_value() == alma.name
    assert alma.page.get_by_label("Password", exact=True).input_value() == ""


def test_two_pairs_never_see_one_another(visit: Visit, arrivals: Arrivals) -> None:
    number = next(_numbers)
    alma, ben, chidi, dara = (
        Somebody(f"{name} apart {number}", visit().new_page()) for name in ("Alma", "Ben", "Chidi", "Dara")
    )
    arrivals.meet(alma, ben)
    arrivals.meet(chidi, dara)
    alma.check_in(noticed="For Ben alone.", show_to=ben.name)
    address = alma.page.url
    chidi.go("/together/")
    assert not chidi.sees("For Ben alone.")
    chidi.go(address)
    not_yours = chidi.page.content()
    assert "For Ben alone." not in not_yours
    chidi.go("/check-ins/01a1fcf3-0000-7000-8000-000000000000/")
    assert chidi.page.content() == not_yours
