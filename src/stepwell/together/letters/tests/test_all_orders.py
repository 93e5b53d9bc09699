"""Two people and one letter, in every order, with forms that come twice and late.

Never an answer before giving back, never a word lost or doubled, never two at one step.
"""

import os
from datetime import date
from itertools import count
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from stepwell.ground.spaces.api import NotNow, couple_of, pause
from stepwell.ground.vault.api import Keyring
from stepwell.together.letters import answering, giving
from stepwell.together.letters.content import Verdict
from stepwell.together.letters.limits import Gone, Moved
from stepwell.together.letters.testing import give_letter, keep_letter
from stepwell.together.letters.tests.cast import enter_two

STORIES = count(1)
WHO = st.sampled_from([0, 1])
STEP = st.sampled_from([1, 1, 2, 2, 3, 4, 5, 5])
VERDICT = st.sampled_from(["yes", "not-quite"])


class Two(RuleBasedStateMachine):
    """`told`: the steps as they have to stand, each with its words and its verdict."""

    @initialize()
    def they_meet(self) -> None:
        number = next(STORIES)
        self.two = enter_two(f"Alma{number}", f"Ben{number}")
        self.today = date(2026, 3, 4)
        self.letter = keep_letter(self.keyring(0), today=self.today, words="A letter.")
        self.given: UUID | None = None
        self.told: dict[int, tuple[int, str, str]] = {}
        self.rests = False
        self.sent: list[tuple[int, int, UUID, str, Verdict]] = []

    def keyring(self, who: int) -> Keyring:
        return self.two[who].member.keyring

    def _open(self) -> tuple[int, int] | None:
        """(step, whose) by the sheet alone: 0 wrote the letter, 1 reads it."""
        last = max(self.told, default=0)
        if self.given is None or last == 5:
            return None
        if last == 2 and self.told[2][2] == "yes":
            return 5, 1
        step = last + 1
        return step, 0 if step in {2, 4} else 1

    @rule()
    def gives(self) -> None:
        if self.rests:
            with pytest.raises(NotNow):
                give_letter(self.keyring(0), self.letter, today=self.today)
            return
        there = give_letter(self.keyring(0), self.letter, today=self.today)
        assert self.given in (None, there)
        if self.given is None:
            self.told = {}
        self.given = there

    @rule(who=WHO, step=STEP, verdict=VERDICT)
    def says(self, who: int, step: int, verdict: Verdict) -> None:
        self._send(who, step, uuid4(), f"words {next(STORIES)}", verdict if step in {2, 4} else "")

    @rule(which=st.integers(0, 30))
    def a_form_comes_again(self, which: int) -> None:
        if self.sent:
            self._send(*self.sent[which % len(self.sent)])

    def _send(self, who: int, step: int, form: UUID, words: str, verdict: Verdict) -> None:
        mine, given = self.keyring(who), self.given or uuid4()
        couple = couple_of(mine)
        assert couple
        known = any(one[1] == words for one in self.told.values())
        may = known or (self._open() == (step, who) and not self.rests)

        def act() -> None:
            answering.say(
                mine, couple, given, step=step, form_id=form, words=words, verdict=verdict, today=self.today
            )

        if not may:
            with pytest.raises((Gone, Moved, NotNow)):
                act()
            return
        act()
        if not known:
            self.told[step] = (who, words, verdict)
            self.sent.append((who, step, form, words, verdict))

    @rule(who=WHO, step=STEP)
    def takes_a_word_back(self, who: int, step: int) -> None:
        if self.given:
            answering.unsay(self.keyring(who), self.given, step)
            if step in self.told and self.told[step][0] == who:
                del self.told[step]

    @rule(who=WHO)
    def takes_the_letter_back(self, who: int) -> None:
        if self.given is None:
            return
        assert giving.take_back(self.keyring(who), self.given) == (who == 0)
        if who == 0:
            self.given = None

    @rule(who=WHO)
    def looks_away(self, who: int) -> None:
        if self.given:
            before = self._seen(1 - who)
            answering.look_away(self.keyring(who), self.given, away=True)
            assert self._seen(1 - who) == before

    @rule(who=WHO)
    def pauses(self, who: int) -> None:
        pause(self.keyring(who))
        self.rests = True

    @rule()
    def both_are_ready(self) -> None:
        for actor in self.two:
            actor.send("/together/space/ready/")
        self.rests = False

    def _seen(self, who: int) -> list[answering.Given]:
        mine = self.keyring(who)
        return answering.some(mine, couple_of(mine), 0, 100)

    @invariant()
    def both_see_what_was_said(self) -> None:
        if not hasattr(self, "given") or self.given is None:
            return
        for who in (0, 1):
            found = {one.id: one for one in self._seen(who)}.get(self.given)
            hidden = who == 1 and self.rests and not any(whose == 1 for whose, *_ in self.told.values())
            assert (found is None) == hidden
            if found:
                said = {one.step: (one.said.words, one.said.verdict) for one in found.spoken}
                assert said == {step: (words, verdict) for step, (_, words, verdict) in self.told.items()}
                assert found.mine == (who == 0)


@pytest.mark.django_db
def test_in_every_order() -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]  # Hypothesis has no types here
        Two,
        settings=settings(
            max_examples=int(os.environ.get("STEPWELL_TEST_ORDERS", "20")),
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate,),
        ),
    )
