"""The cast as signed-in browsers, and what they do often."""

import re
from typing import Any
from uuid import uuid4

from stepwell.ground.spaces.testing import Actor as Cast

BLANK = '<p class="blank">Nothing here.</p>'


class Actor(Cast):
    def writes(self, text: str, want: str = "yes") -> str:
        """A question for oneself. Gives the address of its page."""
        sent = {"form_id": str(uuid4()), "text": text, "want": want}
        return str(self.send("/questions/new/", sent)["Location"]).split("?")[0]

    def puts(self, question: str, place: str = "now") -> None:
        self.send(f"{question}put/", {"place": place})

    def finds(self) -> list[str]:
        """The addresses of the questions that stand on this person's list and come from the other."""
        return re.findall(r'href="(/questions/asked/[0-9a-f-]+/)"', self.see("/questions/"))

    def answers(self, asked: str, text: str, status: int = 303) -> Any:
        return self.send(f"{asked}answer/", {"form_id": str(uuid4()), "text": text}, status)
