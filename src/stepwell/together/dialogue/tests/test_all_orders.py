"""Two people and a hostile network: acts come late, twice, in another order, or never.

Beside the rows stands what a strict chair with a notebook would have written down.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import ClassVar
from uuid import UUID, uuid4

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from tests.fixtures.clock import later

from stepwell.ground.people.testing import make_person
from stepwell.ground.spaces.api import Couple, couple_of
from stepwell.ground.spaces.testing import make_couple
from stepwell.ground.vault.api import Keyring
from stepwell.own.safety.testing import clear
from stepwell.together.dialogue import frame, talking, testing
from stepwell.together.dialogue.holding import found, spoken, wipe_open
from stepwell.together.dialogue.limits import Moved, Twice

WHO = st.sampled_from([0, 1])
Sent = Callable[[], None]


class Two(RuleBasedStateMachine):
    keyrings: ClassVar[list[Keyring]] = []
    couple: ClassVar[Couple]

    @initialize()
    def they_begin(self) -> None:
        """The same two every time, with no talk open."""
        wipe_open(self.keyrings[0], self.couple.circle)
        self.ids = [one.person_id for one in self.keyrings]
        self.talk = testing.begin(*self.keyrings, "The phone", today=datetime.now(UTC).date(), clears=False)
        # What each page showed when it was drawn, and what was sent from it and has not come yet.
        self.pages = [self._now().moment] * 2
        self.under_way: list[Sent] = []
        self.taken: list[tuple[UUID, str]] = []
        self.sent: set[str] = set()

    def _now(self):
        return found(self.keyrings[0], self.couple, self.talk)

    def _send(self, act: Sent, fate: str) -> None:
        """fate: it comes now, twice, later, or never."""
        if fate in {"now", "twice"}:
            act()
        if fate == "twice":
            act()
        if fate == "later":
            self.under_way.append(act)

    @rule(who=WHO)
    def looks(self, who: int) -> None:
        self.pages[who] = self._now().moment

    @rule(which=st.integers(0, 5))
    def something_late_comes(self, which: int) -> None:
        if self.under_way:
            self.under_way.pop(which % len(self.under_way))()

    @rule(
        who=WHO,
        kind=st.sampled_from(["say", "back"]),
        fate=st.sampled_from(["now", "now", "now", "twice", "later", "never"]),
    )
    def sends_words(self, who: int, kind: str, fate: str) -> None:
        form, moment, text = uuid4(), self.pages[who], f"{kind} {uuid4().hex}"

        def act() -> None:
            before = self._now()
            verb = talking.say if kind == "say" else talking.give_back
            with suppress(Moved, Twice):
                verb(self.keyrings[who], self.talk, moment, form_id=form, text=text)
                # Taken: then the floor was theirs, on a page of this very moment, and the step was right.
                assert before.moment == moment
                assert frame.holder(before) == self.ids[who]
                assert before.step in ({"speak", "again"} if kind == "say" else {"back"})
                self.taken.append((self.ids[who], text))

        self.sent.add(text)
        self._send(act, fate)

    @rule(
        who=WHO,
        what=st.sampled_from(sorted(talking.FLOOR)),
        fate=st.sampled_from(["now", "now", "now", "twice", "later"]),
    )
    def presses(self, who: int, what: str, fate: str) -> None:
        moment = self.pages[who]

        def act() -> None:
            before = self._now()
            try:
                talking.floor(self.keyrings[who], self.talk, moment, what)
            except (Moved, Twice):
                assert self._now() == before
            else:
                assert before.moment == moment
                assert frame.holder(before) == self.ids[who]

        self._send(act, fate)

    @rule(who=WHO, so=st.booleans())
    def says_that_they_feel_heard(self, who: int, so: bool) -> None:
        before = self._now()
        with suppress(Moved):
            talking.feel_heard(self.keyrings[who], self.talk, so=so)
        assert self._now().moment == before.moment

    @rule(who=WHO)
    def lays_a_card(self, who: int) -> None:
        before = self._now()
        with suppress(Moved):
            talking.lay(self.keyrings[who], self.talk, "slow")
        assert self._now().moment == before.moment

    @rule(who=WHO)
    def stops_and_comes_back(self, who: int) -> None:
        """Whatever was on its way meanwhile is not taken, and it goes on where it stopped."""
        before, count = self._now(), len(self.taken)
        talking.stop(self.keyrings[who], self.talk)
        for late in self.under_way:
            late()
        self.under_way = []
        assert len(self.taken) == count
        with suppress(Moved):
            talking.reopen(self.keyrings[1 - who], self.talk, self._now().moment)
            raise AssertionError("the other opened it")
        with later(minutes=25):
            talking.reopen(self.keyrings[who], self.talk, self._now().moment)
            talking.here(self.keyrings[1 - who], self.talk, self._now().moment)
        after = self._now()
        assert (after.step, after.speaker, after.turn) == (before.step, before.speaker, before.turn)
        assert after.moment > before.moment

    @invariant()
    def no_turn_is_lost_or_doubled_and_both_read_the_same(self) -> None:
        if not hasattr(self, "talk"):
            return
        for keyring in self.keyrings:
            said = spoken(keyring, self.couple.circle, self.talk)
            assert [(one.by, one.text) for one in said] == self.taken

    @invariant()
    def nobody_answers_before_giving_back(self) -> None:
        """Between words of one and words of the other as a speaker stands a giving back by that other."""
        if not hasattr(self, "talk"):
            return
        for (one, said), (next_one, next_said) in zip(self.taken, self.taken[1:], strict=False):
            if said.startswith("say") and next_one != one:
                assert next_said.startswith("back")
        now = self._now()
        assert now.step != "now" or len(now.heard) == 2


@pytest.mark.django_db
def test_every_order() -> None:
    people = [make_person("Alma"), make_person("Ben")]
    make_couple(*people)
    Two.keyrings = [one.keyring for one in people]
    for keyring in Two.keyrings:
        clear(keyring)
    couple = couple_of(Two.keyrings[0])
    assert couple is not None
    Two.couple = couple
    told = settings(max_examples=20, stateful_step_count=30, deadline=None, phases=[Phase.generate])
    run_state_machine_as_test(Two, settings=told)
