"""Two people and one plan, in every order, with forms that come late: in force is what both signed."""

import os
from datetime import date
from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from stepwell.ground.record.api import events
from stepwell.ground.spaces.api import NotNow, couple_of, pause
from stepwell.ground.vault.api import Keyring
from stepwell.together.repair import keeping, settling
from stepwell.together.repair.errors import Moved
from stepwell.together.repair.shelf import shown
from stepwell.together.repair.testing import keep_part
from stepwell.together.repair.tests.cast import enter_two

STORIES = count(1)
WHO = st.sampled_from([0, 1])
WORDS = st.sampled_from(["Harbour", "Lantern", "Bridge"])
TODAY = date(2026, 3, 4)
LATE = st.sampled_from([0, 0, 0, 1])


class Two(RuleBasedStateMachine):
    """`sides`, `hands`, `standing`: the sheet of paper beside the rows."""

    @initialize()
    def they_meet(self) -> None:
        number = next(STORIES)
        self.two = enter_two(f"Alma{number}", f"Ben{number}")
        couple = couple_of(self.keyring(0))
        assert couple
        self.circle = couple.circle
        self.own: dict[int, str] = {}
        self.sides: dict[int, str] = {}
        self.last = 0
        self.newest = 0  # the number of the newest part that is still put forward
        self.numbers: dict[int, int] = {}
        self.hands: set[int] = set()
        self.standing: tuple[int, dict[int, str]] | None = None
        self.over = 0
        self.in_force_ever = 0
        self.rests = False

    def keyring(self, who: int) -> Keyring:
        return self.two[who].member.keyring

    def _offered(self) -> int:
        """The number of what waits for signatures; 0 where nothing does."""
        newest = max(self.numbers.values(), default=0)
        return newest if newest > self.over else 0

    @rule(who=WHO, words=WORDS)
    def writes(self, who: int, words: str) -> None:
        before = shown(self.keyring(1 - who), couple_of(self.keyring(1 - who)))
        keep_part(self.keyring(who), helps=words, today=TODAY)
        self.own[who] = words
        assert shown(self.keyring(1 - who), couple_of(self.keyring(1 - who))) == before

    @rule(who=WHO)
    def puts_forward(self, who: int) -> None:
        mine = self.keyring(who)
        kept = keeping.mine(mine)

        def act() -> None:
            revision = kept.revision if kept else 0
            settling.put_forward(mine, couple_of(mine), revision=revision, name=str(who), today=TODAY)

        if self.rests or who not in self.own:
            with pytest.raises(NotNow):
                act()
            return
        act()
        settled = self.standing[1] if self.standing else {}
        there = self.sides if self._offered() else settled
        if there.get(who) == self.own[who]:
            return
        self.last += 1
        self.sides[who], self.numbers[who] = self.own[who], self.last
        self.hands = set()

    @rule(who=WHO, late=LATE)
    def signs(self, who: int, late: int) -> None:
        mine, number = self.keyring(who), self._offered() or self.over
        again = bool(self.standing) and not self._offered() and not late

        def act() -> None:
            settling.sign(mine, couple_of(mine), number=number - late, name=str(who))

        whole = bool(self._offered()) and len(self.sides) == 2
        if self.rests or late or not (whole or again):
            with pytest.raises((NotNow, Moved)):
                act()
            return
        act()
        if again:
            return
        self.hands.add(who)
        if len(self.hands) == 2:
            self.standing, self.over, self.hands = (number, dict(self.sides)), number, set()
            self.in_force_ever += 1

    @rule(who=WHO)
    def takes_the_signature_back(self, who: int) -> None:
        number = self._offered()
        assert settling.take_hand_back(self.keyring(who), self.circle, number=number) == (who in self.hands)
        self.hands.discard(who)

    @rule(who=WHO)
    def takes_the_part_back(self, who: int) -> None:
        assert settling.take_side_back(self.keyring(who), self.circle) == (who in self.sides)
        self.sides.pop(who, None)
        self.numbers.pop(who, None)
        self.hands = set()

    @rule(who=WHO, late=LATE)
    def withdraws(self, who: int, late: int) -> None:
        number = (self.standing[0] if self.standing else self.over) - late
        may = self.standing is not None and not late
        assert settling.withdraw(self.keyring(who), self.circle, number=number) == may
        if may:
            self.standing, self.hands = None, set()
            self.sides.pop(who, None)
            self.numbers.pop(who, None)

    @rule(who=WHO)
    def pauses(self, who: int) -> None:
        pause(self.keyring(who))
        self.rests = True

    @rule()
    def both_are_ready(self) -> None:
        for actor in self.two:
            actor.send("/together/space/ready/")
        self.rests = False

    @invariant()
    def both_see_what_is_so(self) -> None:
        if not hasattr(self, "two"):
            return
        for who in (0, 1):
            mine = self.keyring(who)
            there = shown(mine, couple_of(mine))
            stands = there.standing and (
                there.standing.number,
                {self._who(side.by): side.part.helps for side in there.standing.sides},
            )
            assert stands == self.standing
            offer = there.offer
            if self.rests or not self._offered():
                assert offer is None
            else:
                assert offer
                assert offer.number == self._offered()
                assert {self._who(side.by): side.part.helps for side in offer.sides} == self.sides
                assert {self._who(hand.by) for hand in offer.hands} == self.hands
        told = [event.kind for event in events(self.keyring(0), self.circle)]
        assert told.count("repair-plan.in-force") == self.in_force_ever

    def _who(self, person: object) -> int:
        return next(at for at, actor in enumerate(self.two) if actor.member.id == person)


@pytest.mark.django_db
def test_in_every_order() -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]  # Hypothesis has no types here
        Two,
        settings=settings(
            max_examples=int(os.environ.get("STEPWELL_TEST_ORDERS", "10")),
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate,),
        ),
    )
