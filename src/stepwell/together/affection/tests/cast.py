"""The cast as signed-in browsers, and what they do often."""

import re
from typing import Any
from uuid import uuid4

from stepwell.own.safety.testing import Careful

PAGE, NOTE = "/affection/", "/affection/note/"


class Actor(Careful):
    home = PAGE

    def says(self) -> None:
        self.send("/affection/welcome/")

    def takes_back(self) -> None:
        self.send("/affection/welcome/take-back/")

    def lays(self, words: str, *, sort: str = "thanks", status: int = 303, form_id: str = "") -> Any:
        sent = {"form_id": form_id or str(uuid4()), "sort": sort, "words": words}
        return self.send(NOTE, sent, status)

    def ways(self) -> list[str]:
        """Where the buttons lead by which a note is let go of, from the top of the page."""
        return re.findall(r'action="(/affection/note/[^"]+/let-go/)"', self.see())

    def has_said(self) -> bool:
        return "No notes for now" in self.see()

    def may_lay(self) -> bool:
        return "Lay a note down for" in self.see()
