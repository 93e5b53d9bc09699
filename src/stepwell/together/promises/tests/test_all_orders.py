"""Two people, their promises and their days, in every order.

`STEPWELL_TEST_STORIES=500` tells as many stories, each longer; the suite tells a few.
"""

import os
import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any
from uuid import UUID

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from stepwell.ground.vault.api import read_many
from stepwell.together.promises.content import NEEDS_PLAN
from stepwell.together.promises.models import Promise, Word
from stepwell.together.promises.recording import word_text
from stepwell.together.promises.tests.cast import TUESDAY, Actor, at, enter_two, recorded
from stepwell.together.promises.tests.test_story import COUNTS, told

ASKED = int(os.environ.get("STEPWELL_TEST_STORIES", "0"))
WHO = st.sampled_from([0, 1])
WHICH = st.integers(0, 20)
DAY = timedelta(days=1)
STORIES = count(1)


@dataclass
class Said:
    """A promise as two people on paper would know it. days: (outcome, said on) of each of its days."""

    page: str
    maker: int
    own: bool
    first: date
    until: date
    ended: date | None = None
    days: dict[date, list[tuple[str, date]]] = field(default_factory=lambda: defaultdict(list))

    def falls(self, day: date) -> bool:
        return self.first <= day <= self.until and (self.ended is None or day < self.ended)

    def may(self, day: date, today: date) -> set[str]:
        if day < today:
            return {"kept", "not_kept"}
        if day == today:
            return {"kept", "not_kept", "changed"}
        return {"kept", "changed"} if self.first == self.until else {"changed"}


