"""The cast as signed-in browsers, and what they do in this room."""

import re
from html import unescape
from typing import Any

from django.apps import apps

from stepwell.own.safety.testing import Careful

LIST, ASK, AFTER = "/touch/", "/touch/ask/", "/touch/after/"
ASKED = {
    "ins": "My hands\nSitting side by side",
    "outs": "My neck",
    "minutes": "10",
    "first": "me",
    "word": "stone",
    "hours": "4",
    "level": "0",
}


class Actor(Careful):
    home = LIST
    by_lot = Careful.by_lot + r'|data-left="|<progress[^>]* value="'

    def read(self, answer: Any) -> str:
        return unescape(super().read(answer))

    def asks(self, status: int = 303, **more: str) -> Any:
        return self.send(ASK, ASKED | more, status)

    def asked(self) -> str:
        """The address of what the other asked, as far as this person's list shows it."""
        found = re.search(r'href="(/touch/asked/[0-9a-f-]+/)"', self.see())
        return found[1] if found else ""

    def agrees(self, *ins: int, outs: str = "") -> str:
        """Yes to these of the other's lines, or to both of them. Gives where that led."""
        lines = [str(one) for one in (ins or (0, 1))]
        return str(self.send(self.asked(), {"ins": lines, "outs": outs})["Location"])

    def presses(self, time: str, what: str, status: int = 303, **more: str) -> Any:
        return self.send(f"{time}press/", {"what": what} | more, status)

    def stops(self, time: str) -> str:
        return str(self.presses(time, "stop")["Location"])

    def answers(self, comfortable: str = "yes", obliged: str = "no") -> None:
        self.send(AFTER, {"comfortable": comfortable, "obliged": obliged})

    def turn(self) -> str:
        found = re.search(r'name="turn" value="([0-9a-f-]{36})"', self.see())
        assert found
        return found[1]

    def steps(self, do: str) -> None:
        """A wish to go on ("on", "not-now"), or one step "back"."""
        self.send("/touch/step/", {"do": do, "turn": self.turn()})

    def stands_on(self) -> str:
        found = re.search(r'Where you are</h2>\s*<div class="body">\s*<p class="big">([^<]+)<', self.see())
        assert found
        return found[1]


enter_two = Actor.enter_two


def begun(alma: Actor, ben: Actor) -> str:
    """Both agreed and are there. Alma asked. Gives the address of the session."""
    alma.asks()
    time = ben.agrees()
    for one in (alma, ben):
        one.presses(time, "here")
    for one in (alma, ben):
        one.see(time)
    return time


def once(alma: Actor, ben: Actor, hers: tuple[str, str], his: tuple[str, str]) -> None:
    """A whole session and what each answered to themselves."""
    alma.stops(begun(alma, ben))
    alma.answers(*hers)
    ben.answers(*his)


def rows(*names: str) -> dict[str, list[str]]:
    """The ids of every row of this room that the database holds."""
    return {
        model.__name__: sorted(str(pk) for pk in model._default_manager.values_list("pk", flat=True))
        for model in apps.get_app_config("touch").get_models()
        if not names or model.__name__ in names
    }
