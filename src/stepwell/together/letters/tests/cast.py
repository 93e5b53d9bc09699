"""The cast as signed-in browsers, and what they do often."""

import re
from typing import Any
from uuid import uuid4

from stepwell.ground.spaces.testing import Actor as Cast

BLANK = '<p class="blank">Nothing here.</p>'


class Actor(Cast):
    def writes(self, words: str, sort: str = "letter", part: str = "words") -> str:
        """A letter for oneself. Gives the address of its page."""
        sent = {"form_id": str(uuid4()), f"part-{part}": words, "do": "keep"}
        return str(self.send(f"/letters/new/{sort}/", sent)["Location"]).split("?")[0]

    def gives(self, letter: str, revision: int = 1, status: int = 303) -> str:
        """The address of the page of what was given."""
        answer = self.send(f"{letter}give/", {"revision": str(revision)}, status)
        return str(answer.headers.get("Location", ""))

    def finds(self) -> list[str]:
        """The addresses of the letters that stand on this person's list and were given."""
        return re.findall(r'href="(/letters/given/[0-9a-f-]+/)"', self.see("/letters/"))

    def says(self, given: str, step: int, words: str = "", verdict: str = "", status: int = 303) -> Any:
        sent = {"form_id": str(uuid4()), "step": str(step), "words": words, "verdict": verdict}
        return self.send(f"{given}say/", sent, status)


enter_two = Actor.enter_two