class Two(RuleBasedStateMachine):
    @initialize()
    def they_meet(self) -> None:
        self.today, self.open, self.ready = TUESDAY, True, [True, True]
        self.clock = at(self.today)
        self.now = self.clock.start()
        number = next(STORIES)
        self.alma, self.ben = enter_two(f"Alma{number}", f"Ben{number}")
        self.circle = self.alma.circle
        self.two: list[Actor] = [self.alma, self.ben]
        self.said: list[Said] = []

    def teardown(self) -> None:
        if hasattr(self, "clock"):
            self.clock.stop()

    def _pages(self, who: int) -> list[str]:
        seen = [each.page for each in self.said if not each.own or each.maker == who]
        return [self.two[who].see(path) for path in ("/promises/", "/promises/story/", *seen[-2:])]

    def _which(self, which: int) -> Said | None:
        return self.said[which % len(self.said)] if self.said else None

    @rule(who=WHO, own=st.booleans(), begins=st.integers(-1, 2), lasts=st.sampled_from([0, 0, 4]))
    def promises(self, who: int, own: bool, begins: int, lasts: int) -> None:
        first = self.today + begins * DAY
        sent = {"who": "me" if own else "both", "first": first, "until": first + lasts * DAY}
        sent |= {"repeat": "daily" if lasts else "once", "what": f"I keep number {len(self.said)}."}
        other = self._pages(1 - who)
        if begins < 0 or not (own or self.open):
            with pytest.raises(AssertionError, match="422"):
                self.two[who].promises(**sent)
        else:
            page = self.two[who].promises(**sent)
            self.said.append(Said(page, who, own, first, first + lasts * DAY))
        if own or not self.open or begins < 0:
            assert self._pages(1 - who) == other

    @rule(
        who=WHO,
        which=WHICH,
        days=st.integers(-2, 3),
        outcome=st.sampled_from(["kept", "kept", "changed", "not_kept"]),
        plan=st.sampled_from([True, True, True, False]),
        stale=st.sampled_from([False, False, False, True]),
    )
    def somebody_says(self, who: int, which: int, days: int, outcome: str, plan: bool, stale: bool) -> None:
        promise, day = self._which(which), self.today + days * DAY
        if promise is None:
            return
        known, earlier = self._known(promise, day), promise.days.get(day, [])
        sent: dict[str, Any] = {"known": str(known + 1 if stale else known)}
        if plan and outcome != "kept":
            sent |= {"reason": "It was late.", "plan_what": "I ring.", "plan_day": self.today + DAY}
        mine = who == promise.maker
        if not mine or not promise.falls(day):
            expected = 404
        elif (
            outcome not in promise.may(day, self.today)
            or (outcome != "kept" and not plan)
            or (not promise.own and not self.open)
        ):
            expected = 422
        else:
            expected = 409 if stale else 303
        other = self._pages(1 - promise.maker)
        self.two[who].says(promise.page, day, outcome, expected, **sent)
        if expected != 303:
            assert self._pages(1 - promise.maker) == other
            return
        if earlier and earlier[-1][1] == self.today:
            earlier.pop()
        promise.days[day].append((outcome, self.today))
        self._found_plan(promise)

    def _known(self, promise: Said, day: date) -> int:
        page = self.two[promise.maker].browser.get(f"{promise.page}{day.isoformat()}/")
        tags = re.findall(r"<input[^>]*name=\"known\"[^>]*>", page.content.decode())
        return max([int(number) for tag in tags for number in re.findall(r'value="(\d+)"', tag)], default=0)

    def _found_plan(self, promise: Said) -> None:
        """A plan is a promise like any other: the story goes on with it."""
        known = {each.page for each in self.said}
        maker = self.two[promise.maker].keyring
        rows = Promise.objects.readable(maker).filter(person_id=maker.person_id)
        for row in rows:
            if f"/promises/{row.id}/" not in known:
                self.said.append(
                    Said(f"/promises/{row.id}/", promise.maker, promise.own, row.last_day, row.last_day)
                )

    @rule(who=WHO, which=WHICH)
    def somebody_ends_it(self, who: int, which: int) -> None:
        promise = self._which(which)
        if promise is None:
            return
        over = promise.ended is not None or promise.until < self.today
        expected = 404 if who != promise.maker else 422 if over else 303
        form = {"form_id": str(UUID(int=next(STORIES))), "reason": "It was too large."}
        self.two[who].send(f"{promise.page}end/", form, expected)
        if expected == 303:
            promise.ended = self.today

    @rule(who=WHO, which=WHICH)
    def somebody_notes(self, who: int, which: int) -> None:
        promise = self._which(which)
        if promise is None or (promise.own and promise.maker != who):
            return
        other = self._pages(1 - who)
        self.two[who].notes(promise.page, "Seen, and noted for myself.")
        assert self._pages(1 - who) == other, "a note is nobody else's"

    @rule(who=WHO)
    def pauses(self, who: int) -> None:
        self.two[who].pause()
        self.ready = [False, False] if self.open else self.ready
        self.ready[who] = self.open = False

    @rule(who=WHO)
    def goes_on(self, who: int) -> None:
        self.two[who].send("/together/space/ready/")
        self.ready[who] = True
        self.open = all(self.ready)

    @rule()
    def a_day_goes_by(self) -> None:
        self.today += DAY
        self.now.move_to(datetime.combine(self.today, time(12), UTC))
        for each in self.two:
            each.comes_back()

    @invariant()
    def rows_say_what_was_said_and_the_record_says_it_too(self) -> None:
        if not hasattr(self, "two"):
            return
        for maker, each in enumerate(self.two):
            keyring = each.keyring
            rows = Word.objects.readable(keyring).filter(person_id=keyring.person_id)
            some = list(rows.order_by("promise_id", "number"))
            words = dict(zip(some, read_many(keyring, some), strict=True))
            self._as_on_paper(maker, words)
            self._as_in_the_record(keyring, words)

    def _as_on_paper(self, maker: int, words: dict[Word, Any]) -> None:
        found: dict[Any, list[Any]] = defaultdict(list)
        for row, word in words.items():
            if word.said != "ended":
                found[f"/promises/{row.promise_id}/", row.day].append((word.said, word.said_on))
                assert word.said not in NEEDS_PLAN or (word.reason and word.plan)
        wanted = {
            (each.page, day): said
            for each in self.said
            if each.maker == maker
            for day, said in each.days.items()
            if said
        }
        assert dict(found) == wanted

    def _as_in_the_record(self, keyring: Any, words: dict[Word, Any]) -> None:
        events = [
            one for one in recorded(self.alma, self.circle) if one.text and one.signer == keyring.person_id
        ]
        last = {one.text["word"]: one.text for one in events if "word" in one.text}
        shared = Promise.objects.readable(keyring).filter(circle_id=self.circle, person_id=keyring.person_id)
        promises = {row.id: said for row, said in zip(shared, read_many(keyring, shared), strict=True)}
        rows = {
            str(row.id): word_text(row.promise_id, promises[row.promise_id], row.day, row.id, word)
            for row, word in words.items()
            if row.promise_id in promises and word.said != "ended"
        }
        assert last == rows
        assert {one.text["of"] for one in events if one.kind == "promise.made"} == {
            str(promise) for promise in promises
        }
        ended = {one.text["of"] for one in events if one.kind == "promise.ended"}
        assert ended == {str(row.id) for row in shared if row.ended_on}

    @invariant()
    def nothing_is_counted(self) -> None:
        if hasattr(self, "two"):
            for who in (0, 1):
                for page in self._pages(who):
                    assert not COUNTS.search(told(page))


@pytest.mark.django_db
def test_every_order() -> None:
    # A story that fails is told as it was found: to shorten it takes minutes.
    steps = 60 if ASKED else 14
    asked = settings(max_examples=ASKED or 4, stateful_step_count=steps, phases=[Phase.generate])
    run_state_machine_as_test(Two, settings=asked)
