"""Two people in any order, the plug pulled in any step: what comes to light is what both welcome, or nothing.

Beside the rows stand the answers as each of them last kept them.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from unittest.mock import patch

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from stepwell.ground.people.testing import make_person
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.spaces.testing import make_couple
from stepwell.ground.vault.testing import slots_of_a_round
from stepwell.own.safety.testing import clear
from stepwell.together.menu import asking, both, content, rounds, testing
from stepwell.together.menu.ideas import IDEAS
from stepwell.together.menu.models import Asked, Both, Secret
from stepwell.together.menu.sheet import sheet_of

KEYS = sorted(IDEAS)[:6]
WHO = st.sampled_from([0, 1])
STORIES = count(1)
FEW = 8


class Unplugged(BaseException):
    """No handler of ours catches it: nothing after this moment is run."""


@contextmanager
def unplugged_at(write: int) -> Iterator[None]:
    """The power goes in the moment of this write of rows, counted from zero."""
    left = write
    real = (asking.write, rounds.write, both.write)

    def cut(which: int) -> Callable[..., None]:
        def instead(*args: object) -> None:
            nonlocal left
            if left == 0:
                raise Unplugged
            left -= 1
            real[which](*args)  # type: ignore[arg-type]  # the arguments of `write`, whatever they are

        return instead

    rooms = enumerate((asking, rounds, both))
    with ExitStack() as all_of_them:
        for which, room in rooms:
            all_of_them.enter_context(patch.object(room, "write", cut(which)))
        yield


class Two(RuleBasedStateMachine):
    @initialize()
    def they_begin(self) -> None:
        number = next(STORIES)
        people = [make_person(f"Alma lists {number}"), make_person(f"Ben lists {number}")]
        make_couple(*people)
        self.keyrings = [one.keyring for one in people]
        self.yes: list[set[str]] = [set(), set()]
        self.asked = [False, False]
        for keyring in self.keyrings:
            clear(keyring)

    def _couple(self, who: int):
        couple = couple_of(self.keyrings[who])
        assert couple is not None
        return couple

    def _over(self) -> bool:
        return Both.objects.filter(circle_id=self._couple(0).circle).exists()

    @rule(who=WHO, key=st.sampled_from(KEYS), mark=st.sampled_from(["w", "w", "m", "n", "-"]))
    def marks(self, who: int, key: str, mark: content.Mark) -> None:
        testing.mark_lines(self.keyrings[who], {key: mark})
        self.yes[who].discard(key)
        if mark == "w":
            self.yes[who].add(key)

    @rule(who=WHO)
    def asks(self, who: int) -> None:
        asking.ask(self.keyrings[who], self._couple(who))
        self.asked[who] = True

    @rule(who=WHO, write=st.integers(0, 3))
    def asks_and_the_power_goes(self, who: int, write: int) -> None:
        try:
            with unplugged_at(write):
                asking.ask(self.keyrings[who], self._couple(who))
        except Unplugged:
            pass
        self.asked[who] = self.asked[who] or asking.has_asked(self.keyrings[who], self._couple(who))

    @rule(who=WHO, write=st.integers(0, 3))
    def looks_and_the_power_goes(self, who: int, write: int) -> None:
        try:
            with unplugged_at(write):
                asking.visit(self.keyrings[who], self._couple(who))
        except Unplugged:
            pass

    @rule(who=WHO)
    def looks(self, who: int) -> None:
        asking.visit(self.keyrings[who], self._couple(who))

    @rule(who=WHO)
    def takes_back(self, who: int) -> None:
        asking.take_back(self.keyrings[who], self._couple(who))
        self.asked[who] = False

    @rule()
    def a_month_goes_by(self) -> None:
        """What was found before makes way for another round."""
        if self._over():
            Both.objects.filter(circle_id=self._couple(0).circle).delete()
            self.asked = [False, False]

    @rule()
    def both_look_as_often_as_it_takes(self) -> None:
        """Whatever went before, a round for which both have asked ends."""
        over = self._over()
        for who in (0, 1, 0, 1, 0, 1):
            asking.visit(self.keyrings[who], self._couple(who))
        assert self._over() == (over or all(self.asked))

    @invariant()
    def only_what_both_welcome_is_seen_and_both_see_the_same(self) -> None:
        if not hasattr(self, "keyrings"):
            return
        seen = [both.light(keyring, self._couple(who)) for who, keyring in enumerate(self.keyrings)]
        assert seen[0] == seen[1]
        shared = {match.idea for match in seen[0].both} if seen[0] else set()
        assert shared <= self.yes[0] & self.yes[1]
        for who, keyring in enumerate(self.keyrings):
            kept = {key for key, mark in sheet_of(keyring).ideas.items() if mark == "w"}
            assert kept == self.yes[who]

    @invariant()
    def points_are_whole_or_none(self) -> None:
        if not hasattr(self, "keyrings"):
            return
        couple = self._couple(0)
        for row in Asked.objects.filter(circle_id=couple.circle):
            said = rounds.read(self.keyrings[0], row)
            assert bool(row.part) == (said.points != content.NO_POINTS) == (row.round is not None)
            assert (row.part == "answered") == (said.raised != content.NO_POINTS)
        if self._over():
            owns = [keyring.own for keyring in self.keyrings]
            assert not Secret.objects.filter(circle_id__in=owns).exists()


@pytest.mark.django_db
def test_in_any_order_and_with_the_power_gone_at_any_step(monkeypatch: pytest.MonkeyPatch) -> None:
    few = bytes(FEW * content.POINT)
    for where, name, value in (
        (content, "NO_POINTS", few),
        (rounds, "NO_POINTS", few),
        (asking, "NO_POINTS", few),
    ):
        monkeypatch.setattr(where, name, value)
    with slots_of_a_round(FEW):
        run_state_machine_as_test(
            Two,
            settings=settings(
                max_examples=12,
                stateful_step_count=25,
                deadline=None,
                phases=[Phase.explicit, Phase.generate],
            ),
        )
