"""Two people in every order: what one does changes the other's page by a step, a way back, a rest alone."""

from itertools import count

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from stepwell.together.pathway.tests.cast import BACK, NAMES, READY, TAKE_BACK, Safety, enter_two

WHO = st.sampled_from([0, 1])
# All stories are told in one database: each has people of its own.
STORIES = count(1)


class Two(RuleBasedStateMachine):
    """Beside the pages stands what two people on paper would agree on: a landing, and each one's own word."""

    @initialize()
    def they_meet(self) -> None:
        self.patch, number = pytest.MonkeyPatch(), next(STORIES)
        self.safety = Safety()
        self.safety.put_in(self.patch)
        self.two = enter_two(f"Alma{number}", f"Ben{number}")
        self.landing, self.open = 1, True
        self.said = [False, False]
        self.open_again = [True, True]

    def teardown(self) -> None:
        if hasattr(self, "two"):
            self.patch.undo()

    def _closed(self, who: int) -> bool:
        return self.two[who].member.id in self.safety.closed

    def _settle(self) -> None:
        """With both words, and both gates open at the visit of whoever was last kept back, it is a step."""
        if self.landing < len(NAMES) and all(self.said) and not self._closed(0) and not self._closed(1):
            self.landing, self.said = self.landing + 1, [False, False]

    def _visits(self, who: int) -> str:
        return self.two[who].see()

    @rule(who=WHO)
    def says_ready(self, who: int) -> None:
        here = self._visits(who)
        if READY not in here:
            return
        other = self._visits(1 - who)
        self.two[who].ready()
        self.said[who] = True
        before = self.landing
        self._settle()
        assert (self._visits(1 - who) == other) == (self.landing == before)

    @rule(who=WHO)
    def takes_it_back(self, who: int) -> None:
        other = self._visits(1 - who)
        self.two[who].take_back()
        self.said[who] = False
        assert self._visits(1 - who) == other

    @rule(who=WHO)
    def goes_back(self, who: int) -> None:
        if BACK not in self._visits(who):
            return
        self.two[who].back()
        self.landing, self.said = self.landing - 1, [False, False]

    @rule(who=WHO)
    def stands_elsewhere(self, who: int) -> None:
        other = self._visits(1 - who)
        self.two[who].send("/landings/mine/", {"landing": "3"})
        assert self._visits(1 - who) == other
        self.two[who].send("/landings/mine/", {"landing": "0"})

    @rule(who=WHO)
    def the_gate_turns(self, who: int) -> None:
        """And its owner looks at their page afterwards."""
        other = self._visits(1 - who)
        self.safety.closed ^= {self.two[who].member.id}
        self._visits(who)
        before = self.landing
        if self.open:
            self._settle()
        assert (self._visits(1 - who) == other) == (self.landing == before)

    @rule(who=WHO)
    def pauses(self, who: int) -> None:
        other = self._visits(1 - who)
        self.two[who].pause()
        if not self.open:
            assert self._visits(1 - who) == other
        self.open_again = [False, False] if self.open else self.open_again
        self.open_again[who] = False
        self.open, self.said = False, [False, False]

    @rule(who=WHO)
    def goes_on(self, who: int) -> None:
        self.two[who].go_on()
        self.open_again[who] = True
        self.open = all(self.open_again)

    @invariant()
    def each_page_tells_the_place_and_ones_own_word(self) -> None:
        if not hasattr(self, "two"):
            return
        for who, each in enumerate(self.two):
            page = each.see()
            assert each.landing() == (NAMES[self.landing - 1] if self.open else "")
            last = self.landing == len(NAMES)
            assert (TAKE_BACK in page) == (self.open and self.said[who] and not last)
            assert (READY in page) == (self.open and not self.said[who] and not last)
            assert (BACK in page) == (self.open and self.landing > 1)


@pytest.mark.django_db
def test_every_order() -> None:
    # A story that fails is told as it was found: to shorten it takes minutes.
    told = settings(max_examples=8, stateful_step_count=14, phases=[Phase.generate])
    run_state_machine_as_test(Two, settings=told)
