"""Two people and their agreements, in every order. STEPWELL_TEST_ORDERS=300 tells many longer stories."""

import os
from datetime import timedelta
from operator import attrgetter
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule, run_state_machine_as_test

from stepwell.ground.spaces.api import NotNow, couple_of, pause
from stepwell.together.agreements import ending, reviewing, settling, signing, testing, unoffering
from stepwell.together.agreements.errors import Moved, NotThere
from stepwell.together.agreements.models import Agreement
from stepwell.together.agreements.noting import put_away
from stepwell.together.agreements.shelf import leaf
from stepwell.together.agreements.tests.paper import Paper
from stepwell.together.agreements.tests.people import SECRET, People

WHO = st.sampled_from([0, 1])
TITLES = st.sampled_from(["Phones", "Phones in the evening", "Quiet"])
UNTIL = st.sampled_from([None, None, 0, 3])
HOURS = st.sampled_from([1, 25, 24 * 5])
MANY = int(os.environ.get("STEPWELL_TEST_ORDERS", "0"))
THERE = attrgetter("paper")


class Two(People):
    @initialize()
    def they_meet(self) -> None:
        self.meet()
        self.offers(0, "Phones", None)

    # What people do

    @precondition(lambda self: not self._is_open())
    @rule(who=WHO, title=TITLES, until=UNTIL)
    def offers(self, who: int, title: str, until: int | None) -> None:
        mine, terms = self.keyring(who), self._terms(title, until)
        form = uuid4()

        def act() -> UUID:
            return settling.propose(mine, couple_of(mine), terms, form_id=form, by=self.by(who))

        if self.rests:
            self._refused(act, NotNow)
            return
        self.id = act()
        assert act() == self.id
        self.paper = Paper(self.record)
        self.paper.offers(who, title, terms.until)

    @precondition(THERE)
    @rule(who=WHO, title=TITLES, until=UNTIL, stale=st.booleans())
    def answers(self, who: int, title: str, until: int | None, stale: bool) -> None:
        paper, mine, terms = self._sheet(), self.keyring(who), self._terms(title, until)
        newest = paper.newest()
        base = newest - 1 if stale else newest

        def act() -> None:
            couple, by = couple_of(mine), self.by(who)
            settling.change(mine, couple, self.id, terms, base=base, form_id=uuid4(), by=by)

        same = paper.versions.get(newest, (0, "", None))[1:] == (title, terms.until)
        if self.rests or stale or same or not self._is_open():
            self._refused(act, NotNow, Moved, Agreement.DoesNotExist)
            return
        act()
        paper.offers(who, title, terms.until)

    @precondition(THERE)
    @rule(who=WHO, stale=st.booleans())
    def signs(self, who: int, stale: bool) -> None:
        paper, mine = self._sheet(), self.keyring(who)
        number = paper.newest() - 1 if stale else paper.newest()

        def act() -> None:
            signing.sign(mine, couple_of(mine), self.id, number, by=self.by(who))

        if not self.rests:
            paper.runs_out(self.today)
        until = paper.versions[paper.offer][2] if paper.offer else None
        passed = bool(until and until < self.today) and who not in paper.hands
        if self.rests or stale or passed or not self._is_open():
            self._refused(act, NotNow, Moved)
            return
        act()
        if paper.offer:
            paper.signs(who, self.now)

    @precondition(lambda self: self.paper is not None and self.paper.offer and not self.rests)
    @rule(first=WHO)
    def both_sign(self, first: int) -> None:
        self.signs(first, False)
        self.signs(1 - first, False)

    @precondition(THERE)
    @rule(who=WHO)
    def takes_hand_back(self, who: int) -> None:
        paper = self._sheet()

        def act() -> None:
            under: signing.Under = "offer" if paper.offer and who in paper.hands else "standing"
            number = paper.standing.number if under == "standing" and paper.standing else paper.offer
            mine = self.keyring(who)
            signing.take_hand_back(mine, self.circle, self.id, number, under, by=self.by(who))

        if not paper.may_take_hand_back(who, self.now, self.today):
            self._refused(act, NotThere)
            return
        act()
        paper.takes_hand_back(who, self.today)

    @precondition(THERE)
    @rule(who=WHO)
    def withdraws(self, who: int) -> None:
        paper = self._sheet()

        def act() -> None:
            assert ending.withdraw(self.keyring(who), self.circle, self.id, by=self.by(who))

        if paper.state(self.today) != "in-force":
            self._refused(act, NotThere)
            return
        act()
        paper.withdraws(who)

    @precondition(THERE)
    @rule(who=WHO)
    def takes_offer_back(self, who: int) -> None:
        paper = self._sheet()

        def act() -> None:
            unoffering.take_offer_back(self.keyring(who), self.circle, self.id, by=self.by(who))

        if paper.ended or not paper.offer or paper.versions[paper.offer][0] != who:
            self._refused(act, NotThere)
            return
        act()
        if paper.takes_offer_back(who, self.today):
            self.paper = None

    @precondition(lambda self: self.paper is not None and self.paper.standing is not None)
    @rule(who=WHO)
    def says_still_right(self, who: int) -> None:
        paper, mine = self._sheet(), self.keyring(who)
        number = paper.standing.number if paper.standing else 0

        def act() -> bool:
            couple, by = couple_of(mine), self.by(who)
            turn = reviewing.turn_of(leaf(mine, couple, self.id, self.today).head)
            return reviewing.still_right(mine, couple, self.id, number, 4, turn=turn, by=by)

        if not self.rests:
            paper.runs_out(self.today)
        if self.rests or paper.state(self.today) != "in-force":
            self._refused(act, NotNow)
            return
        before = self._seen_by(1 - who)
        renewed = act()
        paper.words.add(who)
        assert renewed == (len(paper.words) == 2)
        assert renewed or self._seen_by(1 - who) == before
        if renewed:
            paper.words = set()
            self.record.append(("agreement.reviewed", number, None))

    @rule(who=WHO)
    def does_what_nobody_sees(self, who: int) -> None:
        mine, before = self.keyring(who), self._seen_by(1 - who)
        testing.draft(mine, testing.terms(SECRET))
        if self.paper is not None:
            testing.write_to_oneself(mine, self.id, SECRET)
            put_away(mine, self.id, self.paper.offer)
        assert self._seen_by(1 - who) == before

    @rule(hours=HOURS)
    def time_passes(self, hours: int) -> None:
        self.moves.shift(timedelta(hours=hours))

    @rule(who=WHO)
    def pauses(self, who: int) -> None:
        pause(self.keyring(who))
        self.open_again = [False, False] if not self.rests else self.open_again
        self.open_again[who] = False
        self.rests = True

    @rule(who=WHO)
    def is_ready(self, who: int) -> None:
        self.two[who].comes_back().send("/together/space/ready/")
        self.open_again[who] = True
        self.rests = not all(self.open_again)


@pytest.mark.django_db
def test_in_every_order_both_see_what_is_so() -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]  # Hypothesis has no types here
        Two,
        settings=settings(
            max_examples=MANY or 20,
            stateful_step_count=40 if MANY else 15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate, Phase.shrink) if MANY else (Phase.generate,),
        ),
    )
