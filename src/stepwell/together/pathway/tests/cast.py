"""The cast as signed-in browsers, and a safety room that says what a story needs."""

import re
from dataclasses import dataclass, field
from uuid import UUID

import pytest

from stepwell.ground.spaces.testing import Actor as Cast
from stepwell.ground.vault.api import Keyring
from stepwell.together.pathway import gate

PAGE = "/landings/"
READY, TAKE_BACK, BACK = "I am ready for the next landing", "Take that back", "Go back one landing"
TURN = re.compile(r'name="turn" value="([^"]+)"')
NAMES = ("Solid ground", "Open doors", "Being heard", "Drawing near", "New water")


class Actor(Cast):
    home = PAGE

    def turn(self) -> str:
        found = TURN.search(self.see())
        return found[1] if found else ""

    def ready(self, turn: str = "") -> None:
        self.send("/landings/ready/", {"turn": turn or self.turn()})

    def take_back(self) -> None:
        self.send("/landings/not-yet/")

    def back(self, turn: str = "") -> None:
        self.send("/landings/back/", {"turn": turn or self.turn()})

    def landing(self) -> str:
        """On which landing their page says that the two are; empty where it says nothing of two."""
        found = re.search(r"You and \w+ are on ([\w ]+)\.", self.see())
        return found[1] if found else ""


@dataclass
class Safety:
    """Who is not cleared, and whose word is held. By default everybody's word counts."""

    closed: set[UUID] = field(default_factory=set)
    kept: dict[UUID, frozenset[str]] = field(default_factory=dict)

    def put_in(self, patch: pytest.MonkeyPatch) -> None:
        patch.setattr(gate, "may_step", lambda keyring: keyring.person_id not in self.closed)
        patch.setattr(gate, "held", lambda keyring: self.kept.get(keyring.person_id, frozenset()))
        patch.setattr(gate, "hold", self.hold)
        patch.setattr(gate, "let_go", self.let_go)

    def hold(self, keyring: Keyring, key: str) -> None:
        assert 0 < len(key) <= 80
        self.kept[keyring.person_id] = gate.held(keyring) | {key}

    def let_go(self, keyring: Keyring, key: str) -> None:
        self.kept[keyring.person_id] = gate.held(keyring) - {key}


enter = Actor.enter
enter_two = Actor.enter_two


def both(two: tuple[Actor, Actor]) -> None:
    """Each of them says that they are ready."""
    for each in two:
        each.ready()
