"""Alma and Ben in a story that nobody wrote, and what holds after each step of it."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
import time_machine
from hypothesis.stateful import RuleBasedStateMachine, invariant

from stepwell.ground.record.api import events, look
from stepwell.ground.spaces.api import couple_of
from stepwell.together.agreements import testing
from stepwell.together.agreements.models import Draft, Pressure, Sight
from stepwell.together.agreements.privacy import export
from stepwell.together.agreements.shelf import leaf, versions
from stepwell.together.agreements.tests.cast import enter_two
from stepwell.together.agreements.tests.paper import Paper

STORIES = count(1)
START, BERLIN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC), ZoneInfo("Europe/Berlin")
SECRET = "nobody else may read this"


class People(RuleBasedStateMachine):
    """Beside the rows lies a sheet of paper with what they have to say. The rules say what people do."""

    def meet(self) -> None:
        number = next(STORIES)
        self.clock = time_machine.travel(START, tick=False)
        self.moves = self.clock.start()
        self.two = enter_two(f"Alma{number}", f"Ben{number}")
        self.circle = self.two[0].circle
        self.record: list[tuple[str, int, int | None]] = []
        self.paper: Paper | None = None
        self.id = UUID(int=0)
        self.rests = False
        self.open_again = [True, True]

    def teardown(self) -> None:
        if hasattr(self, "clock"):
            self.clock.stop()

    # What the paper cannot know by itself

    @property
    def now(self) -> datetime:
        return datetime.now(UTC)

    @property
    def today(self) -> date:
        return self.now.astimezone(BERLIN).date()

    def keyring(self, who: int) -> Any:
        return self.two[who].member.keyring

    def by(self, who: int) -> Any:
        return testing.By(name=self.two[who].member.name, now=self.now, today=self.today)

    def _terms(self, title: str, until: int | None) -> Any:
        day = None if until is None else self.today + timedelta(days=until)
        return testing.terms(title=title, until=day)

    def _sheet(self) -> Paper:
        assert self.paper is not None
        return self.paper

    def _is_open(self) -> bool:
        return self.paper is not None and self.paper.state(self.today) != "ended"

    def _refused(self, act: Callable[[], object], *why: type[Exception]) -> None:
        with pytest.raises(why):
            act()

    def _seen_by(self, who: int) -> str:
        mine = export(self.keyring(who))
        return json.dumps(mine["agreements"], default=str)

    # What holds after each of it

    @invariant()
    def both_see_what_is_so(self) -> None:
        if getattr(self, "paper", None) is None:
            return
        paper = self.paper
        assert paper is not None
        for who in (0, 1):
            mine = self.keyring(who)
            here = leaf(mine, couple_of(mine), self.id, self.today)
            assert here.state == paper.state(self.today)
            stands = paper.stands(self.today) if not paper.ended else None
            if stands:
                assert here.standing is not None
                assert here.standing.number == stands.number
                assert len({hand.by for hand in here.standing.hands}) == 2
            shown = {said.number: said.terms.title for said in versions(mine, here)}
            offered = paper.offer if self.rests and paper.versions.get(paper.offer, (who,))[0] != who else 0
            assert shown == {n: title for n, (_by, title, _until) in paper.versions.items() if n != offered}

    @invariant()
    def the_record_says_the_same(self) -> None:
        if not hasattr(self, "two"):
            return
        ids = [actor.member.id for actor in self.two]
        for who in (len(self.record) % 2,):
            mine = self.keyring(who)
            head, told = look(mine, self.circle), events(mine, self.circle)
            assert (head.i if head else 0) == len(told) == len(self.record)
            for event, (kind, number, signer) in zip(told, self.record, strict=True):
                assert event.text is not None
                assert (event.kind, event.text["version"]) == (kind, number)
                assert signer is None or event.signer == ids[signer]

    @invariant()
    def what_is_private_lies_in_the_own_circle_alone(self) -> None:
        if not hasattr(self, "two"):
            return
        for model in (Draft, Pressure, Sight):
            assert not model._base_manager.filter(circle_id=self.circle).exists()
        mine = [self.keyring(who) for who in (0, 1)]
        for who in (0, 1):
            kept = Pressure.objects.within(mine[who], mine[who].own).exists()
            assert kept == (SECRET in json.dumps(export(mine[who])["notes"]))
        assert SECRET not in self._seen_by(0) + self._seen_by(1)
