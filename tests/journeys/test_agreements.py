"""Two people settle an agreement over two evenings, look at it again after a month, and end it."""

import re
from datetime import date, timedelta
from itertools import count

import pytest
from playwright.sync_api import expect

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.fixtures.server import ROOT, Served, Serving
from tests.journeys.hands import HANDS
from tests.journeys.somebody import Somebody

pytestmark = pytest.mark.journey
MOVED = f"{ROOT / 'tests' / 'fixtures' / 'moved_clock'}:{ROOT / 'src'}"
NAME = "What you call it"
FIRST = "From nine in the evening both phones lie on the kitchen shelf, face up."
ONE = re.compile(r"/agreements/[0-9a-f-]{36}/(\?.*)?$")
_numbers = count(1)


def two(visit: Visit, arrivals: Arrivals, hand: str = "thumb") -> tuple[Somebody, Somebody]:
    number = next(_numbers)
    alma, ben = (
        Somebody(
            f"{name} agrees {number}",
            visit(javascript=hand != "no script", origin=arrivals.served.origin).new_page(),
            HANDS[hand],
        )
        for name in ("Alma", "Ben")
    )
    arrivals.meet(alma, ben)
    return alma, ben


def begin(who: Somebody, other: Somebody, *, review_on: date | None = None) -> str:
    """The kind, its starting text, shown to the other. Gives its address."""
    who.go("/together/")
    who.hand.press("Agreements")
    who.hand.press("Begin a new one")
    who.hand.press("Phones and screens")
    assert who.page.get_by_label("Clause 1", exact=True).input_value() == FIRST
    who.hand.write(NAME, "Phones after supper")
    if review_on:
        who.page.get_by_label("Look at it again on", exact=True).fill(review_on.isoformat())
    return shows(who, other)


def shows(who: Somebody, other: Somebody) -> str:
    who.hand.press(f"Show it to {other.name}")
    who.page.wait_for_url(ONE)
    return re.sub(r"^https?://[^/]+|\?.*$", "", who.page.url)


def later(served: Served, days: float, *people: Somebody) -> None:
    """The server's clock stands so much later from here on; everybody signs in again."""
    served.stop()
    served.settings |= {"PYTHONPATH": MOVED, "MOVED_DAYS": str(days)}
    served.start()
    for each in people:
        each.page.context.clear_cookies()
        each.sign_in()


def test_settled_over_two_evenings_and_looked_at_again_after_a_month(visit: Visit, serving: Serving) -> None:
    served = serving()
    arrivals = Arrivals(served)
    alma, ben = two(visit, arrivals)
    arrivals.end()
    one = begin(alma, ben, review_on=date.today() + timedelta(days=29))  # noqa: DTZ011 - as she reads a calendar
    ben.go(one)
    assert ben.sees(f"{alma.name} offers this. It is in force once both of you have signed.")

    # Alma changes a clause while Ben reads: his signature is refused, and he sees why.
    alma.go(f"{one}change/")
    alma.hand.write("Clause 1", FIRST.replace("nine", "ten"))
    alma.hand.press(f"Show it to {ben.name}")
    ben.hand.press("Sign version 1")
    assert ben.sees("You were reading version 1, and that is not the version on the page any more.")
    assert "nine" in ben.page.locator("del").first.inner_text()
    assert "ten" in ben.page.locator("ins").first.inner_text()

    # The second evening.
    later(served, 1, alma, ben)
    ben.go(f"{one}change/")
    ben.hand.write("Clause 2", "If work calls, I say who it is before I answer.")
    ben.hand.press(f"Show it to {alma.name}")
    ben.hand.press("Sign version 3")
    assert ben.sees("In force once both of you have signed.")
    alma.go(one)
    assert alma.page.locator(".hands .signed").all_inner_texts() == [ben.name]
    assert not alma.sees("waiting")
    alma.hand.press("Sign version 3")
    assert alma.sees("Version 3, signed by both")
    assert sorted(alma.page.locator(".hands .signed").all_inner_texts()) == sorted([alma.name, ben.name])

    # She takes her signature back the next morning, and gives it again.
    later(served, 1.5, alma, ben)
    alma.go(one)
    alma.hand.press("Take back my yes")
    alma.hand.press("Take back my signature")
    ben.go(one)
    assert ben.sees("Being settled")
    assert ben.page.locator(".hands .signed").all_inner_texts() == [ben.name]
    alma.hand.press("Sign version 3")
    ben.go(one)
    assert ben.sees("Version 3, signed by both")

    # A month later there is a quiet line. One word is nobody's to see, two renew it.
    later(served, 30, alma, ben)
    ben.go("/agreements/")
    assert ben.sees("you wanted to look at it again")
    ben.go(one)
    before = ben.text
    assert "You wanted to look at this again on" in before
    alma.go(f"{one}review/")
    alma.hand.press("It is still right for me")
    ben.go(one)
    assert ben.text == before
    ben.hand.press("Look at it again")
    ben.hand.press("It is still right for me")
    assert ben.heading == "Phones after supper"
    assert not ben.sees("You wanted to look at this again on")

    # Either may end it, alone.
    ben.hand.press("Take back my yes")
    assert not ben.sees("Take back my signature")
    ben.hand.press("Take back my yes")
    alma.go(one)
    assert alma.sees(f"{ben.name} took back their yes.")
    alma.go("/record/")
    for words in (
        "is in force: both have signed it",
        "took back the signature under version 3",
        "It has ended.",
    ):
        assert alma.sees(words)
    alma.go(f"{one}versions/")
    assert alma.sees("Both looked at it again and left it as it is.")


