"""The cast as signed-in browsers, and what they do often."""

import re
from typing import Any

from stepwell.own.safety.testing import Careful
from stepwell.together.menu import testing
from stepwell.together.menu.content import Mark

LIST, ROUND = "/menu/", "/menu/round/"


class Actor(Careful):
    home = LIST

    def writes(self, *texts: str, status: int = 303) -> Any:
        return self.send("/menu/write/", {"texts": "\n".join(texts)}, status)

    def marks(self, **marks: Mark) -> None:
        """Ideas by their key, with a dash where it has one."""
        testing.mark_lines(self.keyring, {key.replace("_", "-"): mark for key, mark in marks.items()})

    def marks_words(self, marks: dict[str, Mark]) -> None:
        testing.mark_lines(self.keyring, marks)

    def asks(self) -> None:
        self.send(ROUND)

    def takes_back(self) -> None:
        self.send("/menu/round/take-back/")

    def finds(self) -> list[str]:
        """What stands on the page as welcome to both."""
        section = self.see().partition("Both of you would welcome this.")[2].partition("</ul>")[0]
        return re.findall(r"<li><div>([^<]+)<", section)

    def has_asked(self) -> bool:
        return "You have asked for a round" in self.see()

    def was_told(self) -> bool:
        return "The next may be from" in self.see()


enter_two = Actor.enter_two
