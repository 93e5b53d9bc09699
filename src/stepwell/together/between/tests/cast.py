"""The cast as signed-in browsers, and days that two made-up people showed to one another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Self
from uuid import UUID

from stepwell.ground.spaces.testing import BERLIN
from stepwell.ground.spaces.testing import Actor as Cast
from stepwell.ground.vault.api import Keyring
from stepwell.own.safety.testing import answer, clear
from stepwell.together.between.sources import Chapter, Line, Month, Shown, Source

START = date(2025, 1, 6)
SIGNALS = ("safety", "trust", "calm")


@dataclass
class Days:
    """asked: how often they were opened. said: lines of the month in which each stands."""

    one: UUID
    other: UUID
    told: list[Shown] = field(default_factory=list)
    said: list[tuple[date, str]] = field(default_factory=list)
    stamp: int = 0
    asked: int = 0

    def source(self) -> Source:
        words = {"safety": "felt safety", "trust": "trust", "calm": "calm"}
        return Source("made-up", self.days, lambda _k, _c: str(self.stamp), self.joint, words)

    def chapter(self) -> Chapter:
        return Chapter("made-up", "What was said", 10, self.lines)

    def days(self, keyring: Keyring, circle: UUID) -> Iterator[Shown]:
        self.asked += 1
        yield from self.told

    def joint(self, keyring: Keyring, circle: UUID, most: int) -> int:
        both = {one.day for one in self.told if one.person == self.one}
        return min(most, len(both & {one.day for one in self.told if one.person == self.other}))

    def lines(self, keyring: Keyring, month: Month) -> Iterator[Line]:
        for day, words in self.said:
            if month.holds(day):
                yield Line(words, (month.name(self.one),))

    def live(self, count: int, *, carry: float = 0.5, seed: int = 7, from_: int = 0) -> None:
        """The other's yesterday goes on into the one's today; a tenth of days missing for each."""
        lot, one, other = Random(seed), 0.0, 0.0
        for n in range(from_, from_ + count):
            one = 0.3 * one + carry * other + lot.gauss(0, 1)
            other = 0.3 * other + lot.gauss(0, 1.3)
            for person, level in ((self.one, one), (self.other, other)):
                if lot.random() > 0.1:
                    rated = {key: float(min(10, max(0, round(5 + level)))) for key in SIGNALS}
                    self.told.append(Shown(person, START + timedelta(days=n), rated))
        self.stamp += 1


class Actor(Cast):
    @classmethod
    def enter(cls, name: str, zone: str = BERLIN) -> Self:
        """Whose own yes counts."""
        entered = super().enter(name, zone)
        clear(entered.keyring)
        return entered

    def chooses(self, *signals: str) -> None:
        self.send("/between/choose/", {"signals": signals})

    def is_in_danger(self) -> None:
        answer(self.keyring, yes=("a", "k"))

    @property
    def page(self) -> str:
        return self.see("/between/")

    @property
    def words(self) -> str:
        return words(self.page)


def words(page: str) -> str:
    """The page as it is read: without marks, and with each run of spaces as one."""
    main = page.split("<main", 1)[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", "", re.sub(r"</?(?:span|li|p|h2)\b[^>]*>", " ", main)).split())


enter = Actor.enter