@pytest.mark.parametrize("hand", ["thumb", "no script"])
def test_both_write_at_once_and_choose_with_any_hand(visit: Visit, arrivals: Arrivals, hand: str) -> None:
    alma, ben = two(visit, arrivals, hand=hand)
    one = begin(alma, ben)
    for each in (alma, ben):
        each.go(f"{one}change/")
    ben.hand.write("Clause 1", FIRST.replace("nine", "ten"))
    ben.hand.write("Clause 8", "We begin tomorrow.")
    ben.hand.write("Place of 8", "1")
    ben.hand.press(f"Show it to {alma.name}")
    alma.hand.write("Clause 1", FIRST.replace("nine", "eight"))
    alma.hand.write("Clause 8", "On Sundays they stay there all day.")
    alma.hand.press(f"Show it to {ben.name}")
    assert alma.heading == "Two wordings"
    assert alma.page.get_by_label("Clause 1", exact=True).input_value() == ""
    alma.hand.choose("As in version 2 We begin tomorrow.", within="Which of the two, for clause 1?")
    alma.hand.choose(
        f"As in version 2 {FIRST.replace('nine', 'ten')}", within="Which of the two, for clause 2?"
    )
    alma.hand.press(f"Show it to {ben.name}")
    ben.go(one)
    assert ben.sees("We begin tomorrow.")
    assert ben.sees("From ten in the evening both phones lie on the kitchen shelf, face up.")
    assert ben.sees("On Sundays they stay there all day.")
    alma.go("/agreements/")
    assert not alma.sees("Your drafts")


def test_half_written_clauses_come_back_and_a_private_word_stays_private(
    visit: Visit, arrivals: Arrivals
) -> None:
    alma, ben = two(visit, arrivals)
    alma.go("/agreements/new/own/")
    alma.hand.write(NAME, "Half a thought")
    alma.hand.write("Clause 2", "Where does it go")
    alma.page.wait_for_timeout(900)
    alma.go("/agreements/")
    alma.go("/agreements/new/own/")
    # Polling with a function of its own would need eval, which the pages refuse.
    expect(alma.page.get_by_label(NAME, exact=True)).to_have_value("Half a thought")
    assert alma.page.get_by_label("Clause 2", exact=True).input_value() == "Where does it go"
    one = shows(alma, ben)
    alma.go("/agreements/new/own/")
    alma.page.wait_for_timeout(300)
    assert alma.page.get_by_label(NAME, exact=True).input_value() == ""
    for each in (alma, ben):
        each.go(one)
        each.hand.press("Sign version 1")
        each.page.get_by_text("Signed under version 1").or_(
            each.page.get_by_text("signed by both")
        ).wait_for()
    ben.go(one)
    before = ben.text
    alma.go(one)
    alma.hand.press("If it did not feel free")
    alma.hand.write("What you want to remember of it", "I could not say no.")
    alma.hand.press("Keep this for me")
    alma.page.get_by_text("I could not say no.").first.wait_for()
    assert alma.sees("I could not say no.")
    assert alma.page.get_by_role("link", name="Help").count() >= 2
    ben.go(one)
    assert ben.text == before
    ben.go(f"{one}note/")
    assert not ben.sees("I could not say no.")
