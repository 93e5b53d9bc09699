"""The cast as signed-in browsers, and what they do often."""

import re
from typing import Any
from uuid import uuid4

from stepwell.ground.spaces.testing import Actor as Cast

FORM_ID = re.compile(r'name="form_id"[^>]* value="([^"]+)"')


class Actor(Cast):
    def writes(self, text: str = "", *, at: str = "/journal/new/", **words: Any) -> str:
        """A page. Gives its address."""
        sent = {"form_id": str(uuid4()), "happened": text, "day": "2025-03-04", **words}
        return str(self.send(at, sent)["Location"]).split("?")[0]

    def changes(self, page: str, text: str, *, revision: int, status: int = 303, **words: Any) -> Any:
        sent = {"happened": text, "day": "2025-03-04", "revision": str(revision), **words}
        return self.send(f"{page}change/", sent, status)

    def shows(self, page: str, *parts: str) -> None:
        """Looks at the preview first, and sends what the preview sends."""
        seen = self.page_after(f"{page}show/", {"parts": parts}, 200)
        revision = re.findall(r'name="revision" value="(\d+)"', seen)[0]
        named = re.findall(r'name="parts" value="(\w+)"', seen)
        self.send(f"{page}show/", {"parts": named, "revision": revision, "sure": "yes"})

    def finds(self, words: str) -> str:
        return self.page_after("/journal/find/", {"words": words}, 200)
