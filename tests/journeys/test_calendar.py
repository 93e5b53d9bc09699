"""Two people and their days: a plan that is shown and changed, something for two, an hour that is missing."""

import re
from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.journeys.gallery_days import FILE, choose_file
from tests.journeys.hands import HANDS, Keyboard
from tests.journeys.looking import faults
from tests.journeys.somebody import Somebody

if TYPE_CHECKING:
    pass

pytestmark = pytest.mark.journey
WEEK = "/calendar/week/2031-11-18/"
_numbers = count(1)


@pytest.fixture
def two(request: pytest.FixtureRequest, visit: Visit, arrivals: Arrivals) -> tuple[Somebody, Somebody]:
    """Alma and Ben share a space, driven by one kind of hand."""
    kind = getattr(request, "param", "thumb")
    number, javascript = next(_numbers), kind != "no script"

    def somebody(name: str) -> Somebody:
        page = visit(javascript=javascript).new_page()
        return Somebody(f"{name} of days {kind} {number}", page, HANDS[kind])

    alma, ben = somebody("Alma"), somebody("Ben")
    arrivals.meet(alma, ben)
    return alma, ben


def bare(somebody: Somebody, path: str) -> str:
    """The page, without what is drawn by lot for every answer."""
    somebody.go(path)
    page = re.sub(r"name=.csrfmiddlewaretoken. value=.[^\"']+", "", somebody.page.content())
    return re.sub(r"(name=.form_id.|value=.[0-9a-f-]{36}.)", "", page)


def set_to(somebody: Somebody, label: str, text: str) -> None:
    """A time. Keys go into its parts one by one, by the twelve hours that this browser shows."""
    if not isinstance(somebody.hand, Keyboard):
        somebody.hand.write(label, text)
        return
    goal = somebody.page.get_by_label(label, exact=True).first
    goal.focus()
    somebody.page.keyboard.type(f"{datetime.strptime(text, '%H:%M'):%I%M%p}")  # noqa: DTZ007 - a wall clock
    assert goal.input_value() == text


def writes_plan(ben: Somebody, alma: Somebody) -> None:
    ben.go("/calendar/new/?day=2031-11-18")
    ben.hand.write("What it is", "Supper")
    ben.hand.write("Where you will be", "The mill")
    set_to(ben, "From what time", "19:00")
    set_to(ben, "Until what time", "22:00")
    ben.hand.choose(f"{alma.name} and me")
    ben.hand.press("Keep this plan")


@pytest.mark.parametrize("two", HANDS, indirect=True)
def test_a_plan_is_shown_changed_and_both_are_read(two: tuple[Somebody, Somebody]) -> None:
    alma, ben = two
    silence = bare(alma, WEEK)
    writes_plan(ben, alma)
    alma.go(WEEK)
    assert alma.sees(f"19:00 to 22:00 Supper {ben.name} · The mill")
    ben.hand.press("Change it")
    ben.hand.write("Where you will be", "The station bar")
    ben.hand.press("Keep it like this")
    alma.go(WEEK)
    assert alma.sees("The station bar · changed")
    alma.hand.press("Supper")
    assert alma.sees("The station bar")
    assert alma.page.locator("del").all_inner_texts() == ["The mill"]
    assert alma.sees("It was changed on")
    ben.hand.press("Stop showing it")
    assert bare(alma, WEEK) == silence


def test_something_for_two_stands_when_both_say_yes(two: tuple[Somebody, Somebody]) -> None:
    alma, ben = two
    ben.go("/calendar/both/")
    ben.hand.choose("A shared meal")
    ben.hand.write("On which day", "2031-11-18")
    set_to(ben, "From what time", "19:00")
    ben.hand.press("Suggest it")
    silence = bare(ben, "/calendar/both/")
    alma.go("/calendar/both/")
    assert alma.sees(f"{ben.name} suggests")
    assert bare(ben, "/calendar/both/") == silence
    alma.go("/calendar/both/")
    alma.hand.press("Yes A shared meal")
    for somebody in (alma, ben):
        somebody.go(WEEK)
        assert somebody.sees("19:00 A shared meal you both")
    ben.go("/calendar/both/")
    ben.hand.press("Take back my yes A shared meal")
    alma.go(WEEK)
    assert not alma.sees("A shared meal")


@pytest.mark.parametrize("two", ["no script"], indirect=True)
def test_a_file_is_looked_at_kept_and_undone(two: tuple[Somebody, Somebody]) -> None:
    alma, ben = two
    choose_file(alma, FILE.replace("FREQ=WEEKLY", "FREQ=HOURLY"))
    assert alma.sees("Line 8: This comes more than once a day")
    choose_file(alma, FILE)
    assert alma.sees("Swimming Tuesday 18 November 2031, 08:00 to 09:00 · every week: Tuesday")
    alma.hand.press("Keep all of it")
    alma.go(WEEK)
    assert alma.sees("Swimming")
    ben.go(WEEK)
    assert not ben.sees("Swimming")
    alma.go("/calendar/files/")
    alma.hand.press("Undo it Home")
    alma.go(WEEK)
    assert not alma.sees("Swimming")


def test_the_week_in_which_the_clock_is_set(visit: Visit, arrivals: Arrivals) -> None:
    """Sunday has 25 hours; what comes every day at six comes at six, on paper as on the screen."""
    esi = Somebody(f"Esi of days {next(_numbers)}", visit().new_page())
    arrivals.come(esi)
    esi.go("/calendar/new/")
    esi.hand.write("What it is", "A walk")
    esi.hand.write("On which day", "2026-10-19")
    esi.hand.write("From what time", "18:00")
    esi.hand.unfold("Does it come again")
    esi.hand.pick("Does it come again", "Every day")
    esi.hand.press("Keep this plan")
    for path in ("/calendar/week/2026-10-25/", "/calendar/month/2026-10-25/", "/calendar/day/2026-10-25/"):
        esi.go(path)
        assert esi.sees("The clock is set back.")
        assert faults(esi.page, path) == []
    esi.go("/calendar/week/2026-10-25/")
    assert esi.text.count("18:00 A walk") == 7
    esi.page.emulate_media(media="print")
    for gone in (".views", ".turn", ".nav", ".button"):
        assert not esi.page.locator(gone).first.is_visible()
    assert esi.page.get_by_text("A walk").first.is_visible()
    assert len(esi.page.pdf()) > 1_000
