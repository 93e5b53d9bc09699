"""One person's made-up days, handed in as a room would; and the pages as she sees them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from stepwell.ground.spaces.testing import Actor
from stepwell.ground.vault.api import Keyring
from stepwell.own.understanding.sources import Source, Told

START = date(2025, 1, 6)


@dataclass
class Days:
    """The made-up days of whoever asks. asked: how often they were opened."""

    told: list[Told] = field(default_factory=list)
    stamp: int = 0
    asked: int = 0

    def source(self) -> Source:
        names = {"t:night": "a bad night", "h:told": "told before I asked", "h:walk": "a walk"}
        words = {"safety": "felt safety", "trust": "trust"}
        return Source("made-up", self.days, lambda _: str(self.stamp), lambda key: names.get(key, ""), words)

    def days(self, keyring: Keyring) -> Iterator[Told]:
        self.asked += 1
        yield from self.told

    def live(
        self, count: int, *, seed: int = 7, night: float = -1.7, turn: float = 0.0, from_: int = 0
    ) -> None:
        """Days that resemble their neighbours, a fifth of them missing; on bad nights safety is lower."""
        lot, drift = Random(seed), 0.0
        for n in range(from_, from_ + count):
            drift = 0.5 * drift + lot.gauss(0, 1)
            bad, walk = lot.random() < 0.3, lot.random() < 0.3
            if lot.random() < 0.2:
                continue
            level = 5.0 + drift + night * bad + (turn if n >= from_ + count / 2 else 0.0)
            rated = {"safety": float(min(10, max(0, round(level)))), "trust": float(round(5 + drift / 2))}
            noted = [key for key, there in (("t:night", bad), ("h:walk", walk)) if there]
            self.told.append(Told(START + timedelta(days=n), rated, tuple(noted)))
        self.stamp += 1


enter = Actor.enter
